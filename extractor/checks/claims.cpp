// SPDX-License-Identifier: GPL-3.0-or-later
// Claims against tables: every reasonable reading is tried before one is said to disagree.
#include "checks/claims.h"

#include "base/limits.h"
#include "checks/cells.h"
#include "checks/claim_percentages.h"
#include "checks/claim_reader.h"
#include "checks/claim_readings.h"
#include "checks/messages.h"

#include <algorithm>
#include <map>
#include <set>

namespace gouji {
namespace {

using Result = Claim::Result;

const ClaimRule& rule_of(const Report& report, int rule) {
  return report.layout->prose.claims.at(static_cast<std::size_t>(rule));
}

/// The sum of the first readings of rules that a list joins: "予以公开及部分公开258件".
std::optional<Decimal> joint_number(const Report& report, const Readings& readings,
                                    const std::vector<int>& rules) {
  Decimal sum;
  for (const int rule : rules) {
    const auto& of = rule_of(report, rule).readings;
    const auto number = of.empty() ? std::nullopt : readings.number(of.front());
    if (!number)
      return std::nullopt;
    sum += *number;
  }
  return sum;
}

Result test(const Report& report, const Readings& readings, const FoundClaim& found) {
  const auto fits = [&](int rule) { return readings.fits(rule_of(report, rule), found.figure); };
  if (std::all_of(found.rules.begin(), found.rules.end(), fits))
    return Result::agrees;
  if (found.rules.size() > 1)
    if (const auto sum = joint_number(report, readings, found.rules);
        sum && says(found.figure, *sum))
      return Result::agrees;
  if (std::any_of(found.rules.begin(), found.rules.end(),
                  [&](int rule) { return readings.unknown(rule_of(report, rule)) && !fits(rule); }))
    return Result::untested;
  return Result::disagrees;
}

Claim make_claim(const Report& report, const Readings& readings, const FoundClaim& found,
                 const Sentence& sentence) {
  Claim claim;
  claim.rules = found.rules;
  claim.figure = found.figure;
  claim.none = found.none;
  claim.result = test(report, readings, found);
  claim.code = rule_of(report, found.rules.front()).code;
  std::set<int> fields;
  for (const int rule : found.rules) {
    const ClaimRule& of = rule_of(report, rule);
    const Words separator = claim.what.en.empty() ? Words{} : fill(phrases::claim_separator);
    claim.what.en += separator.en + of.what.en;
    claim.what.zh += separator.zh + of.what.zh;
    if (!of.readings.empty())
      for (const ClaimReading::Term& term : of.readings.front().terms)
        for (const int field : term.fields)
          if (report.layout->fields[static_cast<std::size_t>(field)].edition.empty() ||
              number_or_blank(report, field))
            fields.insert(field);
  }
  claim.fields.assign(fields.begin(), fields.end());
  claim.expected = joint_number(report, readings, found.rules);
  claim.sentence = quote_around(sentence, found.figure.place);
  claim.origin = sentence.origin;
  claim.paragraph = found.paragraph;
  return claim;
}

bool counts_requests(const Report& report, const FoundClaim& found) {
  return rule_of(report, found.rules.front()).topic;
}

/// What a disagreeing claim may still mean, seen beside the others.
void excuse(std::vector<Claim>& claims, const FoundClaims& found, const Report& report) {
  constexpr std::size_t look_back = 50; // claims; a paragraph has a few
  std::map<std::string, int> of_code;
  for (const Claim& claim : claims)
    ++of_code[claim.code];
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    if (claim.result != Result::disagrees)
      continue;
    const FoundClaim& here = found.claims[i];
    const bool among_requests = here.among && counts_requests(report, here) &&
                                rule_of(report, here.rules.front()).group == "flow";
    // The only number of its kind in a report is meant as the whole.
    const bool by_channel = here.channel && of_code[claim.code] > 1;
    if (here.wider && claim.expected && here.figure.value > *claim.expected)
      claim.result = Result::wider;
    else if (here.part || among_requests || by_channel)
      claim.result = Result::part;
    // Behind a whole that agrees, a smaller number of the same kind in the same paragraph is a
    // part.
    for (std::size_t j = i; j-- > 0 && i - j < look_back && claims[j].paragraph == claim.paragraph;)
      if (claim.result == Result::disagrees && claims[j].code == claim.code &&
          claims[j].rules == claim.rules && claims[j].result == Result::agrees &&
          claim.figure.value < claims[j].figure.value && claim.figure.value != Decimal())
        claim.result = Result::part;
  }
}

/// "19件，其中11件办结、8件撤销": parts that the form does not know make the sentence's own split.
/// When it adds up to a number of the sentence that agrees, it is right in its own way.
void excuse_splits(std::vector<Claim>& claims, const FoundClaims& found) {
  for (std::size_t begin = 0, own = 0; begin < claims.size();) {
    const std::size_t sentence = found.claims[begin].sentence;
    std::size_t end = begin;
    while (end < claims.size() && found.claims[end].sentence == sentence)
      ++end;
    while (own < found.own_parts.size() && found.own_parts[own].sentence < sentence)
      ++own;
    Decimal sum;
    const std::size_t first_own = own;
    for (; own < found.own_parts.size() && found.own_parts[own].sentence == sentence; ++own)
      sum += found.own_parts[own].figure.value;
    if (own > first_own) {
      std::optional<Decimal> whole;
      for (std::size_t i = begin; i < end; ++i)
        if (!whole && claims[i].result == Result::agrees)
          whole = claims[i].figure.value;
        else
          sum += claims[i].figure.value;
      for (std::size_t i = begin; i < end && whole && sum == *whole; ++i)
        if (claims[i].result == Result::disagrees)
          claims[i].result = Result::split;
    }
    begin = end;
  }
}

struct ClaimList {
  std::vector<Claim> claims;
  bool too_many = false; ///< more than limits::claims: none is tested
};

ClaimList list_claims(const Report& report, const Report* prior) {
  ClaimList list;
  if (!report.layout || report.layout->prose.empty())
    return list;
  const std::vector<Sentence> sentences = read_sentences(report);
  const FoundClaims found =
      find_claims(sentences, report.layout->prose, report.year, report.agency);
  list.too_many = found.too_many;
  if (list.too_many)
    return list;
  const Readings readings(report);
  for (const FoundClaim& claim : found.claims)
    list.claims.push_back(make_claim(report, readings, claim, sentences.at(claim.sentence)));
  excuse_splits(list.claims, found);
  excuse(list.claims, found, report);
  list.claims = with_percentages(list.claims, found, sentences, report, readings, prior);
  return list;
}

} // namespace

