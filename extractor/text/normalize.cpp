// SPDX-License-Identifier: GPL-3.0-or-later
// Comparable text: one pass that folds what needs no tables, and ICU's NFKC for the few texts that
// hold anything rarer. ICU's data is loaded only when such a text turns up, because a report of
// common characters should not pay for it.
#include "text/normalize.h"

#include "text/radicals.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace gouji {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Decodes the character at `i` and moves past it.
char32_t next(std::string_view text, std::size_t& i) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
  return static_cast<char32_t>(c);
}

/// NFKC of `c` is `fold(c)` and no neighbour changes that: true for all characters of an ordinary
/// report. Full-width ASCII, the ideographic space and the no-break space fold without tables.
bool common(char32_t c) {
  return c < 0xA8 || (0x4E00 <= c && c <= 0x9FFF) || (0x3000 <= c && c <= 0x3029) ||
         (0xFF01 <= c && c <= 0xFF5E) ||
         (0x2010 <= c && c <= 0x201F && c != 0x2011 && c != 0x2017) || c == 0xB7 || c == 0x200B ||
         c == 0xFEFF || c == 0x2212 || (0x3400 <= c && c <= 0x4DBF);
}

bool blank(char32_t c) {
  if (c < 0x80)
    return c <= ' ' || c == 0x7F;
  if (0x4E00 <= c && c <= 0x9FFF)
    return false;
  return c == 0x3000 || c == 0xA0 || u_isUWhiteSpace(static_cast<UChar32>(c));
}

/// Characters that print nothing and part nothing: zero-width marks, controls, soft hyphens.
bool invisible(char32_t c) {
  if (c < 0x2000)
    return c == 0xAD || (0x7F <= c && c < 0xA0);
  if (0x3000 <= c && c <= 0xD7FF)
    return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_FORMAT_CHAR || type == U_CONTROL_CHAR;
}

/// The ASCII form of a dash, quote, bracket or full-width character; other characters stay.
char32_t unified(char32_t c) {
  if (0x4E00 <= c && c <= 0x9FFF)
    return c;
  if (0xFF01 <= c && c <= 0xFF5E)
    c -= 0xFEE0;
  switch (c) {
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2043:
  case 0x2212:
  case 0x2500:
  case 0x2501:
  case 0x2E3A:
  case 0x2E3B:
  case 0x30FC:
  case 0xFE58:
  case 0xFE63:
    return '-';
  case '\'':
  case '`':
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
  case 0x2032:
  case 0x2033:
  case 0x300C:
  case 0x300D:
  case 0x300E:
  case 0x300F:
  case 0x301D:
  case 0x301E:
  case 0x301F:
    return '"';
  case '[':
  case '{':
  case 0x3010:
  case 0x3014:
  case 0x3016:
  case 0x3018:
  case 0x301A:
    return '(';
  case ']':
  case '}':
  case 0x3011:
  case 0x3015:
  case 0x3017:
  case 0x3019:
  case 0x301B:
    return ')';
  case 0x3008:
  case 0x300A:
  case 0xAB:
  case 0x2039:
    return '<';
  case 0x3009:
  case 0x300B:
  case 0xBB:
  case 0x203A:
    return '>';
  case 0x2022:
  case 0x2219:
  case 0x22C5:
  case 0x30FB:
    return 0xB7;
  default:
    return c;
  }
}

/// NFKC of `text`, radicals replaced first.
std::string composed(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();)
    append_utf8(plain, detail::without_radical(next(text, i)));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status))
    return plain; // ICU without its data: comparing unfolded text is the best that is left
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfkc->normalizeUTF8(0, icu::StringPiece(plain.data(), static_cast<std::int32_t>(plain.size())),
                      sink, nullptr, status);
  return U_FAILURE(status) ? plain : out;
}

enum class Spaces { none, single };

std::string fold(std::string_view text, Spaces spaces) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next(text, i);
    if (blank(c)) {
      pending = !out.empty();
      continue;
    }
    if (invisible(c))
      continue;
    if (pending && spaces == Spaces::single)
      out += ' ';
    pending = false;
    c = unified(c);
    if (spaces == Spaces::none) {
      if (c < 0x80)
        c = 'A' <= c && c <= 'Z' ? c + 32 : c;
      else if (c < 0x2000)
        c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    }
    append_utf8(out, c);
  }
  return out;
}

std::string normalize(std::string_view text, Spaces spaces) {
  for (std::size_t i = 0; i < text.size();)
    if (!common(next(text, i)))
      return fold(composed(text), spaces);
  return fold(text, spaces);
}

} // namespace

std::string normalized(std::string_view text) {
  return normalize(text, Spaces::none);
}

std::string normalized_prose(std::string_view text) {
  return normalize(text, Spaces::single);
}

std::u32string to_u32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();)
    out += next(text, i);
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  if (c > 0x10FFFF || (0xD800 <= c && c <= 0xDFFF))
    c = replacement;
  char buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(buffer, length);
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (const char32_t c : text)
    append_utf8(out, c);
  return out;
}

bool valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0)
      return false;
  }
  return true;
}

} // namespace gouji
