// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/layout_shelf.h"

#include "matching/layout_loader.h"
#include "text/normalize.h"

#include <algorithm>
#include <numeric>

namespace gouji {
namespace {

constexpr std::size_t looked_at = 40; // blocks; a title stands near the top

/// All spellings and keys of a title, normalized.
std::vector<std::string> words_of(const Label& title) {
  std::vector<std::string> words = {normalized(title.text)};
  for (const Alias& alias : title.aliases)
    words.push_back(normalized(alias.text));
  for (const std::string& key : title.keys)
    words.push_back(normalized(key));
  std::erase(words, std::string());
  return words;
}

} // namespace

LayoutShelf::LayoutShelf(const Layouts& layouts) {
  for (const auto& layout : layouts)
    entries_.push_back({layout->first_year, layout->report_title, {}, {}, layout});
}

Result<void> LayoutShelf::add(std::string xml, const std::string& source) {
  Result<LayoutHead> head = read_layout_head(as_bytes(xml), source);
  if (!head)
    return tl::unexpected<Error>(std::move(head.error()));
  entries_.push_back(
      {head->first_year, std::move(head->report_title), std::move(xml), source, nullptr});
  return {};
}

LayoutShelf::Order LayoutShelf::order_for(const std::vector<Block>& flow) const {
  std::vector<std::size_t> order(entries_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return entries_[a].first_year > entries_[b].first_year;
  });
  std::vector<std::vector<std::string>> titles;
  for (const Entry& entry : entries_)
    titles.push_back(words_of(entry.title));
  for (std::size_t i = 0; i < std::min(flow.size(), looked_at); ++i) {
    const auto* paragraph = std::get_if<Paragraph>(&flow[i]);
    if (!paragraph)
      continue;
    const std::string text = normalized(paragraph->text);
    const auto behind = std::stable_partition(order.begin(), order.end(), [&](std::size_t entry) {
      return std::any_of(titles[entry].begin(), titles[entry].end(), [&](const std::string& word) {
        return text.find(word) != std::string::npos;
      });
    });
    if (behind != order.begin())
      return {order, static_cast<std::size_t>(behind - order.begin())};
  }
  return {order, 0};
}

Result<std::shared_ptr<const Layout>> LayoutShelf::take(std::size_t index) const {
  Entry& entry = entries_.at(index);
  if (!entry.layout) {
    Result<Layout> layout = load_layout(as_bytes(entry.xml), entry.source);
    if (!layout)
      return tl::unexpected<Error>(std::move(layout.error()));
    entry.layout = std::make_shared<const Layout>(std::move(*layout));
    entry.xml.clear();
  }
  return entry.layout;
}

} // namespace gouji
