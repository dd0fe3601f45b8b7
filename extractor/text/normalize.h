// SPDX-License-Identifier: GPL-3.0-or-later
// Printed text -> comparable text.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// NFKC (Unicode TR15) with CJK radicals (⺠⻅⻓ ...) as the characters they stand for, every white
/// space and control character removed, dashes, quotes and brackets unified to their ASCII forms,
/// Latin letters in lower case. Two labels that a reader takes for the same are equal after this,
/// wording aside. Invalid UTF-8 becomes U+FFFD.
///
/// Unified: every dash and minus is '-'; every quotation mark, single or double or 「」, is '"';
/// every bracket, round, square, 〔〕 or 【】, is '(' or ')'; 《》〈〉 are '<' and '>'; every
/// middle dot is '·'.
std::string normalized(std::string_view text);

/// The same, but runs of white space become one space and none remains at the ends; case is kept:
/// for prose.
std::string normalized_prose(std::string_view text);

/// UTF-8 <-> code points. Invalid bytes become U+FFFD.
std::u32string to_u32(std::string_view text);
std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t c);

/// Is `text` valid UTF-8 (RFC 3629)?
bool valid_utf8(std::string_view text);

} // namespace gouji
