// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings, with ICU's converters. Chinese pages often lie about theirs, so the bytes are asked
// first.
#include "readers/charset.h"

#include "base/limits.h"
#include "readers/messages.h"
#include "text/normalize.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

namespace gouji {
namespace {

using namespace std::string_view_literals;

struct Named {
  std::string_view begin; ///< of the name in lower case
  Charset charset;
};
// GB 2312 and GBK are parts of GB 18030; pages that declare them use the larger set all the time.
constexpr std::array names{
    Named{"gb", Charset::gb18030},          Named{"x-gbk", Charset::gb18030},
    Named{"cp936", Charset::gb18030},       Named{"ms936", Charset::gb18030},
    Named{"windows-936", Charset::gb18030}, Named{"chinese", Charset::gb18030},
    Named{"big5", Charset::big5},           Named{"cp950", Charset::big5},
    Named{"x-x-big5", Charset::big5},       Named{"utf-8", Charset::utf8},
    Named{"utf8", Charset::utf8},
};

const Named* find_name(std::string_view declared) {
  std::string lower;
  for (const char c : declared.substr(0, 20))
    lower += 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto* found = std::find_if(
      names.begin(), names.end(), [&](const Named& name) { return lower.starts_with(name.begin); });
  return found == names.end() ? nullptr : found;
}

/// What the bytes above 0x7F look like when read as two-byte characters and as UTF-8.
struct Census {
  std::size_t pairs = 0;     ///< two-byte characters
  std::size_t gb_common = 0; ///< of these, level one of GB 2312: nearly all of simplified text
  std::size_t low_trail = 0; ///< with a second byte below 0x80: two fifths of Big5 text
  std::size_t gb_trail = 0;  ///< with a second byte of 0x80 to 0xA0, which Big5 does not have
  std::size_t sequences = 0; ///< valid UTF-8 sequences of several bytes
  std::size_t faults = 0;    ///< bytes that UTF-8 does not allow
};

Census take_census(std::string_view text) {
  Census census;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (byte(i) < 0x81 || byte(i + 1) < 0x40)
      continue;
    ++census.pairs;
    census.gb_common += 0xB0 <= byte(i) && byte(i) <= 0xD7 && byte(i + 1) >= 0xA1;
    census.low_trail += byte(i + 1) < 0x80;
    census.gb_trail += 0x80 <= byte(i + 1) && byte(i + 1) <= 0xA0;
    ++i;
  }
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = byte(i) < 0x80 ? 1 : byte(i) < 0xE0 ? 2 : byte(i) < 0xF0 ? 3 : 4;
    const bool fits = i + length <= text.size() && valid_utf8(text.substr(i, length));
    if (length > 1)
      ++(fits ? census.sequences : census.faults);
    i += fits ? length : 1;
  }
  return census;
}

std::string_view converter_name(Charset charset) {
  switch (charset) {
  case Charset::gb18030:
    return "gb18030";
  case Charset::big5:
    return "Big5-HKSCS"; // the ordinary Big5 with the characters that pages from Hong Kong add
  case Charset::utf16_le:
    return "UTF-16LE";
  case Charset::utf16_be:
    return "UTF-16BE";
  case Charset::utf8:
    break;
  }
  return "UTF-8";
}

std::string convert(std::string_view text, Charset charset) {
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(
      ucnv_open(converter_name(charset).data(), &status));
  std::string out;
  if (U_FAILURE(status))
    return out;
  // Chinese text grows from two bytes to three a character; only rubbish needs the second attempt.
  out.resize(text.size() + text.size() / 2 + 16);
  for (int attempt = 0; attempt < 2; ++attempt) {
    status = U_ZERO_ERROR;
    const std::int32_t length = ucnv_toAlgorithmic(
        UCNV_UTF8, converter.get(), out.data(), static_cast<std::int32_t>(out.size()), text.data(),
        static_cast<std::int32_t>(text.size()), &status);
    out.resize(static_cast<std::size_t>(std::max(length, 0)));
    if (status != U_BUFFER_OVERFLOW_ERROR)
      break;
  }
  return out;
}

