#include "site/front_matter.h"

#include <cctype>
#include <charconv>

#include "site/text.h"

namespace blatt::site {

using base::ErrorCode;
using base::Result;

namespace {

bool same_key(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto plain = [](char c) {
            return c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        };
        if (plain(a[i]) != plain(b[i])) return false;
    }
    return true;
}

void dump_value(std::string& out, const FrontValue& value, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    switch (value.kind) {
        case FrontValue::Kind::null: out += "null"; break;
        case FrontValue::Kind::boolean: out += value.boolean ? "true" : "false"; break;
        case FrontValue::Kind::number: out += "number " + value.text; break;
        case FrontValue::Kind::string: {
            out += '"';
            for (const char c : value.text) {
                if (c == '\n')
                    out += "\\n";
                else
                    out += c;
            }
            out += '"';
            break;
        }
        case FrontValue::Kind::list:
        case FrontValue::Kind::map:
            out += value.is_list() ? "list" : "map";
            out += cat("  :", value.line, "\n");
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                out += indent + "  ";
                out += value.is_list() ? "- " : value.keys[i] + ": ";
                dump_value(out, value.items[i], depth + 1);
            }
            return;
    }
    out += cat("  :", value.line, "\n");
}

// Where a block that opened on line 1 ends: the start of the closing line and of what follows it.
struct Closing {
    std::size_t begin = std::string_view::npos;
    std::size_t after = 0;
    int lines_after = 0;  // lines up to and with the closing one
};

Closing find_closing(std::string_view text, std::size_t from, std::string_view fence,
                     std::string_view other = {}) {
    int line = 1;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string_view content = trim_end(text.substr(from, end - from));
        ++line;
        if (content == fence || (!other.empty() && content == other))
            return {from, std::min(end + 1, text.size()), line};
        from = end + 1;
    }
    return {};
}

// Eleventy's `---js` head: only constants are read, nothing is run.
FrontValue read_constants(std::string_view text, std::vector<FrontNote>& notes) {
    FrontValue map;
    map.kind = FrontValue::Kind::map;
    map.line = 2;
    int line = 1;
    bool odd = false;
    for (const std::string_view raw : lines_of(text)) {
        ++line;
        std::string_view rest = trim(raw);
        if (rest.empty() || rest.starts_with("//")) continue;
        bool declaration = false;
        for (const std::string_view word : {"const ", "let ", "var "}) {
            if (!rest.starts_with(word)) continue;
            rest = trim(rest.substr(word.size()));
            declaration = true;
        }
        const std::size_t equals = rest.find('=');
        if (!declaration || equals == std::string_view::npos) {
            odd = true;
            continue;
        }
        const std::string_view name = trim(rest.substr(0, equals));
        std::string_view value = trim(rest.substr(equals + 1));
        if (value.ends_with(';')) value = trim(value.substr(0, value.size() - 1));
        FrontValue scalar;
        scalar.line = line;
        if (value == "true" || value == "false") {
            scalar.kind = FrontValue::Kind::boolean;
            scalar.boolean = value == "true";
            scalar.text = value;
        } else if (value.size() >= 2 && value.front() == value.back() &&
                   (value.front() == '"' || value.front() == '\'' || value.front() == '`')) {
            scalar.kind = FrontValue::Kind::string;
            scalar.text = value.substr(1, value.size() - 2);
        } else {
            odd = true;
            continue;
        }
        map.keys.emplace_back(name);
        map.items.push_back(std::move(scalar));
    }
    if (odd)
        notes.push_back({1, "JavaScript front matter is not run: only simple constants were read"});
    return map;
}

// One past the brace that closes the JSON object at the head of the text, or npos.
std::size_t json_end(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

const FrontValue* FrontValue::find(std::string_view key) const {
    if (kind != Kind::map) return nullptr;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i] == key) return &items[i];
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (same_key(keys[i], key)) return &items[i];
    return nullptr;
}

const FrontValue* FrontValue::find_any(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
        if (const FrontValue* value = find(name); value && value->kind != Kind::null) return value;
    return nullptr;
}

std::string FrontValue::as_text() const {
    return is_scalar() && kind != Kind::null ? text : std::string();
}

std::optional<bool> FrontValue::as_bool() const {
    if (kind == Kind::boolean) return boolean;
    if (!is_scalar()) return std::nullopt;
    for (const std::string_view word : {"true", "yes", "on", "1"})
        if (same_key(text, word)) return true;
    for (const std::string_view word : {"false", "no", "off", "0"})
        if (same_key(text, word)) return false;
    return std::nullopt;
}

std::optional<double> FrontValue::as_number() const {
    if (kind == Kind::number) return number;
    if (kind != Kind::string) return std::nullopt;
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end) return std::nullopt;
    return value;
}

std::vector<std::string> FrontValue::as_texts() const {
    std::vector<std::string> out;
    if (is_list()) {
        for (const FrontValue& item : items)
            if (std::string one = item.as_text(); !one.empty()) out.push_back(std::move(one));
    } else if (std::string one = as_text(); !one.empty()) {
        out.push_back(std::move(one));
    }
    return out;
}

Result<FrontMatter> read_front_matter(std::string_view text, std::string_view path) {
    FrontMatter front;
    front.values.kind = FrontValue::Kind::map;
    front.values.line = 1;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    front.body = text;

    if (text.starts_with("{")) {
        const std::size_t end = json_end(text);
        if (end == std::string_view::npos ||
            text.substr(1, end).find(':') == std::string_view::npos)
            return front;
        auto values = read_yaml(text.substr(0, end), path, 1, front.notes);
        // A text may simply begin with a brace.
        if (!values || !values->is_map() || values->keys.empty()) return front;
        front.values = std::move(*values);
        front.present = true;
        front.body = text.substr(end);
        front.body_line = 1 + count_lines(text.substr(0, end));
        return front;
    }

    const std::size_t first_end = text.find('\n');
    const std::string_view first = trim_end(text.substr(0, first_end));
    const bool yaml =
        first == "---" || first == "---yaml" || first == "---json" || first == "---toml";
    const bool script = first == "---js" || first == "---javascript";
    const bool toml = first == "+++" || first == "---toml";
    if (!yaml && !script && !toml) return front;
    const auto missing = [&] {
        return base::fail(ErrorCode::invalid_value, cat(path, ":1"),
                          cat("the front matter that begins with ", first, " is never closed"));
    };
    if (first_end == std::string_view::npos) return missing();
    const std::size_t begin = first_end + 1;
    const Closing closing =
        first == "+++" ? find_closing(text, begin, "+++") : find_closing(text, begin, "---", "...");
    if (closing.begin == std::string_view::npos) return missing();
    const std::string_view block = text.substr(begin, closing.begin - begin);

    Result<FrontValue> values = script ? Result<FrontValue>(read_constants(block, front.notes))
                                : toml ? read_toml(block, path, 2, front.notes)
                                       : read_yaml(block, path, 2, front.notes);
    if (!values) return std::unexpected(values.error());
    if (values->kind == FrontValue::Kind::null) {
        values->kind = FrontValue::Kind::map;
    } else if (!values->is_map()) {
        return base::fail(ErrorCode::invalid_value, cat(path, ":", values->line),
                          "front matter is a list of `name: value` lines");
    }
    front.values = std::move(*values);
    front.present = true;
    front.toml = toml;
    front.body = text.substr(closing.after);
    front.body_line = closing.lines_after + 1;
    return front;
}

std::string dump(const FrontValue& value) {
    std::string out;
    dump_value(out, value, 0);
    return out;
}

}  // namespace blatt::site
