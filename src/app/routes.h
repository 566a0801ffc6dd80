// Routes: paths inside the blog and the data files behind them. A page at "/x/y/" has its data in
// "/x/y/index.json", beside its index.html.
#pragma once

#include <string>
#include <string_view>

namespace blatt::app {

// The data file of a page's path; "/x" and "/x/index.html" are taken as "/x/".
std::string data_url(std::string_view path);

// Page n of a list: `list_url` itself for 1.
std::string list_page_url(std::string_view list_url, int page_number);

}  // namespace blatt::app
