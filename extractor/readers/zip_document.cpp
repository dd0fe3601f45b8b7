// SPDX-License-Identifier: GPL-3.0-or-later
// The single document of an archive, found by content.
#include "readers/zip_document.h"

#include "base/limits.h"
#include "readers/messages.h"
#include "readers/zip_archive.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

using namespace std::string_view_literals;

/// The names of the archive's own entries stand in its central directory (APPNOTE 4.3.12); an entry
/// that is stored may hold other names further up.
std::string_view central_directory(std::string_view text) {
  const auto end = text.rfind("PK\5\6");
  if (end == text.npos || text.size() - end < 22)
    return {};
  std::size_t offset = 0;
  for (std::size_t i = 4; i-- > 0;)
    offset = offset << 8 | static_cast<unsigned char>(text[end + 16 + i]);
  return offset < end ? text.substr(offset, end - offset) : std::string_view{};
}

/// Below this a file is hardly the document: a note, a list of files.
constexpr int sure_enough = 10;

} // namespace

int sniff_zip(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  if (!text.starts_with("PK\3\4"))
    return 0;
  const std::string_view names = central_directory(text);
  if (names.empty())
    return 0;
  for (const std::string_view package : {"[Content_Types].xml"sv, "mimetype"sv, "OFD.xml"sv})
    if (names.find(package) != names.npos)
      return 0;
  return 97; // above the guess of a package reader, which may see names inside a stored entry
}

Result<Document> read_zipped(Bytes bytes, std::span<const Format> formats) {
  auto archive = ZipArchive::open(bytes);
  if (!archive)
    return tl::unexpected<Error>(archive.error());
  const std::vector<std::string> parts = archive->parts();
  if (parts.size() > limits::zipped_files)
    return fail(Code::unsupported, fill(phrases::zip_of_many, parts.size()));

  std::optional<std::string> content;
  const Format* format = nullptr;
  int documents = 0, best = 0;
  for (const std::string& part : parts) {
    if (part.ends_with('/') || part.starts_with("__macosx/"))
      continue;
    auto entry = archive->read(part);
    if (!entry)
      return tl::unexpected<Error>(entry.error());
    const auto detected = detect(as_bytes(*entry), formats);
    if (!detected)
      continue;
    const int sure = (*detected)->sniff(as_bytes(*entry));
    documents += sure > sure_enough;
    if (sure > best) {
      best = sure;
      format = *detected;
      content = std::move(*entry);
    }
  }
  if (!format)
    return fail(Code::unsupported, fill(phrases::zip_without_document));
  if (documents > 1)
    return fail(Code::unsupported, fill(phrases::zip_of_many, documents));
  return format->read(as_bytes(*content));
}

} // namespace gouji
