// SPDX-License-Identifier: GPL-3.0-or-later
// Of all cues around a number, the ones that are meant.
#include "checks/claim_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace gouji {
namespace {

/// Names of the roles in the layout file, in the order of `Role`.
constexpr std::array<std::string_view, 13> role_names = {
    "filler", "list",    "each", "respectively", "topic", "other",    "change",
    "among",  "channel", "part", "own_part",     "wider", "last_year"};

/// A list of other names between a cue and its number may be this much longer.
constexpr std::size_t longest_list = 30;

bool nearer(const Span& a, const Span& b) {
  return a.last != b.last ? a.last > b.last : a.first < b.first;
}

} // namespace

ClaimWords::ClaimWords(const Prose& prose, int year) {
  std::map<std::string, int> groups;
  for (const ClaimRule& rule : prose.claims) {
    const int group = groups.try_emplace(rule.group, static_cast<int>(groups.size())).first->second;
    CompiledRule compiled{&rule,
                          group,
                          {},
                          {},
                          WordSet(rule.needs),
                          WordSet(rule.unless),
                          WordSet(rule.shy),
                          WordSet(rule.despite),
                          WordSet(rule.hedge)};
    for (const ClaimCue& cue : rule.cues)
      compiled.cues.push_back(
          {Pattern(cue.pattern, prose, year), static_cast<std::size_t>(cue.near)});
    for (const std::string& none : rule.none)
      compiled.none.emplace_back(none, prose, year);
    rules_.push_back(std::move(compiled));
  }
  for (std::size_t i = 0; i < role_names.size(); ++i)
    words_[i] = WordSet(prose.words_of(role_names[i]));
}

bool ClaimWords::only_fillers(std::u32string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length =
        std::max(of(Role::filler).length_at(text, at), of(Role::list).length_at(text, at));
    if (length == 0)
      return false;
    at += length;
  }
  return true;
}

std::vector<CueHit> ClaimWords::hits_before(std::u32string_view left) const {
  std::vector<CueHit> all;
  const SearchedText text(left);
  // How far from its number a cue may stand: further when a list of others may lie between.
  const std::size_t further = of(Role::list).in(text) ? longest_list : 0;
  for (std::size_t r = 0; r < rules_.size(); ++r) {
    std::optional<Span> best;
    for (const CompiledCue& cue : rules_[r].cues)
      if (const auto place = cue.pattern.last_in(text);
          place && (!best || nearer(*place, *best)) &&
          left.size() - place->last <= cue.near + further)
        best = place;
    if (best)
      all.push_back({static_cast<int>(r), *best});
  }
  return joined(std::move(all), left);
}

std::vector<CueHit> ClaimWords::joined(std::vector<CueHit> all, std::u32string_view text) const {
  std::vector<CueHit> hits;
  if (all.empty())
    return hits;
  const auto group = [&](const CueHit& hit) {
    return rules_[static_cast<std::size_t>(hit.rule)].group;
  };
  const int foremost =
      group(*std::min_element(all.begin(), all.end(), [&](const CueHit& a, const CueHit& b) {
        return group(a) < group(b);
      }));
  std::erase_if(all, [&](const CueHit& hit) { return group(hit) != foremost; });
  std::stable_sort(all.begin(), all.end(),
                   [](const CueHit& a, const CueHit& b) { return nearer(a.place, b.place); });
  hits.push_back(all.front());
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Span& last = hits.back().place;
    if (all[i].place.last > last.first)
      continue; // part of the longer words
    if (!is_list(text.substr(all[i].place.last, last.first - all[i].place.last)))
      break;
    hits.push_back(all[i]);
  }
  return hits;
}

/// "、行政" between "复议" and "诉讼": a list word and at most a few characters of the next name.
bool ClaimWords::is_list(std::u32string_view between) const {
  constexpr std::size_t longest = 6;
  if (between.empty() || between.size() > longest)
    return false;
  for (std::size_t at = 0; at < between.size() && at < 3; ++at)
    if (of(Role::list).length_at(between, at) > 0)
      return true;
  return false;
}

std::vector<CueHit> ClaimWords::hits_behind(std::u32string_view right) const {
  const SearchedText text(right);
  std::vector<CueHit> all;
  for (std::size_t r = 0; r < rules_.size(); ++r)
    for (const CompiledCue& cue : rules_[r].cues)
      if (const auto place = cue.pattern.last_in(text); place && place->first <= cue.near) {
        all.push_back({static_cast<int>(r), *place});
        break;
      }
  auto hits = joined(std::move(all), right);
  if (hits.size() > 1)
    hits.resize(1);
  return hits;
}

} // namespace gouji
