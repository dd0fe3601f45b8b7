// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 through nettle: the only file that knows it. Nettle keeps no global state, which matters
// inside LibreOffice's process, and uses the processor's SHA instructions.
#include "pipeline/sha256.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace gouji {

std::string sha256(Bytes bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());

  static constexpr std::string_view hex = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    text += hex[byte >> 4];
    text += hex[byte & 15];
  }
  return text;
}

} // namespace gouji
