// SPDX-License-Identifier: GPL-3.0-or-later
// Text and table density over the containers of a page.
#include "readers/html_article.h"

#include "text/normalize.h"
#include "text/number.h"
#include "text/ordinal.h"

#include <algorithm>

namespace gouji {
namespace {

using Kind = HtmlItem::Kind;

/// What a container holds, with everything inside it.
struct Weight {
  std::uint64_t sentences = 0; ///< bytes of running text outside links
  std::uint64_t bytes = 0, link_bytes = 0;
  int required = 0; ///< data tables with numbers, numbered headings
};

bool mostly_link(const HtmlItem& item) {
  return item.link_bytes * 2 > item.end - item.begin;
}

/// Does a paragraph read as a sentence, not as a menu entry, a date line or a button? Chinese prose
/// of some length; the bytes of 20 characters.
bool running_text(const HtmlItem& item) {
  constexpr std::uint32_t shortest = 60;
  return item.end - item.begin >= shortest && !mostly_link(item) && !item.navigation;
}

bool numbered_heading(const HtmlPage& page, const HtmlItem& item) {
  if (mostly_link(item) || item.navigation)
    return false;
  // Headings are short; their numeral stands in front.
  const std::string begin = normalized_prose(page.text_of(item).substr(0, 60));
  const Ordinal ordinal = leading_ordinal(begin);
  return ordinal.style == Ordinal::Style::chinese || ordinal.style == Ordinal::Style::part;
}

/// Cells of the table that begins at `at` that hold a number and that hold words.
bool table_of_numbers(const HtmlPage& page, std::size_t at) {
  int numbers = 0, words = 0;
  const auto end = static_cast<std::size_t>(page.items[at].partner);
  for (std::size_t i = at + 1; i < end; ++i) {
    const HtmlItem& item = page.items[i];
    if (item.kind != Kind::cell || !item.has_text() || mostly_link(item))
      continue;
    const bool number = read_number(page.text_of(item)).kind == CellNumber::Kind::number;
    ++(number ? numbers : words);
    if (numbers >= 2 && words >= 2)
      return true;
  }
  return false;
}

std::vector<Weight> weigh(const HtmlPage& page) {
  std::vector<Weight> weights(page.containers.size());
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const HtmlItem& item = page.items[i];
    Weight& weight = weights.at(static_cast<std::size_t>(item.container));
    if (item.kind == Kind::table_begin && !item.layout) {
      weight.required += !item.navigation && table_of_numbers(page, i);
      const auto end = static_cast<std::size_t>(item.partner);
      for (; i < end; ++i) {
        weight.bytes += page.items[i].end - page.items[i].begin;
        weight.link_bytes += page.items[i].link_bytes;
      }
    } else if (item.kind != Kind::table_begin && item.has_text()) {
      weight.bytes += item.end - item.begin;
      weight.link_bytes += item.link_bytes;
      if (running_text(item))
        weight.sentences += item.end - item.begin - item.link_bytes;
      weight.required += numbered_heading(page, item);
    }
  }
  // Children come behind their parents, so one pass from the end gathers all.
  for (std::size_t c = weights.size(); c-- > 1;) {
    Weight& parent = weights.at(static_cast<std::size_t>(page.containers[c].parent));
    parent.sentences += weights[c].sentences;
    parent.bytes += weights[c].bytes;
    parent.link_bytes += weights[c].link_bytes;
    parent.required += weights[c].required;
  }
  return weights;
}

/// The deepest container that loses nothing required and at most a tenth of the sentences.
std::size_t deepest(const HtmlPage& page, const std::vector<Weight>& weights) {
  std::size_t best = 0;
  // A child that qualifies comes behind its parent, and at most one child of each does.
  for (std::size_t c = 1; c < weights.size(); ++c)
    if (static_cast<std::size_t>(page.containers[c].parent) == best &&
        weights[c].required == weights[0].required &&
        weights[c].sentences * 10 >= weights[0].sentences * 9 && weights[c].bytes > 0)
      best = c;
  return best;
}

bool repeats_title(std::string_view text, const std::string& page_title) {
  constexpr std::size_t shortest = 18; // six characters: less is a word of the menu
  const std::string plain = normalized(text);
  return plain.size() >= shortest && page_title.find(plain) != std::string::npos;
}

} // namespace

std::vector<bool> find_article(const HtmlPage& page) {
  if (page.items.empty())
    return {};
  const std::vector<Weight> weights = weigh(page);
  const std::size_t root = deepest(page, weights);
  const bool found = weights[0].required > 0 || weights[0].sentences > 0;

  std::vector<bool> inside(page.containers.size(), false), links(page.containers.size(), false);
  for (std::size_t c = 0; c < inside.size(); ++c) {
    const auto parent = static_cast<std::size_t>(std::max(page.containers[c].parent, 0));
    inside[c] = c == root || (c > root && inside[parent]);
    const Weight& weight = weights[c];
    links[c] =
        (c > 0 && links[parent]) || (c > root && weight.required == 0 && weight.sentences == 0 &&
                                     weight.link_bytes * 2 > weight.bytes);
  }

  std::vector<bool> kept(page.items.size(), !found);
  if (!found)
    return kept;
  const std::string title = normalized(page.title);
  bool title_stands = false, article_begun = false;
  std::vector<std::size_t> titles;
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    const HtmlItem& item = page.items[i];
    const auto container = static_cast<std::size_t>(item.container);
    const bool paragraph = item.kind == Kind::paragraph || item.kind == Kind::cell;
    const bool in_article = inside[container] && !links[container];
    article_begun = article_begun || (in_article && item.has_text());
    if (item.kind == Kind::table_begin && !item.layout) {
      const auto end = static_cast<std::size_t>(item.partner);
      for (; i <= end; ++i)
        kept[i] = in_article;
      i = end;
    } else if (item.kind == Kind::table_begin || item.kind == Kind::table_end || !paragraph ||
               !item.has_text()) {
      kept[i] = true;
    } else if (in_article) {
      kept[i] = !(item.navigation && !running_text(item));
      title_stands = title_stands || (kept[i] && repeats_title(page.text_of(item), title));
    } else if (!article_begun && !item.navigation && !mostly_link(item) &&
               (item.heading > 0 || repeats_title(page.text_of(item), title))) {
      titles.push_back(i);
    }
  }
  // The title may stand in a bar above the text; the text's own title is better.
  if (!title_stands && !titles.empty())
    kept[titles.back()] = true;
  return kept;
}

} // namespace gouji
