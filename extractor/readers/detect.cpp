// SPDX-License-Identifier: GPL-3.0-or-later
// Which reader a file is for, by its content alone, and a helpful word about files that are for
// none.
#include "readers/format.h"
#include "readers/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gouji {

namespace {

using namespace std::string_view_literals;

/// Files that are often handed in by mistake: the bytes they begin with (behind `offset`).
struct Signature {
  std::size_t offset;
  std::string_view bytes;
  const Phrase& kind;
  const Phrase& advice;
};

constexpr std::array signatures{
    Signature{0, "\xFF\xD8\xFF"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "\x89PNG\r\n"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "GIF8"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "BM"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "II*\0"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "MM\0*"sv, phrases::a_picture, phrases::get_text},
    Signature{8, "WEBP"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "AT&TFORM"sv, phrases::a_picture, phrases::get_text},
    Signature{0, "Rar!\x1A\x07"sv, phrases::an_archive, phrases::unpack},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, phrases::an_archive, phrases::unpack},
    Signature{0, "\x1F\x8B"sv, phrases::an_archive, phrases::unpack},
    Signature{0, "BZh"sv, phrases::an_archive, phrases::unpack},
    Signature{0, "\xFD\x37zXZ\0"sv, phrases::an_archive, phrases::unpack},
    Signature{257, "ustar"sv, phrases::an_archive, phrases::unpack},
    Signature{0, "\x7F\x45LF"sv, phrases::a_program, phrases::get_document},
    Signature{0, "MZ"sv, phrases::a_program, phrases::get_document},
    Signature{0, "#!"sv, phrases::a_program, phrases::get_document},
    Signature{4, "ftyp"sv, phrases::a_recording, phrases::get_document},
    Signature{0, "ID3"sv, phrases::a_recording, phrases::get_document},
    Signature{0, "OggS"sv, phrases::a_recording, phrases::get_document},
    Signature{0, "SQLite format 3\0"sv, phrases::a_database, phrases::get_document},
    Signature{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, phrases::a_word97, phrases::save_as},
    Signature{0, "{\\rtf"sv, phrases::a_rtf, phrases::save_as},
    Signature{0, "%!PS"sv, phrases::a_postscript, phrases::save_as},
};

/// Packages in a ZIP container, by an entry that only they have.
constexpr std::array packages{
    Signature{0, "xl/workbook."sv, phrases::a_spreadsheet, phrases::get_document},
    Signature{0, "opendocument.spreadsheet"sv, phrases::a_spreadsheet, phrases::get_document},
    Signature{0, "ppt/presentation.xml"sv, phrases::a_presentation, phrases::get_document},
    Signature{0, "opendocument.presentation"sv, phrases::a_presentation, phrases::get_document},
    Signature{0, "OFD.xml"sv, phrases::an_ofd, phrases::save_as},
    Signature{0, ""sv, phrases::an_archive, phrases::unpack},
};

Words unsupported(const Signature& signature) {
  return fill(phrases::not_supported, fill(signature.kind), fill(signature.advice));
}

Words unsupported(Bytes bytes, std::span<const Format> formats) {
  const std::string_view text = as_text(bytes);
  if (text.starts_with("PK\x03\x04")) {
    // Entry names stand in front of each entry and again at the end: one of these ends has them.
    constexpr std::size_t window = 1u << 20;
    const std::string_view head = text.substr(0, window);
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), window));
    for (const Signature& package : packages)
      if (head.find(package.bytes) != head.npos || tail.find(package.bytes) != tail.npos)
        return unsupported(package);
  }
  for (const Signature& signature : signatures)
    if (text.size() > signature.offset &&
        text.substr(signature.offset).starts_with(signature.bytes))
      return unsupported(signature);
  std::string names;
  for (const Format& format : formats)
    names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
  return fill(phrases::not_known, names);
}

} // namespace

Result<const Format*> detect(Bytes bytes, std::span<const Format> formats) {
  if (bytes.empty())
    return fail(Code::empty, fill(phrases::empty_input));
  const Format* best = nullptr;
  int certainty = 0;
  for (const Format& format : formats) {
    const int sure = format.sniff(bytes);
    if (sure > certainty) {
      certainty = sure;
      best = &format;
    }
  }
  if (!best)
    return fail(Code::unsupported, unsupported(bytes, formats));
  return best;
}

} // namespace gouji
