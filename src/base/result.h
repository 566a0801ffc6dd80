// Result<T>: a value, or an Error that says what is wrong with the input and where.
// `where` is a place a person can go to: `posts[3].date`, `content/posts/a.md:7`, a URL.
// Errors describe data; broken invariants of our own are CHECKs.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace blatt::base {

enum class ErrorCode : unsigned char {
    invalid_json,      // the bytes are not JSON
    invalid_value,     // well-formed, but not a value this field can have
    missing_field,     // a required field is absent
    wrong_version,     // written by a newer schema than this build reads
    invalid_encoding,  // not UTF-8
    too_deep,          // nesting beyond the cap
    too_large,         // size or count beyond the cap
    not_found,         // file or page absent
    unreadable,        // present, but reading or transferring it failed
};

struct Error {
    ErrorCode code{};
    std::string where;
    std::string message;
};

template <class T>
using Result = std::expected<T, Error>;

// return fail(ErrorCode::missing_field, "posts[3].date", "a date is required");
inline std::unexpected<Error> fail(ErrorCode code, std::string where, std::string message) {
    return std::unexpected(Error{code, std::move(where), std::move(message)});
}

}  // namespace blatt::base
