// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as a person types them in an option.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace gouji {

/// The number that the whole of `text` is; nothing when anything else stands in it.
template <class Number> std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [read_to, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || read_to != end)
    return std::nullopt;
  return value;
}

} // namespace gouji
