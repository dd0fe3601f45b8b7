// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the sentences. What a number is said of is decided by the words nearest to it; what
// the text speaks of, by the last subject that it named.
#include "checks/claim_reader.h"

#include "base/limits.h"
#include "checks/claim_words.h"
#include "text/date.h"
#include "text/normalize.h"

#include <algorithm>
#include <optional>

namespace gouji {
namespace {

constexpr std::size_t window = 80;         // characters before a number that can say what it counts
constexpr std::size_t longest_behind = 16; // characters behind it
constexpr std::size_t longest_heading = 30;
constexpr std::size_t longest_clause = 200;
constexpr std::u32string_view clause_marks = U",;:。!?()";

enum class Subject { none, topic, other };

class ClaimReader {
public:
  ClaimReader(const std::vector<Sentence>& sentences, const Prose& prose, int year,
              std::string_view agency)
      : sentences_(sentences), year_(year), words_(prose, year), figure_words_(prose),
        verdicts_(words_.rules().size()) {
    const std::string name = normalized(agency);
    const std::vector<std::string>& own = prose.words_of("own_scope");
    speaks_for_all_ = std::any_of(
        own.begin(), own.end(), [&](const std::string& ending) { return name.ends_with(ending); });
  }

  FoundClaims run() {
    for (at_ = 0; at_ < sentences_.size() && !found_.too_many; ++at_) {
      const Sentence& sentence = sentences_[at_];
      if (sentence.opens) {
        ++paragraph_;
        if (!after_heading())
          subject_ = Subject::none;
      }
      read(sentence);
    }
    return std::move(found_);
  }

private:
  /// Was the paragraph before a heading, whose subject goes on?
  bool after_heading() const {
    if (at_ == 0)
      return false;
    const Sentence& before = sentences_[at_ - 1];
    return before.opens && before.text.size() <= longest_heading &&
           before.section == sentences_[at_].section;
  }

  void read(const Sentence& sentence) {
    text_ = sentence.text;
    whole_.emplace(text_);
    std::fill(verdicts_.begin(), verdicts_.end(), std::nullopt);
    figures_ = find_figures(text_, figure_words_);
    years_ = spoken_years(text_);
    pending_.clear();
    lead_ = {};
    among_ = wider_ = false;
    std::size_t figure = 0;
    claimed_until_ = 0;
    for (std::size_t begin = 0; begin < text_.size();) {
      std::size_t end = std::min(text_.find_first_of(clause_marks, begin), text_.size());
      // A comma inside a number ("1,234件") ends no clause.
      while (end < text_.size() && figure_at(end, figure))
        end = std::min(text_.find_first_of(clause_marks, end + 1), text_.size());
      const std::size_t first = figure;
      while (figure < figures_.size() && figures_[figure].place.last <= end)
        ++figure;
      read_clause(begin, end, first, figure);
      if (end < text_.size() && text_[end] == U';') {
        among_ = false;
        if (subject_ == Subject::other)
          subject_ = Subject::none;
      }
      if (found_.claims.size() + found_.own_parts.size() > limits::claims) {
        found_.too_many = true;
        return;
      }
      begin = end + 1;
    }
  }

  /// Does a figure, the `from`th or later, hold the character at `place`?
  bool figure_at(std::size_t place, std::size_t from) const {
    while (from < figures_.size() && figures_[from].place.last <= place)
      ++from;
    return from < figures_.size() && figures_[from].place.first < place;
  }

  void read_clause(std::size_t begin, std::size_t end, std::size_t first, std::size_t last) {
    const std::u32string_view clause = text_.substr(begin, end - begin);
    const SearchedText& searched = clause_.emplace(clause);
    among_ = among_ || words_.of(Role::among).in(searched);
    wider_ = wider_ || words_.of(Role::wider).in(searched);
    if (first == last) {
      const Subject before = subject_;
      walk_subjects(begin, end);
      if (clause.size() <= longest_clause)
        read_none(searched, begin, before);
      if (!words_.only_fillers(clause))
        lead_ = {begin, end};
      return;
    }
    for (std::size_t i = first; i < last; ++i) {
      const std::size_t from =
          std::max({begin, i > first ? figures_[i - 1].place.last : begin, claimed_until_});
      const std::size_t to = i + 1 < last ? figures_[i + 1].place.first : end;
      read_figure(figures_[i], from, to);
    }
    walk_subjects(std::max(begin, figures_[last - 1].place.last), end);
    lead_ = {};
  }

