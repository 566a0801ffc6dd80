// Anchors: ids for headings, made from their text in the way that GitHub and Hugo do it, so that
// links to fragments of imported posts go on working. No id is given twice by one Anchors.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace blatt::document {

// Lower case, letters and digits kept, white space as '-', everything else left out. May be empty.
std::string slug(std::string_view text);

class Anchors {
  public:
    explicit Anchors(std::string_view prefix = {}) : prefix_(prefix) {}

    // prefix + slug, with "-1", "-2", … where it is taken.
    std::string of_text(std::string_view text);

    // Keeps an id from being given; false where it was given already.
    bool reserve(std::string_view anchor);

  private:
    std::string prefix_;
    std::unordered_map<std::string, int> taken_;  // and the last number that was tried behind it
};

}  // namespace blatt::document
