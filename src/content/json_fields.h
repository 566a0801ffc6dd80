// Reading fields of JSON objects. A wrong value is reported once, with its JSON path, and reading
// goes on with what the field held before; the caller asks for the first error at the end.
// nlohmann's own conversions abort on a wrong type without exceptions, so only its is_* and get_ptr
// are used.
#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace blatt::content {

using Json = nlohmann::json;

// A step on the path to a value. Lives on the stack, so that paths cost nothing until one is named.
struct Place {
    const Place* parent = nullptr;
    std::string_view key = {};
    std::size_t index = 0;

    std::string path() const {
        const std::string before = parent == nullptr ? std::string() : parent->path();
        if (parent == nullptr) return {};
        if (key.empty()) return before + "[" + std::to_string(index) + "]";
        return before.empty() ? std::string(key) : before + "." + std::string(key);
    }
};

class Errors {
  public:
    void add(base::ErrorCode code, const Place& place, std::string_view message) {
        if (!first_) first_ = base::Error{code, place.path(), std::string(message)};
    }
    void wrong(const Place& place, std::string_view message) {
        add(base::ErrorCode::invalid_value, place, message);
    }
    const std::optional<base::Error>& first() const { return first_; }
    bool any() const { return first_.has_value(); }

  private:
    std::optional<base::Error> first_;
};

// The string a value holds, or nullptr.
inline const std::string* string_in(const Json& value) {
    return value.get_ptr<const Json::string_t*>();
}

inline std::optional<std::int64_t> integer_in(const Json& value) {
    if (const auto* natural = value.get_ptr<const Json::number_unsigned_t*>()) {
        if (*natural <= std::numeric_limits<std::int32_t>::max())
            return static_cast<std::int64_t>(*natural);
        return std::nullopt;
    }
    if (const auto* whole = value.get_ptr<const Json::number_integer_t*>()) return *whole;
    return std::nullopt;
}

// The fields of one object.
class Fields {
  public:
    Fields(const Json& value, const Place& place, Errors& errors)
        : value_(value), place_(place), errors_(errors) {
        if (!value.is_object()) errors.wrong(place, "expected an object");
    }

    // nullptr where the field is absent or null.
    const Json* find(const char* key) const {
        if (!value_.is_object()) return nullptr;
        const auto found = value_.find(key);
        return found == value_.end() || found->is_null() ? nullptr : &*found;
    }

    void require(const char* key) const {
        if (value_.is_object() && find(key) == nullptr) {
            errors_.add(base::ErrorCode::missing_field, at(key), "this field is required");
        }
    }

    void read(const char* key, std::string& out) const {
        const Json* field = find(key);
        if (field == nullptr) return;
        const std::string* text = string_in(*field);
        if (text == nullptr) {
            errors_.wrong(at(key), "expected a string");
        } else {
            out = *text;
        }
    }

    void read(const char* key, bool& out) const {
        const Json* field = find(key);
        if (field == nullptr) return;
        const auto* flag = field->get_ptr<const Json::boolean_t*>();
        if (flag == nullptr) {
            errors_.wrong(at(key), "expected true or false");
        } else {
            out = *flag;
        }
    }

    // `out` is an integer type that holds smallest and largest.
    template <class Integer>
    void read_integer(const char* key, Integer& out, std::int64_t smallest,
                      std::int64_t largest) const {
        const Json* field = find(key);
        if (field == nullptr) return;
        const auto number = integer_in(*field);
        if (!number || *number < smallest || *number > largest) {
            errors_.wrong(at(key), "expected a whole number from " + std::to_string(smallest) +
                                       " to " + std::to_string(largest));
        } else {
            out = static_cast<Integer>(*number);
        }
    }

    // A length in CSS px.
    void read_length(const char* key, float& out) const {
        constexpr double longest = 100'000;
        const Json* field = find(key);
        if (field == nullptr) return;
        double number = -1;
        if (const auto whole = integer_in(*field)) {
            number = static_cast<double>(*whole);
        } else if (const auto* real = field->get_ptr<const Json::number_float_t*>()) {
            number = *real;
        }
        if (!(number >= 0 && number <= longest)) {
            errors_.wrong(at(key), "expected a length from 0 to 100000");
        } else {
            out = static_cast<float>(number);
        }
    }

    // Calls f(element, place) for each element of an array.
    template <class F>
    void each(const char* key, F f) const {
        const Json* field = find(key);
        if (field == nullptr) return;
        const Place here = at(key);
        if (!field->is_array()) {
            errors_.wrong(here, "expected an array");
            return;
        }
        std::size_t index = 0;
        for (const Json& element : *field) f(element, Place{&here, {}, index++});
    }

    // Calls f(value, place) where the field is present.
    template <class F>
    void with(const char* key, F f) const {
        if (const Json* field = find(key)) f(*field, at(key));
    }

    // `key` must outlive the place.
    Place at(const char* key) const { return {&place_, key, 0}; }

  private:
    const Json& value_;
    const Place& place_;
    Errors& errors_;
};

// The object that a whole file is, with its version checked.
base::Result<Json> parse_file(std::string_view bytes);

}  // namespace blatt::content
