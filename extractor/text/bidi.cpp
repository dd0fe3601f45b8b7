// SPDX-License-Identifier: GPL-3.0-or-later
// ICU's bidirectional algorithm, both ways.
#include "text/bidi.h"

#include "text/characters.h"

#include <unicode/normalizer2.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

namespace gouji {

namespace {

constexpr char32_t left_to_right_mark = 0x200E;

icu::UnicodeString to_icu(std::u32string_view text) {
  return icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                       static_cast<std::int32_t>(text.size()));
}

std::u32string from_icu(const icu::UnicodeString& text) {
  std::u32string out(static_cast<std::size_t>(text.countChar32()), U'\0');
  UErrorCode status = U_ZERO_ERROR;
  text.toUTF32(reinterpret_cast<UChar32*>(out.data()), static_cast<std::int32_t>(out.size()),
               status);
  return out;
}

/// `text` reordered as a line of one direction; as it is where ICU cannot.
std::u32string reordered(std::u32string_view text, UBiDiReorderingMode mode, bool leftward,
                         std::uint16_t options) {
  const icu::UnicodeString from = to_icu(text);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(
      ubidi_openSized(from.length(), 0, &status), &ubidi_close);
  ubidi_setReorderingMode(bidi.get(), mode);
  ubidi_setPara(bidi.get(), from.getBuffer(), from.length(), leftward ? 1 : 0, nullptr, &status);
  icu::UnicodeString to;
  char16_t* buffer = to.getBuffer(from.length());
  const std::int32_t length = ubidi_writeReordered(
      bidi.get(), buffer, from.length(),
      static_cast<std::uint16_t>(options | UBIDI_KEEP_BASE_COMBINING), &status);
  to.releaseBuffer(U_SUCCESS(status) ? length : 0);
  return U_SUCCESS(status) ? from_icu(to) : std::u32string(text);
}

bool is_rightward(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0 && !is_leftward(c);
}

/// Do at least half of the words with letters go to the left?
bool goes_left(std::u32string_view text) {
  int balance = 0;
  while (!text.empty()) {
    const auto end = std::ranges::find_if(text, is_space);
    const std::u32string_view word(text.begin(), end);
    if (std::ranges::any_of(word, is_leftward))
      ++balance;
    else if (std::ranges::any_of(word, is_rightward))
      --balance;
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return balance >= 0;
}

/// A sign directly before a number is the number's, though the algorithm would have it behind:
/// marks that go to the right, one on each side, keep the two together. ICU takes them out again.
std::u32string with_signs_kept(std::u32string_view text) {
  std::u32string out;
  bool signed_number = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool sign = c == U'-' || c == U'+' || c == 0x2212 || c == 0x2013;
    if (signed_number && !is_ascii_digit(c) && c != U'.' && c != U',') {
      out.push_back(left_to_right_mark);
      signed_number = false;
    }
    if (sign && i + 1 < text.size() && is_ascii_digit(text[i + 1]) &&
        (i == 0 || is_space(text[i - 1]) || text[i - 1] == U'(')) {
      out.push_back(left_to_right_mark);
      signed_number = true;
    }
    out.push_back(c);
  }
  if (signed_number)
    out.push_back(left_to_right_mark);
  return out;
}

/// How many brackets and pointed quotation marks find their partner.
int paired_brackets(std::u32string_view text) {
  std::u32string open;
  int pairs = 0;
  for (const char32_t c : text) {
    const auto partner = static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c)));
    const auto type = u_charType(static_cast<UChar32>(c));
    if (partner == c)
      continue;
    if (type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION) {
      open.push_back(partner);
    } else if (!open.empty() && open.back() == c) {
      open.pop_back();
      ++pairs;
    }
  }
  return pairs;
}

std::u32string without_presentation_forms(std::u32string text) {
  const auto is_form = [](char32_t c) {
    return (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
  };
  UErrorCode status = U_ZERO_ERROR;
  if (std::ranges::none_of(text, is_form))
    return text;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::u32string out;
  for (const char32_t c : text) {
    icu::UnicodeString letters;
    if (is_form(c) && U_SUCCESS(status) &&
        nfkc->getDecomposition(static_cast<UChar32>(c), letters) != 0)
      out += from_icu(letters);
    else
      out.push_back(c);
  }
  return out;
}

} // namespace

std::u32string logical_order(std::u32string_view printed) {
  if (std::ranges::none_of(printed, is_leftward))
    return std::u32string(printed);
  const bool leftward = goes_left(printed);
  const std::u32string text = with_signs_kept(printed);
  const auto read = [&](int options) {
    return reordered(text, UBIDI_REORDER_INVERSE_LIKE_DIRECT, leftward,
                     static_cast<std::uint16_t>(options | UBIDI_REMOVE_BIDI_CONTROLS));
  };
  std::u32string as_drawn = read(UBIDI_DO_MIRRORING), as_typed = read(0);
  return without_presentation_forms(paired_brackets(as_typed) > paired_brackets(as_drawn)
                                        ? std::move(as_typed)
                                        : std::move(as_drawn));
}

std::u32string printed_order(std::u32string_view logical) {
  if (std::ranges::none_of(logical, is_leftward))
    return std::u32string(logical);
  return reordered(logical, UBIDI_REORDER_DEFAULT, goes_left(logical), 0);
}

} // namespace gouji
