// SPDX-License-Identifier: GPL-3.0-or-later
// Every run of one to three short paragraphs is weighed as a title; the heaviest wins.
#include "matching/title.h"

#include "matching/headings.h"
#include "text/date.h"
#include "text/mapped_text.h"
#include "text/normalize.h"
#include "text/similarity.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace gouji {
namespace {

constexpr std::size_t longest_title = 120;   // characters
constexpr std::size_t longest_agency = 45;   // characters; more is a sentence
constexpr std::size_t most_paragraphs = 400; // before the first section that are looked at
constexpr std::size_t most_lines = 3;
constexpr double least_likeness = 0.75;

// Weights, in the order of what a reader would trust.
constexpr double weight_exact = 10, weight_alike = 6, weight_agency = 4, weight_year = 3,
                 weight_centred = 1.5, weight_large = 2, weight_later = 1, cost_of_line = 1.5,
                 cost_of_mixture = 3, cost_of_marks = 6, cost_of_long_agency = 6;

/// Marks that end a sentence or part the pieces of a page's path and of its "name: value" lines.
constexpr std::u32string_view sentence_marks = U"。;!?";
constexpr std::u32string_view piece_marks = U":|>»/";
constexpr std::u32string_view outer_marks = U"()<>\"-_.,:|>»/·、*#=[]";

struct Reading {
  bool exact = false;
  std::vector<std::size_t> agency; ///< places of its characters in the mapped text
  int year = 0;
};

std::u32string characters_at(const MappedText& mapped, const std::vector<std::size_t>& places) {
  std::u32string out;
  for (const std::size_t place : places)
    out += mapped.text[place];
  return out;
}

/// Places of all characters but those of the years; `whole`: the words for year go with the digits.
std::vector<std::size_t> without_years(const MappedText& mapped,
                                       const std::vector<PrintedYear>& years, bool whole) {
  std::vector<std::size_t> places;
  auto year = years.begin();
  for (std::size_t i = 0; i < mapped.text.size(); ++i) {
    while (year != years.end() && i >= (whole ? year->last : year->digits_end))
      ++year;
    if (year == years.end() || i < year->first)
      places.push_back(i);
  }
  return places;
}

/// A file ending behind the words ("....docx"), a note in brackets, stray marks.
bool only_marks_or_ascii(std::u32string_view rest) {
  return rest.size() <= 6 && std::all_of(rest.begin(), rest.end(), [](char32_t c) {
           return c < 0x80 || outer_marks.find(c) != std::u32string_view::npos;
         });
}

/// Where the form's own words begin in `text` and whether they stand there as they are.
std::optional<std::pair<std::size_t, bool>> find_form_words(std::u32string_view text,
                                                            const Label& words) {
  std::optional<std::size_t> best;
  std::size_t best_length = 0;
  const auto look_for = [&](std::string_view label) {
    const std::u32string name = to_u32(normalized(label));
    const std::size_t at = text.rfind(name);
    if (name.empty() || at == std::u32string_view::npos || name.size() <= best_length ||
        !only_marks_or_ascii(text.substr(at + name.size())))
      return;
    best = at;
    best_length = name.size();
  };
  look_for(words.text);
  for (const Alias& alias : words.aliases)
    look_for(alias.text);
  if (best)
    return std::pair(*best, true);

  // Damaged or unforeseen wording: the end of the text that is most like the label.
  const std::string label = normalized(words.text);
  const std::size_t length = to_u32(label).size();
  double best_likeness = least_likeness;
  for (std::size_t size = length > 4 ? length - 4 : 1; size <= length + 4 && size <= text.size();
       ++size) {
    const double likeness = similarity(to_utf8(text.substr(text.size() - size)), label);
    if (likeness > best_likeness) {
      best_likeness = likeness;
      best = text.size() - size;
    }
  }
  if (!best)
    return std::nullopt;
  return std::pair(*best, false);
}

/// What stands before the form's words, without the page's path and quotation marks around it.
std::vector<std::size_t> trim_agency(const MappedText& mapped, std::vector<std::size_t> places) {
  for (std::size_t i = places.size(); i-- > 0;)
    if (piece_marks.find(mapped.text[places[i]]) != std::u32string_view::npos) {
      places.erase(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      break;
    }
  const auto outer = [&](std::size_t place) {
    return outer_marks.find(mapped.text[place]) != std::u32string_view::npos;
  };
  // A bracket that belongs to the name ("...局(本级)") stays: only marks that open at the front and
  // stray ones go.
  while (!places.empty() && outer(places.front()))
    places.erase(places.begin());
  while (!places.empty() && outer(places.back()) && mapped.text[places.back()] != U')')
    places.pop_back();
  return places;
}

std::optional<Reading> read_words(const MappedText& mapped, const Label& words) {
  const std::vector<PrintedYear> years = find_years(mapped.text);
  std::optional<Reading> best;
  std::size_t best_length = 0;
  for (const bool whole : {true, false}) {
    const std::vector<std::size_t> places = without_years(mapped, years, whole);
    const std::u32string text = characters_at(mapped, places);
    const auto found = find_form_words(text, words);
    if (!found)
      continue;
    const auto [begin, exact] = *found;
    const std::size_t length = text.size() - begin;
    if (best && (best->exact > exact || (best->exact == exact && best_length >= length)))
      continue;
    best_length = length;
    best = Reading{
        exact,
        trim_agency(mapped, {places.begin(), places.begin() + static_cast<std::ptrdiff_t>(begin)}),
        years.empty() ? 0 : years.front().year};
  }
  return best;
}

bool is_hinted(const Paragraph& paragraph) {
  return paragraph.centered || paragraph.heading > 0;
}

/// One line: line breaks go (Chinese puts no space there), runs of blanks become one.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r')
      continue;
    const bool blank = c == ' ' || c == '\t';
    if (!blank || (!out.empty() && out.back() != ' '))
      out += blank ? ' ' : c;
  }
  while (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

struct Candidate {
  Title title;
  double weight = 0;
};

class Weighing {
public:
  Weighing(const std::vector<const Paragraph*>& paragraphs, const Label& words)
      : paragraphs_(paragraphs), words_(words) {
    for (const Paragraph* paragraph : paragraphs)
      largest_ = std::max(largest_, paragraph->font_size);
  }

  std::optional<Candidate> weigh(std::size_t first, std::size_t count) const {
    std::string text;
    std::size_t hinted = 0, marked = 0;
    double size = 0;
    for (std::size_t i = first; i < first + count; ++i) {
      const Paragraph& paragraph = *paragraphs_[i];
      const std::string line(without_residue(paragraph.text));
      const bool last = i + 1 == first + count;
      marked += !last && has_marks(line);
      text += line;
      hinted += is_hinted(paragraph);
      size = std::max(size, paragraph.font_size);
    }
    text = on_one_line(text);
    if (text.empty() || text.size() > longest_title * 4)
      return std::nullopt;
    const MappedText mapped = map_text(text);
    if (mapped.text.size() > longest_title ||
        mapped.text.find_first_of(sentence_marks) != std::u32string::npos)
      return std::nullopt;
    const auto reading = read_words(mapped, words_);
    if (!reading)
      return std::nullopt;

    Candidate candidate;
    candidate.title = {text, agency_text(text, mapped, reading->agency), reading->year, first,
                       count};
    double& weight = candidate.weight;
    weight = reading->exact ? weight_exact : weight_alike;
    weight += reading->agency.empty() ? 0 : weight_agency;
    weight -= reading->agency.size() > longest_agency ? cost_of_long_agency : 0;
    weight += reading->year == 0 ? 0 : weight_year;
    weight += hinted > 0 ? weight_centred : 0;
    weight -= hinted > 0 && hinted < count ? cost_of_mixture : 0;
    weight += size > 0 && size >= largest_ ? weight_large : 0;
    weight -= cost_of_line * static_cast<double>(count - 1);
    weight -= cost_of_marks * static_cast<double>(marked);
    weight += weight_later * static_cast<double>(first) / static_cast<double>(paragraphs_.size());
    return candidate;
  }

private:
  /// Does the line hold what a name never does: a path, "name: value", a date's digits?
  static bool has_marks(std::string_view line) {
    const std::u32string text = to_u32(normalized(line));
    return text.find_first_of(piece_marks) != std::u32string::npos ||
           std::count_if(text.begin(), text.end(),
                         [](char32_t c) { return U'0' <= c && c <= U'9'; }) > 4;
  }

  /// The name as printed, without white space.
  static std::string agency_text(std::string_view text, const MappedText& mapped,
                                 const std::vector<std::size_t>& places) {
    std::string agency;
    for (const std::size_t place : places) {
      const std::size_t begin = mapped.source[place];
      if (place > 0 && begin == mapped.source[place - 1])
        continue; // one character of the print folds into several
      append_utf8(agency, to_u32(text.substr(begin, mapped.source[place + 1] - begin)).front());
    }
    return agency;
  }

  const std::vector<const Paragraph*>& paragraphs_;
  const Label& words_;
  double largest_ = 0;
};

/// Without a form there are no words to look for: the largest heading, else nothing.
Title read_heading(const std::vector<const Paragraph*>& paragraphs) {
  const Paragraph* best = nullptr;
  std::size_t at = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    if (is_hinted(*paragraphs[i]) && (!best || paragraphs[i]->font_size > best->font_size)) {
      best = paragraphs[i];
      at = i;
    }
  if (!best)
    return {};
  Title title{on_one_line(without_residue(best->text)), {}, 0, at, 1};
  const auto years = find_years(map_text(title.text).text);
  title.year = years.empty() ? 0 : years.front().year;
  return title;
}

} // namespace

Title read_title(const std::vector<const Paragraph*>& paragraphs, const Label* form_words) {
  // The title stands right before the report's text; a page may print much before it.
  std::vector<const Paragraph*> near;
  std::vector<std::size_t> index;
  const std::size_t from =
      paragraphs.size() > most_paragraphs ? paragraphs.size() - most_paragraphs : 0;
  for (std::size_t i = from; i < paragraphs.size(); ++i)
    if (!normalized(paragraphs[i]->text.substr(0, longest_title * 4)).empty()) {
      near.push_back(paragraphs[i]);
      index.push_back(i);
    }
  Title title;
  if (!form_words) {
    title = read_heading(near);
  } else {
    const Weighing weighing(near, *form_words);
    double best = 0;
    for (std::size_t first = 0; first < near.size(); ++first)
      for (std::size_t count = 1; count <= most_lines && first + count <= near.size(); ++count) {
        if (near[first + count - 1]->text.size() > longest_title * 4)
          break;
        auto candidate = weighing.weigh(first, count);
        if (candidate && candidate->weight > best) {
          best = candidate->weight;
          title = std::move(candidate->title);
        }
      }
  }
  if (title.count > 0) {
    const std::size_t last = index[title.first + title.count - 1];
    title.first = index[title.first];
    title.count = last - title.first + 1;
  }
  return title;
}

} // namespace gouji
