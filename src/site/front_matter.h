// Front matter: the block of metadata at the head of a content file, as a small tree of values.
// YAML (`---`), TOML (`+++`), JSON (`{` or `---json`) and plain constants of `---js` are read into
// the same tree; configuration files use the same readers. Scalars keep the text as it was written
// (a date stays text), maps keep their order, every value knows its line in the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blatt::site {

struct FrontValue {
    enum class Kind : unsigned char { null, boolean, number, string, list, map };

    Kind kind = Kind::null;
    bool boolean = false;
    double number = 0;
    std::string text;               // scalars: as written, without quotes
    std::vector<std::string> keys;  // maps: the key of each item
    std::vector<FrontValue> items;  // lists and maps
    int line = 0;                   // 1 is the first line of the file

    bool is_map() const { return kind == Kind::map; }
    bool is_list() const { return kind == Kind::list; }
    bool is_scalar() const { return kind != Kind::list && kind != Kind::map; }

    // The value of a key, or nullptr where this is no map or has no such key. Exact first, then
    // without regard to case and to `-` against `_`.
    const FrontValue* find(std::string_view key) const;
    // The first of several keys that has a value other than null.
    const FrontValue* find_any(std::initializer_list<std::string_view> names) const;

    std::string as_text() const;          // a scalar's text; empty for null, lists and maps
    std::optional<bool> as_bool() const;  // also yes/no, on/off
    std::optional<double> as_number() const;
    // One text for a scalar; the scalars of a list; nothing for null.
    std::vector<std::string> as_texts() const;
};

// Something odd that could be read all the same: a duplicate key, a value that needed quotes.
struct FrontNote {
    int line = 0;
    std::string message;
};

struct FrontMatter {
    FrontValue values;  // always a map
    bool present = false;
    bool toml = false;
    std::string_view body;  // what follows, inside the given text
    int body_line = 1;      // its first line in the file
    std::vector<FrontNote> notes;
};

// The head of a content file. `path` names the file in errors ("path:line"). A leading BOM is
// skipped; CR LF line ends are understood. A file without front matter is all body.
base::Result<FrontMatter> read_front_matter(std::string_view text, std::string_view path);

// A whole document, for configuration files. The first line of `text` is `first_line`.
base::Result<FrontValue> read_yaml(std::string_view text, std::string_view path, int first_line,
                                   std::vector<FrontNote>& notes);
base::Result<FrontValue> read_toml(std::string_view text, std::string_view path, int first_line,
                                   std::vector<FrontNote>& notes);

// An indented text form: the golden form.
std::string dump(const FrontValue& value);

}  // namespace blatt::site
