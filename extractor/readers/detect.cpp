// SPDX-License-Identifier: GPL-3.0-or-later
// Which reader a file is for, by its content alone, and a helpful word about files that are for
// none.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "readers/format.h"
#include "readers/messages.h"

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
    Signature{0, "\xFF\xD8\xFF"sv, messages::a_picture, messages::get_text},
    Signature{0, "\x89PNG\r\n"sv, messages::a_picture, messages::get_text},
    Signature{0, "GIF8"sv, messages::a_picture, messages::get_text},
    Signature{0, "BM"sv, messages::a_picture, messages::get_text},
    Signature{0, "II*\0"sv, messages::a_picture, messages::get_text},
    Signature{0, "MM\0*"sv, messages::a_picture, messages::get_text},
    Signature{8, "WEBP"sv, messages::a_picture, messages::get_text},
    Signature{0, "AT&TFORM"sv, messages::a_picture, messages::get_text},
    Signature{0, "Rar!\x1A\x07"sv, messages::an_archive, messages::unpack},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, messages::an_archive, messages::unpack},
    Signature{0, "\x1F\x8B"sv, messages::an_archive, messages::unpack},
    Signature{0, "BZh"sv, messages::an_archive, messages::unpack},
    Signature{0, "\xFD\x37zXZ\0"sv, messages::an_archive, messages::unpack},
    Signature{257, "ustar"sv, messages::an_archive, messages::unpack},
    Signature{0, "\x7F\x45LF"sv, messages::a_program, messages::get_document},
    Signature{0, "MZ"sv, messages::a_program, messages::get_document},
    Signature{0, "#!"sv, messages::a_program, messages::get_document},
    Signature{4, "ftyp"sv, messages::a_recording, messages::get_document},
    Signature{0, "ID3"sv, messages::a_recording, messages::get_document},
    Signature{0, "OggS"sv, messages::a_recording, messages::get_document},
    Signature{0, "SQLite format 3\0"sv, messages::a_database, messages::get_document},
    Signature{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, messages::a_word97, messages::save_as},
    Signature{0, "{\\rtf"sv, messages::a_rtf, messages::save_as},
    Signature{0, "%!PS"sv, messages::a_postscript, messages::save_as},
};

/// Packages in a ZIP container, by an entry that only they have.
constexpr std::array packages{
    Signature{0, "xl/workbook."sv, messages::a_spreadsheet, messages::get_document},
    Signature{0, "opendocument.spreadsheet"sv, messages::a_spreadsheet, messages::get_document},
    Signature{0, "ppt/presentation.xml"sv, messages::a_presentation, messages::get_document},
    Signature{0, "opendocument.presentation"sv, messages::a_presentation, messages::get_document},
    Signature{0, "OFD.xml"sv, messages::an_ofd, messages::save_as},
    Signature{0, ""sv, messages::an_archive, messages::unpack},
};

Words unsupported(const Signature& signature) {
  return fill(messages::not_supported, fill(signature.kind), fill(signature.advice));
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
  return fill(messages::not_known, names);
}

} // namespace

Result<const Format*> detect(Bytes bytes, std::span<const Format> formats) {
  if (bytes.empty())
    return fail(Code::empty, fill(messages::empty_input));
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
