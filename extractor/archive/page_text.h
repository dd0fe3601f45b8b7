// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a page's data, each written once and made harmless.
#pragma once

#include "base/words.h"
#include "writers/json_stream.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// Texts that many places share are written once and named by number. They are made visible.
class TextPool {
public:
  std::int64_t number(std::string_view text);
  /// As an array, in the order of their numbers.
  void write(JsonStream& json) const;

private:
  std::map<std::string, std::int64_t, std::less<>> numbers_;
  std::vector<const std::string*> order_;
};

/// Messages of ten thousand findings are few sentences with different numbers: a pattern has U+0001
/// in the place of each run of digits.
class MessagePool {
public:
  struct Split {
    std::int64_t pattern = 0;
    /// The runs of digits with blanks between; when those of the Chinese message differ, they
    /// follow behind "|".
    std::string numbers;
  };
  Split split(const Words& message);
  /// As an array of [English, Chinese].
  void write(JsonStream& json) const;

private:
  std::map<std::pair<std::string, std::string>, std::int64_t> numbers_;
  std::vector<const std::pair<std::string, std::string>*> order_;
};

} // namespace gouji
