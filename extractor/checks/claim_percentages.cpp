// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/claim_percentages.h"

#include "checks/messages.h"
#include "checks/percentages.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t reach = 40; // characters between a number and its percentage

class PercentageReader {
public:
  PercentageReader(const FoundClaims& found, const std::vector<Sentence>& sentences,
                   const Report& report, const Readings& readings, const Report* prior)
      : found_(found), sentences_(sentences), prose_(report.layout->prose), readings_(readings),
        words_(prose_), figure_words_(prose_), against_(prose_.words_of("against")) {
    if (prior && prior->layout && prior->layout->id == report.layout->id)
      prior_.emplace(*prior);
  }

  /// The percentage told of claim `i`, as a claim.
  std::optional<Claim> read(const std::vector<Claim>& claims, std::size_t i) const {
    const Claim& claim = claims[i];
    if (claim.result != Claim::Result::agrees || claim.none ||
        claim.figure.kind != Figure::Kind::exact)
      return std::nullopt;
    const std::size_t sentence = found_.claims[i].sentence;
    const std::u32string_view text = sentences_.at(sentence).text;
    const std::size_t from = claim.figure.place.last;
    std::size_t to = std::min(text.size(), from + reach);
    if (i + 1 < claims.size() && found_.claims[i + 1].sentence == sentence)
      to = std::min(to, std::max(from, claims[i + 1].figure.place.first));
    const auto percentage = find_percentage(text, from, to, words_);
    if (!percentage)
      return std::nullopt;
    const std::u32string_view between = text.substr(from, percentage->place.first - from);
    const std::vector<Decimal> wholes = percentage->kind == Percentage::Kind::share
                                            ? wholes_of_share(claims, i, between)
                                            : last_years(claim, between);
    if (wholes.empty())
      return std::nullopt;
    const bool agrees = std::any_of(wholes.begin(), wholes.end(), [&](Decimal whole) {
      return says(*percentage, claim.figure.value, whole);
    });
    Claim told = claim;
    told.percent = true;
    told.code = "narrative.claim";
    told.figure.value = percentage->value;
    told.figure.place = percentage->place;
    told.result = agrees ? Claim::Result::agrees : Claim::Result::disagrees;
    told.expected =
        agrees ? percentage->value : percent_of(*percentage, claim.figure.value, wholes.front());
    return told;
  }

private:
  static void add(std::vector<Decimal>& wholes, const Readings& readings, const ClaimRule& rule) {
    for (const ClaimReading& reading : rule.readings)
      if (const auto number = readings.number(reading); number && *number != Decimal())
        wholes.push_back(*number);
  }

  std::vector<Decimal> wholes_of_share(const std::vector<Claim>& claims, std::size_t i,
                                       std::u32string_view between) const {
    if (between.find_first_not_of(U",( ") != std::u32string_view::npos)
      return {}; // "258件。其中科研机构占33.9%": of something else
    std::vector<Decimal> wholes;
    for (const ClaimRule& rule : prose_.claims)
      if (rule.whole)
        add(wholes, readings_, rule);
    for (std::size_t j = i; j-- > 0 && claims[j].paragraph == claims[i].paragraph;)
      if (claims[j].result == Claim::Result::agrees && claims[j].figure.value != Decimal())
        wholes.push_back(claims[j].figure.value);
    return wholes;
  }

  std::vector<Decimal> last_years(const Claim& claim, std::u32string_view between) const {
    if (!against_.in(SearchedText(between)))
      return {};
    const std::vector<Figure> figures = find_figures(between, figure_words_);
    if (figures.size() == 1 && figures.front().kind == Figure::Kind::exact)
      return {figures.front().value};
    std::vector<Decimal> wholes;
    if (prior_ && figures.empty() && claim.rules.size() == 1)
      add(wholes, *prior_, prose_.claims.at(static_cast<std::size_t>(claim.rules.front())));
    return wholes;
  }

  const FoundClaims& found_;
  const std::vector<Sentence>& sentences_;
  const Prose& prose_;
  const Readings& readings_;
  PercentageWords words_;
  FigureWords figure_words_;
  WordSet against_;
  std::optional<Readings> prior_;
};

} // namespace

std::vector<Claim> with_percentages(const std::vector<Claim>& claims, const FoundClaims& found,
                                    const std::vector<Sentence>& sentences, const Report& report,
                                    const Readings& readings, const Report* prior) {
  const PercentageReader reader(found, sentences, report, readings, prior);
  std::vector<Claim> all;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    std::optional<Claim> percentage = reader.read(claims, i);
    all.push_back(claims[i]);
    if (!percentage)
      continue;
    percentage->what = fill(phrases::percentage_of, percentage->what);
    all.push_back(std::move(*percentage));
  }
  return all;
}

} // namespace gouji
