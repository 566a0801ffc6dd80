// MathTag: the elements of a formula. Their names, attributes and what they hold: math.h.
// In the order of their names.
#pragma once

#include <cstdint>

namespace blatt::document {

enum class MathTag : std::uint8_t {
    none,
    menclose,
    mfrac,
    mi,
    mmultiscripts,
    mn,
    mo,
    mover,
    mpadded,
    mphantom,
    mprescripts,
    mroot,
    mrow,
    ms,
    mspace,
    msqrt,
    mstyle,
    msub,
    msubsup,
    msup,
    mtable,
    mtd,
    mtext,
    mtr,
    munder,
    munderover,
    count
};

}  // namespace blatt::document
