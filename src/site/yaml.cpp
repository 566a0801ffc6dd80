#include <yaml.h>

#include <algorithm>
#include <charconv>

#include "site/front_matter.h"
#include "site/text.h"

namespace blatt::site {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int max_nesting = 40;
// Aliases can make a small file large; no honest front matter comes near this.
constexpr int max_values = 200'000;

struct Reader {
    yaml_document_t* document;
    std::string_view path;
    int first_line;
    std::vector<FrontNote>& notes;
    int values = 0;
    std::string problem;
    int problem_line = 0;

    FrontValue value(const yaml_node_t* node, int depth);
    void merge(FrontValue& map, const FrontValue& from);
};

// Plain scalars as YAML 1.2 reads them; yes/no stay text so that a title may be "No", as_bool()
// understands them where a flag is wanted.
void resolve_plain(FrontValue& value) {
    const std::string& text = value.text;
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
        value.kind = FrontValue::Kind::null;
        return;
    }
    if (const std::string lower = lower_ascii(text); lower == "true" || lower == "false") {
        value.kind = FrontValue::Kind::boolean;
        value.boolean = lower == "true";
        return;
    }
    double number = 0;
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* end = text.data() + text.size();
    if (const auto [stop, error] = std::from_chars(begin, end, number);
        error == std::errc() && stop == end) {
        value.kind = FrontValue::Kind::number;
        value.number = number;
    }
}

void Reader::merge(FrontValue& map, const FrontValue& from) {
    if (from.is_list()) {
        for (const FrontValue& item : from.items) merge(map, item);
        return;
    }
    for (std::size_t i = 0; i < from.keys.size(); ++i) {
        if (std::find(map.keys.begin(), map.keys.end(), from.keys[i]) != map.keys.end()) continue;
        map.keys.push_back(from.keys[i]);
        map.items.push_back(from.items[i]);
    }
}

FrontValue Reader::value(const yaml_node_t* node, int depth) {
    FrontValue out;
    if (node == nullptr) return out;
    out.line = first_line + static_cast<int>(node->start_mark.line);
    if (++values > max_values || depth > max_nesting) {
        if (problem.empty()) {
            problem = depth > max_nesting ? "nested too deeply" : "too many values";
            problem_line = out.line;
        }
        return out;
    }
    switch (node->type) {
        case YAML_SCALAR_NODE: {
            const auto* bytes = reinterpret_cast<const char*>(node->data.scalar.value);
            out.text.assign(bytes, node->data.scalar.length);
            out.kind = FrontValue::Kind::string;
            if (node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) resolve_plain(out);
            break;
        }
        case YAML_SEQUENCE_NODE:
            out.kind = FrontValue::Kind::list;
            for (const yaml_node_item_t* item = node->data.sequence.items.start;
                 item < node->data.sequence.items.top; ++item)
                out.items.push_back(value(yaml_document_get_node(document, *item), depth + 1));
            break;
        case YAML_MAPPING_NODE: {
            out.kind = FrontValue::Kind::map;
            std::vector<FrontValue> merged;
            for (const yaml_node_pair_t* pair = node->data.mapping.pairs.start;
                 pair < node->data.mapping.pairs.top; ++pair) {
                const FrontValue key =
                    value(yaml_document_get_node(document, pair->key), depth + 1);
                FrontValue item = value(yaml_document_get_node(document, pair->value), depth + 1);
                if (item.kind == FrontValue::Kind::null) item.line = key.line;
                if (key.text == "<<") {
                    merged.push_back(std::move(item));
                    continue;
                }
                const auto known = std::find(out.keys.begin(), out.keys.end(), key.text);
                if (known != out.keys.end()) {
                    FrontValue& first =
                        out.items[static_cast<std::size_t>(known - out.keys.begin())];
                    notes.push_back(
                        {key.line, cat("`", key.text, "` is given twice (first in line ",
                                       first.line, "); the last one counts")});
                    first = std::move(item);
                    continue;
                }
                out.keys.push_back(key.text);
                out.items.push_back(std::move(item));
            }
            for (const FrontValue& from : merged) merge(out, from);
            break;
        }
        default: break;
    }
    return out;
}

struct Failure {
    int line = 0;  // in the text, from 0
    std::string message;
};

std::string in_plain_words(std::string_view problem, std::string_view context) {
    if (problem.starts_with("mapping values are not allowed"))
        return "a value with \": \" in it must be in quotes";
    if (problem == "found character that cannot start any token")
        return "a value that begins with @, `, % or a tab must be in quotes; indent with spaces";
    if (problem == "found unexpected end of stream" ||
        problem == "found unexpected document indicator")
        return cat("this never ends (", context, "): a quote or bracket is missing");
    std::string out(problem);
    if (!context.empty()) out += cat(" (", context, ")");
    return out;
}

