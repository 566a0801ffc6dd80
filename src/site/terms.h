// Terms: the categories, tags and authors of a blog: under one slug all spellings of a name, with
// the posts they stand at.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"
#include "site/blog.h"

namespace blatt::site {

struct Term {
    std::string title;  // the most frequent spelling
    std::string url;
    std::vector<std::size_t> posts;  // indices into Blog::posts, newest first
};

class Terms {
  public:
    // `folder` is the URL's part: "tags".
    Terms(const Blog& blog, std::string_view folder, std::vector<std::string> Entry::*names);

    const std::vector<Term>& all() const { return terms_; }  // by title
    std::vector<const Term*> most_used(std::size_t limit) const;
    std::vector<content::Reference> references(const std::vector<std::string>& names) const;
    const std::string& url() const { return url_; }  // "/tags/"

  private:
    std::string url_;
    bool german_;
    std::vector<Term> terms_;
    std::map<std::string, std::size_t> by_slug_;
};

}  // namespace blatt::site
