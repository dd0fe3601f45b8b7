// SPDX-License-Identifier: GPL-3.0-or-later
// The outline: paragraphs handed out to preamble and sections as the headings fall.
#include "matching/sections.h"

#include "matching/headings.h"
#include "matching/title.h"
#include "text/date.h"
#include "text/mapped_text.h"
#include "text/normalize.h"

#include <algorithm>
#include <map>
#include <utility>

namespace gouji {
namespace {

std::string trimmed(std::string_view text) {
  const auto white = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && white(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && white(text.back()))
    text.remove_suffix(1);
  return std::string(text);
}

/// Part of a paragraph; its numbering belongs to the part that begins it.
Paragraph part_of(const Paragraph& paragraph, std::size_t begin, std::size_t end) {
  Paragraph part = paragraph;
  part.text = trimmed(std::string_view(paragraph.text).substr(begin, end - begin));
  if (without_residue(part.text).empty())
    part.text.clear();
  if (begin > 0)
    part.numbering.clear();
  return part;
}

void add_text(Section& section, Paragraph paragraph) {
  if (paragraph.text.empty())
    return;
  if (!section.text.empty())
    section.text += '\n';
  section.text += paragraph.full_text();
  section.paragraphs.push_back(std::move(paragraph));
}

/// A section while it is read; `tables`: how many tables stand in it.
struct OpenSection {
  Section section;
  int tables = 0;

  bool empty() const { return tables == 0 && section.paragraphs.empty(); }
};

class Splitter {
public:
  explicit Splitter(const Layout& layout) : layout_(layout), finder_(layout.sections) {}

  void take(const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
      take_paragraph(*paragraph);
    else if (!sections_.empty())
      ++sections_.back().tables;
  }

  const std::vector<const Paragraph*>& before() const { return before_; }
  std::vector<Paragraph>& before_parts() { return before_parts_; }

  /// Printed order. A heading that comes again (a table of contents, the form's tables behind the
  /// prose): what has nothing under it is left out, but for the last of a section that never has.
  std::vector<Section> finish() {
    std::map<int, std::size_t> kept; // of a section with nothing under it: where it comes last
    for (std::size_t i = 0; i < sections_.size(); ++i)
      kept[sections_[i].section.number] = i;
    for (const OpenSection& open : sections_)
      if (!open.empty())
        kept.erase(open.section.number);
    std::vector<Section> sections;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const auto last = kept.find(sections_[i].section.number);
      if (!sections_[i].empty() || (last != kept.end() && last->second == i))
        sections.push_back(std::move(sections_[i].section));
    }
    return sections;
  }

private:
  void take_paragraph(const Paragraph& paragraph) {
    std::vector<HeadingPlace> places = finder_.find(paragraph);
    // What is only like a title is taken for it once: later lines like it are items of the text.
    std::erase_if(places, [&](const HeadingPlace& place) {
      return !place.exact && opened(number_of(place));
    });
    if (sections_.empty()) {
      before_.push_back(&paragraph);
      before_parts_.push_back(
          part_of(paragraph, 0, places.empty() ? paragraph.text.size() : places.front().begin));
    } else if (places.empty()) {
      add_text(sections_.back().section, paragraph);
    } else {
      add_text(sections_.back().section, part_of(paragraph, 0, places.front().begin));
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      const HeadingPlace& place = places[i];
      open(paragraph, place);
      const std::size_t end = i + 1 < places.size() ? places[i + 1].begin : paragraph.text.size();
      add_text(sections_.back().section, part_of(paragraph, place.end, end));
    }
  }

  int number_of(const HeadingPlace& place) const {
    return layout_.sections.at(static_cast<std::size_t>(place.section)).number;
  }
  bool opened(int number) const {
    return std::any_of(sections_.begin(), sections_.end(),
                       [&](const OpenSection& open) { return open.section.number == number; });
  }

  void open(const Paragraph& paragraph, const HeadingPlace& place) {
    const LayoutSection& form = layout_.sections.at(static_cast<std::size_t>(place.section));
    const Paragraph heading = part_of(paragraph, place.begin, place.end);
    const std::string printed = heading.full_text();
    // The same heading at once again (on both sides of a page break, or with its table) goes on.
    if (!sections_.empty() && sections_.back().section.number == form.number)
      return;
    OpenSection next;
    next.section.number = form.number;
    next.section.title = form.title.text;
    next.section.printed_title = printed;
    next.section.origin = paragraph.origin;
    sections_.push_back(std::move(next));
  }

  const Layout& layout_;
  HeadingFinder finder_;
  std::vector<const Paragraph*> before_;
  std::vector<Paragraph> before_parts_; ///< the same, without the headings at their ends
  std::vector<OpenSection> sections_;
};

/// The year of the first span of time that the paragraphs state.
int stated_year(const std::vector<Paragraph>& paragraphs) {
  for (const Paragraph& paragraph : paragraphs)
    for (const PrintedPeriod& period : find_periods(map_text(paragraph.text).text))
      return period.to.year;
  return 0;
}

} // namespace

Outline read_outline(const std::vector<Block>& flow, const Layout* layout) {
  Outline outline;
  std::vector<const Paragraph*> before;
  std::vector<Paragraph> parts;
  if (layout) {
    Splitter splitter(*layout);
    for (const Block& block : flow)
      splitter.take(block);
    before = splitter.before();
    parts = std::move(splitter.before_parts());
    outline.sections = splitter.finish();
  } else {
    for (const Block& block : flow)
      if (const auto* paragraph = std::get_if<Paragraph>(&block))
        before.push_back(paragraph);
  }

  const Title title = read_title(before, layout ? &layout->report_title : nullptr);
  outline.title = title.text;
  outline.agency = title.agency;
  outline.year = title.year;
  std::size_t first = 0;
  if (title.count > 0) {
    outline.title_origin = before.at(title.first)->origin;
    first = title.first + title.count;
  }
  for (std::size_t i = first; i < parts.size(); ++i)
    if (!parts[i].text.empty())
      outline.preamble.push_back(std::move(parts[i]));

  if (outline.year == 0)
    outline.year = stated_year(outline.preamble);
  for (auto section = outline.sections.begin();
       outline.year == 0 && section != outline.sections.end(); ++section)
    outline.year = stated_year(section->paragraphs);
  return outline;
}

} // namespace gouji