Result<FrontValue> read_once(std::string_view text, std::string_view path, int first_line,
                             std::vector<FrontNote>& notes, Failure& failure) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0)
        return base::fail(ErrorCode::too_large, std::string(path), "out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
    yaml_document_t document;
    Result<FrontValue> out;
    if (yaml_parser_load(&parser, &document) == 0) {
        const bool marked = parser.problem_mark.line != 0 || parser.problem_mark.column != 0;
        failure.line =
            static_cast<int>(marked ? parser.problem_mark.line : parser.context_mark.line);
        // What is never closed is reported where the file ends: its begin helps more.
        const std::string_view problem = parser.problem ? parser.problem : "not YAML";
        if (problem.starts_with("found unexpected") ||
            problem.starts_with("did not find expected ','") ||
            (parser.context != nullptr &&
             std::string_view(parser.context) == "while parsing a flow node"))
            failure.line = static_cast<int>(parser.context_mark.line);
        failure.message = in_plain_words(problem, parser.context ? parser.context : "");
        out = base::fail(ErrorCode::invalid_value, cat(path, ":", first_line + failure.line),
                         failure.message);
    } else {
        Reader reader{&document, path, first_line, notes, 0, {}, 0};
        FrontValue value = reader.value(yaml_document_get_root_node(&document), 0);
        if (value.line == 0) value.line = first_line;
        if (reader.problem.empty())
            out = std::move(value);
        else
            out = base::fail(ErrorCode::too_deep, cat(path, ":", reader.problem_line),
                             reader.problem);
        yaml_document_delete(&document);
    }
    yaml_parser_delete(&parser);
    return out;
}

// `name: value` whose value YAML cannot take as it is, with that value in single quotes; empty
// where the line is none of the slips that have only one reading.
std::string with_quotes(std::string_view line) {
    std::size_t at = line.find_first_not_of(" ");
    if (at == std::string_view::npos) return {};
    while (line.substr(at).starts_with("- "))
        at = std::min(line.find_first_not_of(" ", at + 1), line.size());
    const std::size_t colon = line.find(": ", at);
    if (colon == std::string_view::npos) return {};
    const std::string_view key = line.substr(at, colon - at);
    if (key.empty() || key.find_first_of("\"'{}[]#&*!|>%@` ") != std::string_view::npos) return {};
    const std::string_view value = trim(line.substr(colon + 1));
    if (value.empty()) return {};
    const char first = value.front();
    if (std::string_view("{[|>&*!#").find(first) != std::string_view::npos) return {};
    const bool quoted = first == '"' || first == '\'';
    // `'A' and more`: the quotes belong to the text. An unclosed one may go on in the next line.
    if (quoted && value.find(first, 1) == std::string_view::npos) return {};
    const bool forbidden = first == '@' || first == '`' || first == '%';
    if (!quoted && !forbidden && value.find(": ") == std::string_view::npos &&
        !value.ends_with(':'))
        return {};
    return cat(line.substr(0, colon), ": '", replace_all(value, "'", "''"), "'");
}

// Where a list follows a value of its key (`images: text` and then `- item`), the list is what the
// author meant: the begin of the value in `text`, or npos. `list` is where the list's line begins.
std::size_t stray_value(std::string_view text, std::size_t list) {
    if (!trim_start(text.substr(list)).starts_with("- ") || list == 0)
        return std::string_view::npos;
    const std::size_t end = text.find_last_not_of(" \t\r\n", list - 1);
    if (end == std::string_view::npos) return end;
    const std::size_t line = text.rfind('\n', end);
    const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
    const std::size_t colon = text.find(": ", begin);
    const bool plain_key =
        text.substr(begin, colon - begin).find_first_of(" -#\"'") == std::string_view::npos;
    return colon < end && plain_key ? colon + 1 : std::string_view::npos;
}

}  // namespace

Result<FrontValue> read_yaml(std::string_view text, std::string_view path, int first_line,
                             std::vector<FrontNote>& notes) {
    std::string mended(text);
    std::vector<FrontNote> slips;
    for (int attempt = 0;; ++attempt) {
        std::vector<FrontNote> found;
        Failure failure;
        auto value = read_once(mended, path, first_line, found, failure);
        if (value) {
            notes.insert(notes.end(), slips.begin(), slips.end());
            notes.insert(notes.end(), found.begin(), found.end());
            return value;
        }
        if (failure.message.empty() || attempt == 20) return value;
        std::size_t begin = 0;
        for (int line = 0; line < failure.line && begin < mended.size(); ++line)
            begin = std::min(mended.find('\n', begin), mended.size() - 1) + 1;
        const std::size_t end = std::min(mended.find('\n', begin), mended.size());
        const std::string line =
            with_quotes(trim_end(std::string_view(mended).substr(begin, end - begin)));
        if (line.empty()) {
            const std::size_t stray = stray_value(mended, begin);
            if (stray == std::string::npos) return value;
            const std::size_t line_end = std::min(mended.find('\n', stray), mended.size());
            const int stray_line =
                first_line + count_lines(std::string_view(mended).substr(0, stray));
            mended.erase(stray, line_end - stray);
            slips.push_back({stray_line, "a value and a list for one name: the list counts"});
            continue;
        }
        mended.replace(begin, end - begin, line);
        slips.push_back(
            {first_line + failure.line, "this value should stand in quotes; read as if it did"});
    }
}

}  // namespace blatt::site
