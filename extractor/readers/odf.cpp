// SPDX-License-Identifier: GPL-3.0-or-later
// Which streams of an OpenDocument are read: those of a package, or the one of a flat document.
#include "readers/odf.h"

#include "readers/messages.h"
#include "readers/odf_body.h"
#include "readers/odf_names.h"
#include "readers/zip_archive.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr std::string_view package_mark = "mimetypeapplication/vnd.oasis.opendocument.";
constexpr std::string_view office_namespace = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

int sniff(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  if (text.starts_with("PK\3\4")) {
    // A package says at its very beginning what it is (ODF 1.3-2 §3.3).
    const std::size_t mark = text.substr(0, 256).find(package_mark);
    if (mark != text.npos)
      return text.substr(mark + package_mark.size()).starts_with("text") ? 95 : 0;
    constexpr std::size_t window = 1u << 20;
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), window));
    return tail.find("content.xml") != tail.npos && tail.find("META-INF/manifest.xml") != tail.npos
               ? 50
               : 0;
  }
  const std::string_view head = text.substr(0, 8192);
  const std::size_t first = head.find('<');
  if (first == head.npos || first > 64 || head.find(office_namespace) == head.npos)
    return 0;
  return head.find("opendocument.text") != head.npos ? 95 : 50;
}

/// The manifest names a key for each encrypted part (ODF 1.3-2 §4.4).
Result<bool> is_encrypted(ZipArchive& archive) {
  constexpr std::string_view manifest = "META-INF/manifest.xml";
  if (archive.has("encrypted-package"))
    return true;
  if (!archive.has(manifest))
    return false;
  Result<ByteSource> source = archive.stream(manifest);
  if (!source)
    return tl::unexpected(source.error());
  XmlReader xml(odf::vocabulary, std::move(*source));
  while (xml.next())
    if (xml.at_start() && xml.name() == odf::encryption_data)
      return true;
  if (xml.error() && xml.error()->code == Code::limit)
    return tl::unexpected(*xml.error());
  return false;
}

Result<void> read_part(ZipArchive& archive, std::string_view part, odf::Stream stream,
                       odf::Styles& styles, Document& document) {
  Result<ByteSource> source = archive.stream(part);
  if (!source)
    return tl::unexpected(source.error());
  XmlReader xml(odf::vocabulary, std::move(*source));
  Result<void> done = odf::read_stream(xml, stream, styles, document);
  if (!done)
    done.error().message = fill(phrases::part_unreadable, part, done.error().message);
  return done;
}

Result<void> read_package(Bytes bytes, Document& document) {
  Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive)
    return tl::unexpected(archive.error());
  const Result<bool> encrypted = is_encrypted(*archive);
  if (!encrypted)
    return tl::unexpected(encrypted.error());
  if (*encrypted)
    return fail(Code::encrypted, fill(phrases::document_encrypted));
  odf::Styles styles;
  if (archive->has("styles.xml")) {
    Result<void> done = read_part(*archive, "styles.xml", odf::Stream::styles, styles, document);
    if (!done && done.error().code != Code::damaged)
      return done;
    if (!done) // the text still counts
      document.notes.push_back(
          {fill(phrases::part_skipped, "styles.xml", done.error().message), {}});
  }
  return read_part(*archive, "content.xml", odf::Stream::content, styles, document);
}

Result<Document> read(Bytes bytes) {
  Document document;
  document.format = "odt";
  Result<void> done;
  if (as_text(bytes).starts_with("PK")) {
    done = read_package(bytes, document);
  } else {
    odf::Styles styles;
    XmlReader xml(odf::vocabulary, memory_source(bytes));
    done = odf::read_stream(xml, odf::Stream::content, styles, document);
  }
  if (!done)
    return tl::unexpected(done.error());
  return document;
}

} // namespace

const Format& odt_format() {
  static constexpr std::array<std::string_view, 3> extensions{"odt", "ott", "fodt"};
  static constexpr Format format{"odt", extensions, sniff, read};
  return format;
}

} // namespace gouji
