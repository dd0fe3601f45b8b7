// SPDX-License-Identifier: GPL-3.0-or-later
// What tells two files apart: the SHA-256 of their bytes.
#pragma once

#include "document/document.h"

#include <string>

namespace gouji {

/// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hex digits.
std::string sha256(Bytes bytes);

} // namespace gouji
