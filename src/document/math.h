// Formulas: the part of MathML Core that a Document may hold. The allow-list of elements and
// attributes stands here, whether a formula was TeX, MathML in HTML, or JSON. A formula is a `math`
// span with `math_element` spans below it; the attributes of one are its Inline::text, as
// "name=value" in the order of the names, each ended by a line end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace blatt::document {

std::string_view math_tag_name(MathTag tag);
MathTag math_tag_named(std::string_view name);  // none where it is not in the list

// Whether text stands in it; other elements hold elements only.
bool math_holds_text(MathTag tag);

// Beside MathML Core's: `columnalign` of cells, `notation` of menclose, and the room beside a cell
// (`data-before`, `data-after`: "0", "1" or "2" em), which style sheets set.
bool math_attribute_allowed(MathTag tag, std::string_view name, std::string_view value);

// Calls f(name, value) for each attribute of a math_element.
template <class F>
void each_math_attribute(std::string_view attributes, F f) {
    while (!attributes.empty()) {
        const std::string_view one = attributes.substr(0, attributes.find('\n'));
        const std::size_t equals = one.find('=');
        f(one.substr(0, equals), one.substr(equals + 1));
        attributes.remove_prefix(one.size() + 1);
    }
}

// A formula as flat records, root included. u8 is what comes; str is u32 length, little endian, and
// that many bytes of UTF-8.
//   1 open   str name, u32 count, that many attributes: str name, str value
//   2 text   str
//   3 close
std::string math_records(const Document& document, InlineId math);

// The same as markup.
std::string math_markup(std::string_view records);

}  // namespace blatt::document
