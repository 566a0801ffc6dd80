// Readers and writers of the small structures that several files share. A field that holds nothing
// is never written, and what is absent reads as nothing.
#pragma once

#include "content/json_fields.h"
#include "content/page.h"
#include "content/site.h"

namespace blatt::content {

void read_reference(const Json& value, const Place& place, Errors& errors, Reference& out);
void read_image(const Json& value, const Place& place, Errors& errors, Image& out);
void read_texts(const Json& value, const Place& place, Errors& errors, Strings& out);

// The list under `key`, each element read by `read`.
template <class T>
void read_list(const Fields& fields, const char* key, Errors& errors, std::vector<T>& out,
               void (*read)(const Json&, const Place&, Errors&, T&)) {
    fields.each(key, [&](const Json& value, const Place& place) {
        read(value, place, errors, out.emplace_back());
    });
}

inline void put(Json& object, const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
}
inline void put(Json& object, const char* key, int number, int usual = 0) {
    if (number != usual) object[key] = number;
}
inline void put(Json& object, const char* key, Json value) {
    if (!value.empty()) object[key] = std::move(value);
}

// Whole numbers are written without a fraction.
inline void put_length(Json& object, const char* key, float length) {
    if (length == 0) return;
    const auto whole = static_cast<int>(length);
    if (static_cast<float>(whole) == length) {
        object[key] = whole;
    } else {
        object[key] = length;
    }
}

template <class T, class F>
Json write_list(const std::vector<T>& elements, F write) {
    Json out = Json::array();
    for (const T& element : elements) out.push_back(write(element));
    return out;
}

Json write_reference(const Reference& reference);
Json write_image(const Image& image);

// Bytes of a file; what is not UTF-8 is replaced, for dump() would abort on it.
std::string write_file(const Json& object);

}  // namespace blatt::content