  // ---- what the text speaks of

  void walk_subjects(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      const std::size_t topic = words_.of(Role::topic).length_at(text_, at);
      const std::size_t other = words_.of(Role::other).length_at(text_, at);
      if (topic > 0 || other > 0)
        subject_ = other > topic ? Subject::other : Subject::topic;
      at += std::max({topic, other, std::size_t{1}});
    }
  }

  /// The years a sentence names outside the titles of documents, which stand in 《》.
  static std::vector<PrintedYear> spoken_years(std::u32string_view text) {
    std::vector<PrintedYear> years = find_years(text);
    int depth = 0;
    std::size_t at = 0;
    std::erase_if(years, [&](const PrintedYear& year) {
      for (; at < year.first; ++at)
        depth += text[at] == U'<' ? 1 : text[at] == U'>' && depth > 0 ? -1 : 0;
      return depth > 0;
    });
    return years;
  }

  /// The year the sentence speaks of before `place`; 0 when it names none.
  int year_before(std::size_t place) const {
    const auto behind =
        std::upper_bound(years_.begin(), years_.end(), place,
                         [](std::size_t p, const PrintedYear& year) { return p < year.last; });
    return behind == years_.begin() ? 0 : std::prev(behind)->year;
  }

  bool other_year(const ClaimRule& rule, const SearchedText& left, std::size_t place) const {
    if (rule.anyway)
      return false;
    const int year = year_before(place);
    return (year_ != 0 && year != 0 && year != year_) || words_.of(Role::last_year).in(left);
  }

  /// Do the words around allow the rule here? What the sentence says to it is asked once.
  bool wanted(std::size_t index) {
    const CompiledRule& rule = words_.rules()[index];
    std::optional<bool>& verdict = verdicts_[index];
    if (!verdict)
      verdict = (rule.needs.empty() || rule.needs.in(*whole_)) &&
                (!rule.shy.in(*whole_) || rule.despite.in(*whole_));
    return *verdict && !rule.unless.in(*clause_);
  }

  // ---- numbers

  void read_figure(const Figure& figure, std::size_t from, std::size_t to) {
    from = std::max(from, figure.place.first > window ? figure.place.first - window : 0);
    std::u32string_view left = text_.substr(from, figure.place.first - from);
    walk_subjects(from, figure.place.first);

    if (!pending_.empty() && words_.only_fillers(left)) { // the next of "...分别为3件、2件"
      FoundClaim claim = base_claim(figure);
      claim.rules = {pending_.front()};
      pending_.erase(pending_.begin());
      found_.claims.push_back(std::move(claim));
      return;
    }
    pending_.clear();

    std::u32string_view right =
        text_.substr(figure.place.last, std::min(to - figure.place.last, longest_behind));
    right = right.substr(0, right.find(U'、'));
    // What is counted may stand behind the number: "6个依申请公开".
    for (std::size_t at = 0; at < right.size() && at < 4; ++at) {
      if (words_.of(Role::topic).length_at(right, at) > 0)
        subject_ = Subject::topic;
      else if (words_.of(Role::other).length_at(right, at) > 0)
        subject_ = Subject::other;
      else
        continue;
      break;
    }

    std::vector<CueHit> hits = words_.hits_before(left);
    if (hits.empty()) {
      hits = words_.hits_behind(right);
      if (!hits.empty())
        claimed_until_ = figure.place.last + hits.front().place.last;
    }
    if (hits.empty() && words_.only_fillers(left) && lead_.last > 0) {
      // "行政复议、行政诉讼,均为0件": the clause before says what is counted.
      from = std::max(lead_.first, lead_.last > window ? lead_.last - window : 0);
      left = text_.substr(from, lead_.last - from);
      hits = words_.hits_before(left);
    }
    const SearchedText before(left);
    if (words_.of(Role::change).in(before))
      return;
    if (hits.empty()) {
      if (subject_ == Subject::topic && (words_.of(Role::own_part).in(before) ||
                                         words_.of(Role::own_part).in(SearchedText(right))))
        found_.own_parts.push_back({figure, at_});
      return;
    }
    add_claim(figure, hits, before, SearchedText(right));
  }

