#include "site/hyphenator.h"

namespace blatt::site {

std::string Hyphenator::parts(const std::vector<std::string_view>& words,
                              std::string_view language) {
    Words& known = known_[std::string(language)];
    look_up(known, words, language);
    std::string out;
    for (const std::string_view word : words) {
        const auto found = known.find(std::string(word));
        if (found == known.end() || found->second.find('-') == std::string::npos) continue;
        if (!out.empty()) out += ' ';
        out += found->second;
    }
    return out;
}

void Hyphenator::look_up(Words& known, const std::vector<std::string_view>& words,
                         std::string_view language) {
    std::vector<std::string_view> missing;
    std::string question;
    for (const std::string_view word : words) {
        if (known.contains(std::string(word))) continue;
        missing.push_back(word);
        if (!question.empty()) question += ' ';
        question += word;
    }
    if (missing.empty()) return;
    const auto answer = engine_.call("site/hyphens.js", "hyphenate", {question, language});
    const bool whole = answer && answer->size() == missing.size();
    for (std::size_t i = 0; i < missing.size(); ++i)
        known.emplace(missing[i], whole ? (*answer)[i] : std::string());
}

}  // namespace blatt::site
