// SPDX-License-Identifier: GPL-3.0-or-later
// The characters of web pages and text files: which encoding the bytes are in, and the bytes as
// UTF-8.
#pragma once

#include "base/result.h"
#include "document/document.h"

#include <string>
#include <string_view>

namespace gouji {

enum class Charset { utf8, gb18030, big5, utf16_le, utf16_be };

/// The encoding of `bytes`: a byte order mark decides; else bytes that are valid UTF-8 are,
/// whatever they say of themselves; else `declared` (a name as in <meta charset> or a MIME header,
/// may be empty) when gouji knows it; else whether the byte pairs look like GB 18030 (with GBK and
/// GB 2312 in it) or Big5. Cost: one pass.
Charset detect_charset(Bytes bytes, std::string_view declared);

/// Text as UTF-8 without byte order mark. `storage` is empty when the bytes already were that:
/// `text` then points at them, else into `storage`'s own memory.
struct DecodedText {
  Charset charset = Charset::utf8;
  std::string storage;
  std::string_view view; ///< used while `storage` is empty

  std::string_view text() const { return storage.empty() ? view : std::string_view(storage); }
};

/// `bytes` as UTF-8; what cannot be decoded becomes U+FFFD. Errors: limit (text above
/// limits::text_bytes).
Result<DecodedText> decode_text(Bytes bytes, std::string_view declared);

/// How much the first bytes look like text that a person typed: 0 not at all (control characters,
/// no encoding fits), 1 ASCII only, 2 Chinese.
int text_likeness(Bytes bytes);

} // namespace gouji
