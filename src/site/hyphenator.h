// Hyphenator: long words in their parts, by the patterns of their language. Words are looked up
// once for a whole blog. What has no patterns is not parted; failures of the engine mean the same.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "site/script_engine.h"

namespace blatt::site {

class Hyphenator {
  public:
    explicit Hyphenator(ScriptEngine& engine) : engine_(engine) {}

    // As content::Page::hyphens has them; words that have no parts are left out.
    std::string parts(const std::vector<std::string_view>& words, std::string_view language);

  private:
    using Words = std::unordered_map<std::string, std::string>;

    void look_up(Words& known, const std::vector<std::string_view>& words,
                 std::string_view language);

    ScriptEngine& engine_;
    std::unordered_map<std::string, Words> known_;  // by language
};

}  // namespace blatt::site
