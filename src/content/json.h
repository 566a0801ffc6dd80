// JSON to and from content. Reading never aborts and never throws: every wrong value is an Error
// whose `where` is the JSON path ("teasers[3].date"). Unknown fields are ignored, so that a newer
// minor writer can be read. Writing is deterministic, without white space, valid UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "content/page.h"
#include "content/site.h"
#include "content/strings.h"

namespace blatt::content {

base::Result<Site> read_site(std::string_view json);
base::Result<Page> read_page(std::string_view json);
base::Result<Strings> read_strings(std::string_view json);

std::string write_site(const Site& site);
std::string write_page(const Page& page);

}  // namespace blatt::content
