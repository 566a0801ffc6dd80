#include "document/html_wire.h"

#include <cstdint>
#include <utility>

#include "base/utf8.h"

namespace blatt::document {

namespace {

class WireReader {
  public:
    explicit WireReader(std::string_view bytes) : bytes_(bytes) {}

    bool done() const { return at_ >= bytes_.size(); }
    bool broken() const { return broken_; }

    unsigned byte() {
        const std::string_view read = take(1);
        return read.empty() ? 0 : static_cast<unsigned char>(read[0]);
    }
    std::uint32_t number() {
        std::uint32_t value = 0;
        unsigned shift = 0;
        for (const char c : take(4)) {
            value |= std::uint32_t{static_cast<unsigned char>(c)} << shift;
            shift += 8;
        }
        return value;
    }
    std::string string() { return base::utf8::to_valid(take(number())); }

  private:
    std::string_view take(std::size_t size) {
        if (broken_ || size > bytes_.size() - at_) {
            broken_ = true;
            return {};
        }
        const std::string_view out = bytes_.substr(at_, size);
        at_ += size;
        return out;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool broken_ = false;
};

}  // namespace

base::Result<std::vector<Token>> read_tokens(std::string_view bytes) {
    WireReader reader(bytes);
    std::vector<Token> tokens;
    bool known = true;
    while (!reader.done() && !reader.broken()) {
        const unsigned kind = reader.byte();
        known = kind <= static_cast<unsigned>(TokenKind::text);
        if (!known) break;
        Token token;
        token.kind = static_cast<TokenKind>(kind);
        (token.kind == TokenKind::text ? token.text : token.name) = reader.string();
        if (token.kind == TokenKind::open) {
            // A count that the bytes do not hold ends with them.
            for (std::uint32_t left = reader.number(); left > 0 && !reader.broken(); --left) {
                Attribute attribute;
                attribute.name = reader.string();
                attribute.value = reader.string();
                token.attributes.push_back(std::move(attribute));
            }
        }
        tokens.push_back(std::move(token));
    }
    if (reader.broken() || !known) {
        return base::fail(base::ErrorCode::invalid_value, "html tokens",
                          "record " + std::to_string(tokens.size()) + " is not one");
    }
    return tokens;
}

}  // namespace blatt::document
