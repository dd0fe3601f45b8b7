// SPDX-License-Identifier: GPL-3.0-or-later
// Writes JSON as it goes. A document tree would cost more than the report it describes, and knows
// no decimals: here a number is written digit for digit.
#pragma once

#include "base/decimal.h"
#include "base/geometry.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

/// `text` as valid UTF-8: every byte that is no part of a character becomes U+FFFD.
std::string valid_text(std::string_view text);

/// Appends one JSON value (RFC 8259) to a string. The caller's calls must nest as JSON does; keys
/// come in the order they are written. Characters beyond ASCII are not escaped, invalid UTF-8
/// becomes U+FFFD.
class JsonStream {
public:
  enum class Shape {
    indented, ///< a member a line
    inlined,  ///< on one line, with everything inside
    packed    ///< of a whole stream only: inlined, and without blanks
  };

  /// `shape` inlined: no line break at all, as JSON Lines wants it.
  explicit JsonStream(Shape shape = Shape::indented)
      : inline_from_(shape == Shape::indented ? -1 : 0), packed_(shape == Shape::packed) {}

  JsonStream& begin_object(Shape shape = Shape::indented) { return begin('{', shape); }
  JsonStream& end_object() { return end('}'); }
  JsonStream& begin_array(Shape shape = Shape::indented) { return begin('[', shape); }
  JsonStream& end_array() { return end(']'); }
  JsonStream& key(std::string_view name);

  JsonStream& string(std::string_view text);
  JsonStream& number(long long value);
  JsonStream& number(const Decimal& value);
  /// Rounded to `digits` decimals; null when it is not finite, which JSON cannot say.
  JsonStream& rounded(double value, int digits);
  JsonStream& boolean(bool value);
  JsonStream& null();
  /// [x0, y0, x1, y1] on one line, rounded to 0.1 points; null for a default box.
  JsonStream& box(const Rect& box);

  /// The finished text. The stream is spent afterwards.
  std::string take() { return std::move(out_); }
  /// What was written since the last call; the stream goes on.
  std::string take_piece() { return std::exchange(out_, {}); }

private:
  JsonStream& begin(char bracket, Shape shape);
  JsonStream& end(char bracket);
  void separate();
  void quote(std::string_view text);
  bool inlined() const { return inline_from_ >= 0; }

  std::string out_;
  std::vector<bool> filled_; ///< per open bracket: does it hold something already?
  int inline_from_ = -1;     ///< depth of the outermost inlined bracket, -1 for none
  bool packed_ = false;
  bool after_key_ = false;
};

} // namespace gouji