struct Mark {
  std::string_view bytes;
  Charset charset;
};
constexpr std::array marks{Mark{"\xEF\xBB\xBF"sv, Charset::utf8},
                           Mark{"\xFF\xFE"sv, Charset::utf16_le},
                           Mark{"\xFE\xFF"sv, Charset::utf16_be}};

const Mark* byte_order_mark(std::string_view text) {
  const auto* mark = std::find_if(marks.begin(), marks.end(),
                                  [&](const Mark& m) { return text.starts_with(m.bytes); });
  return mark == marks.end() ? nullptr : mark;
}

} // namespace

Charset detect_charset(Bytes bytes, std::string_view declared) {
  const std::string_view text = as_text(bytes);
  if (const Mark* mark = byte_order_mark(text))
    return mark->charset;
  // ASCII that stands for itself in two bytes, as in "<\0h\0": UTF-16 without its mark.
  if (text.size() >= 4 && text[1] == '\0' && text[3] == '\0' && text[0] != '\0' && text[2] != '\0')
    return Charset::utf16_le;
  if (text.size() >= 4 && text[0] == '\0' && text[2] == '\0' && text[1] != '\0' && text[3] != '\0')
    return Charset::utf16_be;
  if (valid_utf8(text))
    return Charset::utf8;

  const Census census = take_census(text);
  // A few cut characters do not make a UTF-8 page another; GB text hardly ever has UTF-8's shape.
  if (census.faults * 20 < census.sequences)
    return Charset::utf8;
  const bool big5 = census.low_trail * 5 > census.pairs && census.gb_common * 2 < census.pairs;
  const Named* name = find_name(declared);
  // Pages that changed their host keep its old declaration. Only long text can overrule it.
  constexpr std::size_t telling = 40; // characters
  const bool surely_big5 = big5 && census.pairs > telling && census.gb_trail * 50 < census.pairs;
  const bool surely_gb = census.pairs > telling && census.gb_common * 5 > census.pairs * 4;
  const bool contradicted = name && ((name->charset == Charset::gb18030 && surely_big5) ||
                                     (name->charset == Charset::big5 && surely_gb));
  if (name && name->charset != Charset::utf8 && !contradicted)
    return name->charset;
  return big5 ? Charset::big5 : Charset::gb18030;
}

Result<DecodedText> decode_text(Bytes bytes, std::string_view declared) {
  std::string_view text = as_text(bytes);
  DecodedText out;
  out.charset = detect_charset(bytes, declared);
  if (const Mark* mark = byte_order_mark(text))
    text.remove_prefix(mark->bytes.size());
  if (text.size() > limits::text_bytes)
    return fail(Code::limit, fill(phrases::text_too_long, limits::text_bytes >> 20));
  if (out.charset == Charset::utf8 && valid_utf8(text))
    out.view = text;
  else
    out.storage = convert(text, out.charset);
  return out;
}

int text_likeness(Bytes bytes) {
  constexpr std::size_t window = 4096;
  const auto head = decode_text(bytes.first(std::min(bytes.size(), window)), {});
  if (!head)
    return 0;
  std::size_t characters = 0, controls = 0, unknown = 0, ideographs = 0;
  for (const char32_t c : to_u32(head->text())) {
    ++characters;
    controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    unknown += c == 0xFFFD || (0xE000 <= c && c <= 0xF8FF) || (0x80 <= c && c < 0xA0);
    ideographs += 0x4E00 <= c && c <= 0x9FFF;
  }
  // The last character may be cut; a stray one may be damaged.
  if (characters == 0 || controls * 100 > characters || unknown > 1 + characters / 50)
    return 0;
  if (ideographs == 0)
    return valid_utf8(head->text()) && unknown <= 1 ? 1 : 0;
  // Bytes of a picture read as GB 18030 give rare ideographs and few of them; Chinese is dense.
  const Census census = take_census(as_text(bytes.first(std::min(bytes.size(), window))));
  const bool probable = head->charset != Charset::gb18030 || census.gb_common * 2 > census.pairs;
  return probable ? 2 : 0;
}

} // namespace gouji
