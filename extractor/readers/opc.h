// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of an Office Open XML package find each other: by relationships, not by name
// (ECMA-376-2 §6.5).
#pragma once

#include "base/result.h"
#include "readers/zip_archive.h"

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

struct Relationship {
  std::string id;
  std::string type;   ///< last segment of the type's address: "officeDocument", "styles"
  std::string target; ///< part name without leading '/', resolved against its source
};

/// The relationships of `part`, or of the package when it is empty; without external ones. None
/// when it has no relationships part. Errors: as XmlReader and ZipArchive::stream.
Result<std::vector<Relationship>> read_relationships(ZipArchive& archive, std::string_view part);

/// The first target of the given type, empty when there is none.
std::string target_of(const std::vector<Relationship>& relationships, std::string_view type);

} // namespace gouji
