// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a DOCX package are read, in which order, and what is done about missing ones.
#include "readers/docx.h"

#include "readers/docx_body.h"
#include "readers/docx_names.h"
#include "readers/docx_numbering.h"
#include "readers/docx_styles.h"
#include "readers/messages.h"
#include "readers/opc.h"
#include "readers/zip_archive.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The stream that holds an encrypted package in a compound file (MS-OFFCRYPTO 2.3.4.4), in UTF-16.
constexpr std::string_view encrypted_stream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

int sniff(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  if (text.starts_with(compound_file))
    return text.find(encrypted_stream) != std::string_view::npos ? 95 : 0;
  if (!text.starts_with("PK\3\4"))
    return 0;
  // Part names stand in clear in the local headers and in the directory at the end.
  constexpr std::size_t window = 1u << 20;
  const std::string_view head = text.substr(0, window);
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), window));
  const auto names = [&](std::string_view part) {
    return head.find(part) != head.npos || tail.find(part) != tail.npos;
  };
  if (names("word/document"))
    return 95;
  // A main part of another name is legal.
  return names("[Content_Types].xml") && !names("xl/workbook") && !names("ppt/presentation") ? 40
                                                                                             : 0;
}

/// Opens an optional part. What cannot be read is noted and left out: its text still counts.
template <class Read>
void read_optional(ZipArchive& archive, const std::string& part, Document& document,
                   std::optional<Error>& failure, const Read& read) {
  if (part.empty() || !archive.has(part))
    return;
  const auto complain = [&](const Error& error) {
    if (error.code == Code::limit || error.code == Code::encrypted)
      failure = error;
    else
      document.notes.push_back({fill(phrases::part_skipped, part, error.message), {}});
  };
  Result<ByteSource> source = archive.stream(part);
  if (!source)
    return complain(source.error());
  XmlReader xml(docx::vocabulary, std::move(*source));
  read(xml);
  if (xml.error())
    complain(*xml.error());
}

Result<Document> read(Bytes bytes) {
  if (as_text(bytes).starts_with(compound_file))
    return fail(Code::encrypted, fill(phrases::document_encrypted));
  Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive)
    return tl::unexpected(archive.error());

  // The main part is found by its relationship; packages whose relationships are lost mostly hold
  // it under its usual name.
  std::string main = "word/document.xml";
  if (const auto package = read_relationships(*archive, ""); package) {
    if (const std::string target = target_of(*package, "officeDocument"); !target.empty())
      main = target;
  } else if (package.error().code == Code::limit) {
    return tl::unexpected(package.error());
  }
  Result<ByteSource> source = archive->stream(main);
  if (!source)
    return tl::unexpected(source.error());

  Document document;
  document.format = "docx";
  std::optional<Error> failure;
  std::vector<Relationship> parts;
  if (auto found = read_relationships(*archive, main))
    parts = std::move(*found);
  else if (found.error().code == Code::limit)
    return tl::unexpected(found.error());
  docx::Styles styles;
  read_optional(*archive, target_of(parts, "styles"), document, failure,
                [&](XmlReader& xml) { styles = docx::read_styles(xml); });
  const auto load_numbering = [&] {
    docx::Numbering numbering;
    read_optional(*archive, target_of(parts, "numbering"), document, failure,
                  [&](XmlReader& xml) { numbering = docx::Numbering::read(xml, styles); });
    return numbering;
  };

  XmlReader xml(docx::vocabulary, std::move(*source));
  if (auto done = docx::read_body(xml, styles, load_numbering, document); !done) {
    Error error = done.error();
    error.message = fill(phrases::part_unreadable, main, error.message);
    return tl::unexpected(std::move(error));
  }
  if (failure)
    return tl::unexpected(*failure);
  return document;
}

} // namespace

const Format& docx_format() {
  static constexpr std::array<std::string_view, 4> extensions{"docx", "docm", "dotx", "dotm"};
  static constexpr Format format{"docx", extensions, sniff, read};
  return format;
}

} // namespace gouji
