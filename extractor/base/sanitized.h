// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gouji {

/// Is this a build with AddressSanitizer? Its shadow memory takes terabytes of address space, which
/// therefore cannot be bounded.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

} // namespace gouji
