// SPDX-License-Identifier: GPL-3.0-or-later
// White space and script positions of a page's text.
#include "readers/html_text.h"

#include <array>

namespace gouji {
namespace {

using namespace std::string_view_literals;

bool white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// Does a UTF-8 character that begins with `lead` look like one of the wide ones: ideographs, CJK
/// punctuation and full-width forms all begin with these bytes?
bool wide_lead(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return (0xE3 <= byte && byte <= 0xE9) || byte == 0xEF;
}

bool ends_wide(std::string_view text) {
  return text.size() >= 3 && wide_lead(text[text.size() - 3]);
}

constexpr std::array raised_digits{"⁰"sv, "¹"sv, "²"sv, "³"sv, "⁴"sv,
                                   "⁵"sv, "⁶"sv, "⁷"sv, "⁸"sv, "⁹"sv};
constexpr std::array lowered_digits{"₀"sv, "₁"sv, "₂"sv, "₃"sv, "₄"sv,
                                    "₅"sv, "₆"sv, "₇"sv, "₈"sv, "₉"sv};

/// Length of the blank that `text` begins or ends with, besides ASCII: the no-break space and the
/// ideographic space that pages indent with.
constexpr std::array blanks{" "sv, "\n"sv, "\t"sv, "\u00a0"sv, "\u3000"sv, "\u200b"sv, "\ufeff"sv};

std::size_t blank_in_front(std::string_view text) {
  for (const std::string_view blank : blanks)
    if (text.starts_with(blank))
      return blank.size();
  return 0;
}

std::size_t blank_behind(std::string_view text) {
  for (const std::string_view blank : blanks)
    if (text.ends_with(blank))
      return blank.size();
  return 0;
}

} // namespace

void HtmlText::put(char c) {
  if (space_ && has_text() && text_.back() != '\n') {
    const bool joined = source_line_ && ends_wide(text_) && wide_lead(c);
    if (!joined)
      text_ += ' ';
  }
  space_ = source_line_ = false;
  text_ += c;
}

void HtmlText::add(std::string_view text, const HtmlStyle& style) {
  const std::size_t before = text_.size();
  const bool script = style.raised || style.lowered;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (white(c)) {
      if (style.preformatted) {
        text_ += c == '\n' ? '\n' : ' ';
        continue;
      }
      space_ = true;
      source_line_ |= c == '\n';
    } else if (script && '0' <= c && c <= '9') {
      const auto digit = static_cast<std::size_t>(c - '0');
      const std::string_view form =
          style.raised ? raised_digits.at(digit) : lowered_digits.at(digit);
      put(form.front());
      text_ += form.substr(1);
    } else {
      put(c);
      // The rest of a run without white space needs no further look.
      std::size_t end = i + 1;
      while (!script && end < text.size() && !white(text[end]))
        ++end;
      text_ += text.substr(i + 1, end - i - 1);
      i = end - 1;
    }
  }
  const std::size_t added = text_.size() - before;
  if (added == 0)
    return;
  if (style.link)
    link_bytes_ += static_cast<std::uint32_t>(added);
  if (longest_run_ == 0)
    style_ = style;
  if (added > longest_run_) {
    longest_run_ = added;
    font_size_ = style.font_size;
  }
}

void HtmlText::line_break() {
  space_ = source_line_ = false;
  if (has_text())
    text_ += '\n';
}

std::string HtmlText::cut(HtmlMark mark) {
  if (mark.paragraph != paragraph_)
    return {};
  std::string out = text_.substr(mark.offset);
  text_.resize(mark.offset);
  space_ = source_line_ = false;
  while (const std::size_t length = blank_behind(out))
    out.resize(out.size() - length);
  return out;
}

HtmlSpan HtmlText::finish() {
  std::size_t end = text_.size();
  while (end > begin_) {
    const std::size_t length = blank_behind(std::string_view(text_).substr(begin_, end - begin_));
    if (length == 0)
      break;
    end -= length;
  }
  std::size_t begin = begin_;
  while (begin < end) {
    const std::size_t length = blank_in_front(std::string_view(text_).substr(begin, end - begin));
    if (length == 0)
      break;
    begin += length;
  }
  text_.resize(end);
  HtmlSpan span;
  span.begin = static_cast<std::uint32_t>(begin);
  span.end = static_cast<std::uint32_t>(end);
  span.link_bytes = link_bytes_;
  span.font_size = font_size_;
  span.centered = style_.centered;
  span.heading = style_.heading;
  begin_ = end;
  ++paragraph_;
  link_bytes_ = 0;
  longest_run_ = 0;
  font_size_ = 0;
  style_ = {};
  space_ = source_line_ = false;
  return span;
}

} // namespace gouji
