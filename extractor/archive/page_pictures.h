// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the pages that findings stand on, drawn by confined workers.
#pragma once

#include "archive/archive_reading.h"
#include "archive/pool.h"
#include "base/geometry.h"

#include <string>
#include <vector>

namespace gouji {

/// A part of a page of an archive's document: `area` in points from the page's top left, `weight`
/// how much is wrong there.
struct WantedPicture {
  std::string sha256;
  int page = 0;
  Rect area;
  int weight = 0;
};

/// How pictures are drawn: a document is no more to be trusted now than when it was converted.
struct PictureSetup {
  WorkerSetup workers;
  int jobs = 1;
  std::size_t most = 0; ///< pictures at most, the heaviest first
};

/// PNG files in the order of `wanted`, as base64; empty where none was drawn: beyond `most`, the
/// document's file is gone or has changed, or it cannot be drawn. Throws DatabaseError.
std::vector<std::string> draw_pictures(ArchiveReading& archive,
                                       const std::vector<WantedPicture>& wanted,
                                       const PictureSetup& setup);

} // namespace gouji
