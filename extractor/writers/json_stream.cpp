// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text, piece by piece.
#include "writers/json_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gouji {

namespace {

/// Length of the valid UTF-8 sequence at the start of `text` (RFC 3629 §4), 0 when there is none.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0), second = byte(1);
  if (lead < 0x80)
    return 1;
  if (lead >= 0xC2 && lead <= 0xDF)
    return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return tail(1) && tail(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && second < 0x90;
    const bool too_far = lead == 0xF4 && second > 0x8F;
    return tail(1) && tail(2) && tail(3) && !overlong && !too_far ? 4 : 0;
  }
  return 0;
}

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

} // namespace

std::string valid_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    out += length == 0 ? replacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

void JsonStream::quote(std::string_view text) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c - ' ') < 0x5F && c != '"' && c != '\\';
  };
  out_ += '"';
  while (!text.empty()) {
    const char c = text.front();
    if (plain(c)) {
      const auto end = std::find_if_not(text.begin() + 1, text.end(), plain);
      out_.append(text.begin(), end);
      text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
      continue;
    }
    std::size_t length = 1;
    if (c == '"' || c == '\\')
      (out_ += '\\') += c;
    else if (c == '\n')
      out_ += "\\n";
    else if (c == '\t')
      out_ += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else if (length = sequence_length(text); length == 0) {
      out_ += replacement;
      length = 1;
    } else
      out_ += text.substr(0, length);
    text.remove_prefix(length);
  }
  out_ += '"';
}

void JsonStream::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty())
    return;
  if (filled_.back())
    out_ += inlined() && !packed_ ? ", " : ",";
  filled_.back() = true;
  if (!inlined())
    out_.append("\n").append(2 * filled_.size(), ' ');
}

JsonStream& JsonStream::begin(char bracket, Shape shape) {
  separate();
  out_ += bracket;
  if (shape == Shape::inlined && !inlined())
    inline_from_ = static_cast<int>(filled_.size());
  filled_.push_back(false);
  return *this;
}

JsonStream& JsonStream::end(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled && !inlined())
    out_.append("\n").append(2 * filled_.size(), ' ');
  // A stream that is inlined as a whole stays so.
  if (inline_from_ > 0 && inline_from_ == static_cast<int>(filled_.size()))
    inline_from_ = -1;
  out_ += bracket;
  return *this;
}

JsonStream& JsonStream::key(std::string_view name) {
  separate();
  quote(name);
  out_ += packed_ ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonStream& JsonStream::string(std::string_view text) {
  separate();
  quote(text);
  return *this;
}

JsonStream& JsonStream::number(long long value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

JsonStream& JsonStream::number(const Decimal& value) {
  separate();
  out_ += value.text();
  return *this;
}

JsonStream& JsonStream::rounded(double value, int digits) {
  if (!std::isfinite(value))
    return null();
  separate();
  const double unit = std::pow(10.0, digits);
  const double nearest = std::round(value * unit) / unit;
  // + 0.0 turns a negative zero into the plain one.
  fmt::format_to(std::back_inserter(out_), "{:.{}f}", nearest + 0.0, digits);
  return *this;
}

JsonStream& JsonStream::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonStream& JsonStream::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonStream& JsonStream::box(const Rect& box) {
  if (box == Rect{})
    return null();
  begin_array(Shape::inlined);
  for (const double edge : {box.x0, box.y0, box.x1, box.y1})
    rounded(edge, 1);
  return end_array();
}

} // namespace gouji
