// SPDX-License-Identifier: GPL-3.0-or-later
// Collapsing white space, counting sizes.
#include "readers/odf_text.h"

namespace gouji::odf {

namespace {

double points(const std::optional<Size>& size, double otherwise) {
  return size && !size->fraction ? size->value : otherwise;
}

constexpr double usual = 12; ///< points, where no style states a size

} // namespace

void Line::add(std::string_view piece, const Properties& style) {
  const std::size_t before = text_.size();
  for (const char c : piece) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      text_ += c;
    else if (!after_space_)
      text_ += ' ';
    after_space_ = blank;
  }
  if (text_.size() == before)
    return;
  // Western and East Asian letters have sizes of their own; a piece is nearly always all of one.
  const bool asian = static_cast<unsigned char>(text_[before]) >= 0xE2;
  const double western_size = points(style.size, usual);
  sizes_.add(asian ? points(style.size_asian, western_size) : western_size, text_.size() - before);
}

void Line::add_stated(std::string_view piece) {
  text_ += piece;
  after_space_ = false;
  stated_to_ = text_.size();
}

std::string Line::take() {
  while (text_.size() > stated_to_ && text_.back() == ' ')
    text_.pop_back();
  return std::move(text_);
}

double Line::font_size(const Properties& paragraph) const {
  return sizes_.most_used(points(paragraph.size, usual));
}

} // namespace gouji::odf