  FoundClaim base_claim(const Figure& figure) const {
    FoundClaim claim;
    claim.figure = figure;
    claim.sentence = at_;
    claim.paragraph = paragraph_;
    claim.among = among_;
    claim.wider = wider_ && !speaks_for_all_;
    return claim;
  }

  void add_claim(const Figure& figure, const std::vector<CueHit>& hits, const SearchedText& left,
                 const SearchedText& right) {
    const auto index = static_cast<std::size_t>(hits.front().rule);
    const CompiledRule& first = words_.rules()[index];
    if (other_year(*first.rule, left, figure.place.first) || !wanted(index) ||
        (first.rule->topic ? subject_ != Subject::topic
                           : subject_ == Subject::other && !first.rule->everywhere))
      return;
    FoundClaim claim = base_claim(figure);
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) // as printed: the nearest is last
      claim.rules.push_back(hit->rule);
    claim.channel = words_.of(Role::channel).in(left) || words_.of(Role::channel).in(right);
    claim.part = words_.of(Role::part).in(left) || words_.of(Role::part).in(right) ||
                 first.hedge.in(*whole_);
    if (claim.rules.size() > 1 && words_.of(Role::respectively).in(left)) {
      pending_.assign(std::next(claim.rules.begin()), claim.rules.end());
      claim.rules = {claim.rules.front()};
    } else if (words_.of(Role::each).in(left) || figure.value == Decimal()) {
      // "行政复议、行政诉讼均为0件" says it of the one and of the other.
      const std::vector<int> rules = std::move(claim.rules);
      for (const int rule : rules) {
        claim.rules = {rule};
        found_.claims.push_back(claim);
      }
      return;
    }
    found_.claims.push_back(std::move(claim));
  }

  // ---- clauses that say "none"

  void read_none(const SearchedText& clause, std::size_t begin, Subject before) {
    for (std::size_t r = 0; r < words_.rules().size(); ++r) {
      const CompiledRule& rule = words_.rules()[r];
      const bool says_none = std::any_of(rule.none.begin(), rule.none.end(), [&](const Pattern& p) {
        return p.last_in(clause).has_value();
      });
      if (!says_none || !wanted(r) || words_.of(Role::other).in(clause) ||
          other_year(*rule.rule, clause, begin + clause.text().size()))
        continue;
      if (rule.rule->topic && before != Subject::topic && subject_ != Subject::topic)
        continue;
      FoundClaim claim = base_claim({Decimal(), {begin, begin + clause.text().size()}, {}});
      claim.none = true;
      claim.rules = {static_cast<int>(r)};
      claim.part = words_.of(Role::part).in(clause) || rule.hedge.in(*whole_);
      claim.channel = words_.of(Role::channel).in(clause);
      found_.claims.push_back(std::move(claim));
    }
  }

  const std::vector<Sentence>& sentences_;
  const int year_;
  const ClaimWords words_;
  const FigureWords figure_words_;
  bool speaks_for_all_ = false;

  // Where the reading stands.
  std::size_t at_ = 0;
  int paragraph_ = 0;
  Subject subject_ = Subject::none;
  std::u32string_view text_;
  std::optional<SearchedText> whole_, clause_; ///< the sentence and the clause at hand
  std::vector<std::optional<bool>> verdicts_;  ///< by rule: whether the sentence allows it
  std::vector<Figure> figures_;
  std::vector<PrintedYear> years_;
  std::vector<int> pending_; ///< rules whose numbers follow: "分别为3件、2件"
  Span lead_;                ///< the clause before, when it has no number
  bool among_ = false, wider_ = false;
  std::size_t claimed_until_ = 0; ///< text behind a number that says what that number counts

  FoundClaims found_;
};

} // namespace

FoundClaims find_claims(const std::vector<Sentence>& sentences, const Prose& prose, int year,
                        std::string_view agency) {
  return ClaimReader(sentences, prose, year, agency).run();
}

} // namespace gouji
