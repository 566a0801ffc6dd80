// PlaceIndex: what stands where in a blog: pages and files by URL, by content path and by file
// name. Answers what a reference, a link or a picture of a post means.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/blog.h"

namespace blatt::site {

class PlaceIndex {
  public:
    explicit PlaceIndex(const Blog& blog);

    // Pages that the writer makes itself (lists, archive), so that links to them are no errors.
    void add_url(std::string_view url);

    // The URL that Hugo's ref, Jekyll's post_url or a link to a Markdown file means, seen from an
    // entry.
    std::optional<std::string> page(std::string_view reference, const Entry& from) const;

    // The URL of the page that stands at a path, however its letters are written; links only.
    std::optional<std::string> page_at(std::string_view path) const;

    // Whether a path on this host leads to a page, an alias or a file.
    bool leads_somewhere(std::string_view url) const;

    struct File {
        std::string source;  // on disk, below the content folder
        std::string url;
    };
    // The file that a picture's URL means, seen from an entry; nullopt where there is none.
    std::optional<File> file(std::string_view url, const Entry& from) const;
    // Files beside it that are the same picture in other sizes, named as WordPress names them
    // ("x-300x200.jpg" for "x.jpg"), and the one of full size; in no order, without the file.
    std::vector<File> other_sizes(const File& picture) const;
    // The same for a name in front matter, which often leaves out the folder.
    std::optional<File> named_picture(std::string_view name, const Entry& from) const;

  private:
    void add_page(const Entry& entry);
    std::optional<File> file_at(std::string_view url) const;

    std::string base_;
    std::map<std::string, std::string, std::less<>> pages_;  // key → URL; empty: ambiguous
    std::map<std::string, std::string, std::less<>> names_;  // file name without folder → URL
    std::map<std::string, bool, std::less<>> urls_;          // decoded, without slashes at the ends
    std::map<std::string, std::string, std::less<>> file_urls_;  // decoded URL → source
    std::map<std::string, std::string, std::less<>> sources_;    // source → URL
};

}  // namespace blatt::site
