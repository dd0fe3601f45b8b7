// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up printed labels: exact, without ordinal or remark, by key, by likeness.
#include "matching/labels.h"

#include "text/normalize.h"
#include "text/ordinal.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr double without_ordinal = 0.97; // "属于国家秘密" for "1.属于国家秘密"
constexpr double without_remark = 0.95; // "(二)部分公开" for "(二)部分公开(区分处理的,...)"
constexpr double by_key = 0.85;         // "三安全一稳定" somewhere in the text
constexpr double fuzzy_floor = 0.6;        // below this likeness two labels are different ones
constexpr double fuzzy_ceiling = 0.9;      // likeness never counts as much as an equal text
constexpr std::size_t longest_label = 400; // bytes; prose is no label
constexpr std::size_t shortest_fuzzy = 9; // bytes: three CJK characters; shorter ones must be equal

std::string strip_ordinal(const std::string& text) {
  return text.substr(leading_ordinal(text).length);
}

std::string strip_remark(const std::string& text) {
  if (text.empty() || text.back() != ')')
    return text;
  int depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == ')')
      ++depth;
    if (text[i] == '(' && --depth == 0)
      return i == 0 ? text : text.substr(0, i);
  }
  return text;
}

} // namespace

std::vector<std::string> spellings_of(const Label& label) {
  std::vector<std::string> texts{normalized(label.text)};
  for (const Alias& alias : label.aliases)
    texts.push_back(normalized(alias.text));
  std::vector<std::string> spellings;
  for (const std::string& text : texts)
    for (const std::string& spelling : {text, strip_remark(text)})
      for (const std::string& form : {spelling, strip_ordinal(spelling)})
        if (!form.empty() && std::find(spellings.begin(), spellings.end(), form) == spellings.end())
          spellings.push_back(form);
  return spellings;
}

LabelIndex::LabelIndex(const Layout& layout) {
  for (std::size_t t = 0; t < layout.tables.size(); ++t) {
    const LayoutTable& table = layout.tables[t];
    for (std::size_t b = 0; b < table.blocks.size(); ++b) {
      const LayoutBlock& block = table.blocks[b];
      const auto ref = [&](HeaderKind kind, std::size_t node) {
        return HeaderRef{static_cast<int>(t), static_cast<int>(b), kind, static_cast<int>(node)};
      };
      add(block.title, ref(HeaderKind::title, 0));
      add(block.corner, ref(HeaderKind::corner, 0));
      for (std::size_t n = 0; n < block.rows.size(); ++n)
        add(block.rows[n].label, ref(HeaderKind::row, n));
      for (std::size_t n = 0; n < block.columns.size(); ++n)
        add(block.columns[n].label, ref(HeaderKind::column, n));
    }
  }
}

void LabelIndex::add(const Label& label, HeaderRef header) {
  if (label.text.empty())
    return;
  add_spelling(normalized(label.text), {header, 1, {}});
  for (const Alias& alias : label.aliases)
    add_spelling(normalized(alias.text), {header, 1, alias.edition});
  for (const std::string& key : label.keys)
    keys_.push_back({normalized(key), {header, by_key, {}}});
}

void LabelIndex::add_spelling(const std::string& text, const LabelHit& hit) {
  const auto enter = [&](const std::string& spelling, double score) {
    if (spelling.empty())
      return;
    LabelHit scored = hit;
    scored.score = score;
    auto& hits = exact_[spelling];
    for (LabelHit& known : hits)
      if (known.header == hit.header) {
        if (known.score < score)
          known = scored;
        return;
      }
    hits.push_back(std::move(scored));
  };
  const std::string bare = strip_remark(text);
  enter(text, 1);
  enter(strip_ordinal(text), without_ordinal);
  enter(bare, without_remark);
  enter(strip_ordinal(bare), without_ordinal * without_remark);
  const auto liken = [&](const std::string& spelling) {
    if (spelling.size() >= shortest_fuzzy)
      spellings_.push_back({Comparable(spelling), hit});
  };
  liken(strip_ordinal(text));
  if (bare != text)
    liken(strip_ordinal(bare));
}

const std::vector<LabelHit>& LabelIndex::find(const std::string& text) {
  const auto [entry, fresh] = seen_.try_emplace(text);
  if (fresh) {
    entry->second = search(text);
    std::stable_sort(entry->second.begin(), entry->second.end(),
                     [](const LabelHit& a, const LabelHit& b) { return a.score > b.score; });
  }
  return entry->second;
}

std::vector<LabelHit> LabelIndex::search(const std::string& text) const {
  if (text.empty() || text.size() > longest_label)
    return {};
  if (const auto found = exact_.find(text); found != exact_.end())
    return found->second;
  const std::string bare = strip_ordinal(text);
  for (const auto& [variant, weight] :
       {std::pair(bare, without_ordinal),
        std::pair(strip_remark(bare), without_ordinal * without_remark)}) {
    const auto found = exact_.find(variant);
    if (found == exact_.end())
      continue;
    std::vector<LabelHit> hits = found->second;
    for (LabelHit& hit : hits)
      hit.score *= weight;
    return hits;
  }
  std::vector<LabelHit> hits;
  const auto enter = [&](const LabelHit& hit, double score) {
    for (LabelHit& known : hits)
      if (known.header == hit.header) {
        known.score = std::max(known.score, score);
        return;
      }
    hits.push_back(hit);
    hits.back().score = score;
  };
  for (const Key& key : keys_)
    if (bare.find(key.text) != std::string::npos)
      enter(key.hit, by_key);
  if (!hits.empty() || bare.size() < shortest_fuzzy)
    return hits;
  const Comparable compared(bare);
  for (const Spelling& spelling : spellings_)
    if (const double alike = compared.similarity_above(fuzzy_floor, spelling.text); alike > 0)
      enter(spelling.hit, fuzzy_ceiling * alike);
  return hits;
}

} // namespace gouji