std::vector<Claim> read_claims(const Report& report, const Report* prior) {
  return list_claims(report, prior).claims;
}

std::vector<Finding> check_narrative(const Report& report, const Report* prior) {
  std::vector<Finding> findings;
  const ClaimList list = list_claims(report, prior);
  if (list.too_many) {
    Finding& finding = findings.emplace_back();
    finding.rule = "narrative.claim";
    finding.severity = Severity::warning;
    finding.message = fill(phrases::too_many_claims, limits::claims);
  }
  for (const Claim& claim : list.claims) {
    if (claim.result != Result::disagrees)
      continue;
    Finding finding;
    finding.rule = claim.code;
    finding.severity = Severity::warning;
    const std::string expected = claim.expected ? claim.expected->text() : "?";
    finding.message =
        claim.percent ? fill(phrases::percentage_disagrees, claim.what, claim.figure.value.text(),
                             expected, claim.sentence)
        : claim.none  ? fill(phrases::claim_none_disagrees, claim.what, expected, claim.sentence)
                      : fill(phrases::claim_disagrees, claim.what, claim.figure.value.text(),
                             expected, claim.sentence);
    finding.fields = claim.fields;
    finding.expected = claim.expected;
    finding.actual = claim.figure.value;
    finding.places.push_back({-1, -1, -1, claim.origin});
    finding.quote = claim.sentence;
    findings.push_back(std::move(finding));
  }
  return findings;
}

} // namespace gouji
