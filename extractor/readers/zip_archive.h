// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a ZIP package (DOCX, ODF), read by name and inflated under bounds. The only place
// with libzip; nothing is ever written to disk and no name is followed outside the package.
#pragma once

#include "base/result.h"
#include "document/document.h"
#include "readers/xml.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// An open package. Part names are compared as OPC does (ECMA-376-2 §6.2.2.3: without case), with
/// '\\' for '/' and a leading '/' allowed, because some writers produce them.
class ZipArchive {
public:
  /// Opens a package over `bytes`, which must outlive it. Errors: damaged (no sound central
  /// directory; two entries with the same part name), limit (too many entries).
  static Result<ZipArchive> open(Bytes bytes);

  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  /// Names of all entries that are no folders, as the package has them (any bytes).
  std::vector<std::string> names() const;
  bool has(std::string_view part) const;
  /// The names of all parts, sorted, as they are compared: in lower case, without leading '/'.
  std::vector<std::string> parts() const;
  /// The bytes of a part as a stream. Errors (also of the stream itself): damaged (not there, wrong
  /// checksum, unknown method), encrypted, limit (inflates to more than limits.h allows, counted on
  /// the bytes that really come); those of the stream do not name the part. The stream must not
  /// outlive the archive.
  Result<ByteSource> stream(std::string_view part);
  /// A whole small part.
  Result<std::string> read(std::string_view part);

private:
  struct State;
  explicit ZipArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace gouji
