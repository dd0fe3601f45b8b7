// SPDX-License-Identifier: GPL-3.0-or-later
// The time that the numbers are said to cover.
#include "checks/cells.h"
#include "checks/form_checks.h"
#include "checks/sentences.h"
#include "text/date.h"
#include "text/normalize.h"

#include <fmt/format.h>

#include <algorithm>

namespace gouji {
namespace {

bool holds_any(std::u32string_view text, const std::vector<std::u32string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::u32string& phrase) {
    return text.find(phrase) != std::u32string_view::npos;
  });
}

std::string date_text(const PrintedDate& date) {
  return fmt::format("{}-{:02}-{:02}", date.year, date.month, date.day);
}

} // namespace

std::vector<Finding> check_period(const Report& report) {
  const PeriodRule& rule = report.layout->period;
  std::vector<Finding> findings;
  if (rule.id.empty() || report.year == 0)
    return findings;
  std::vector<std::u32string> phrases;
  for (const std::string& phrase : rule.phrases)
    phrases.push_back(to_u32(normalized(phrase)));

  for (const Sentence& sentence : read_sentences(report)) {
    if (!holds_any(sentence.text, phrases))
      continue;
    for (const PrintedPeriod& period : find_periods(sentence.text)) {
      const auto is = [&](const PrintedDate& date, int month, int day) {
        return date.year == report.year && date.month == month && date.day == day;
      };
      if (is(period.from, rule.first_month, rule.first_day) &&
          is(period.to, rule.last_month, rule.last_day))
        continue;
      Finding finding;
      finding.rule = rule.id;
      finding.severity = rule.severity;
      finding.message = fill_named(rule.message, {{"from", same_words(date_text(period.from))},
                                                  {"to", same_words(date_text(period.to))}});
      finding.places.push_back({-1, -1, -1, sentence.origin});
      finding.quote = sentence.printed;
      findings.push_back(std::move(finding));
      break;
    }
  }
  return findings;
}

} // namespace gouji
