// SPDX-License-Identifier: GPL-3.0-or-later
// Reader for web pages saved in one file (MHTML, RFC 2557): the page among its pictures.
#pragma once

#include "readers/format.h"

#include <string>
#include <string_view>

namespace gouji {

/// "mhtml". Reads the first HTML part of a message, however deep the parts are nested.
const Format& mhtml_format();

/// A MIME body decoded (RFC 2045, 6.7 and 6.8): `encoding` is "base64", "quoted-printable" or
/// anything else for none. What is no such code is skipped.
std::string decode_transfer(std::string_view body, std::string_view encoding);

} // namespace gouji
