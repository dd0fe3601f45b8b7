// SPDX-License-Identifier: GPL-3.0-or-later
// One document packed into a ZIP archive, as sites offer their attachments.
#pragma once

#include "readers/format.h"

#include <span>

namespace gouji {

/// How sure it is that `bytes` are a plain ZIP archive and no document that only uses the container
/// (DOCX, ODF, OFD ...), as of Format::sniff.
int sniff_zip(Bytes bytes);

/// Reads the one entry that `formats` know; pictures and other files beside it are passed over.
/// Errors: unsupported (no document, or more than one), those of the container and of the reader.
Result<Document> read_zipped(Bytes bytes, std::span<const Format> formats);

} // namespace gouji
