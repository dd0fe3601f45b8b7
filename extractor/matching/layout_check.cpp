// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of matching/layout_check.h that are not the loader's or the schema's own.
#include "matching/layout_check.h"

#include "matching/layout_loader.h"
#include "matching/layout_messages.h"
#include "matching/layout_xml.h"
#include "text/normalize.h"

#include <algorithm>
#include <set>

namespace gouji {
namespace {

/// Mistakes found so far.
class Mistakes {
public:
  void add(int line, Words message) {
    errors_.push_back(Error{Code::invalid, std::move(message), {}, line, 0});
  }
  void add(const LayoutElement& element, Words message) { add(element.line, std::move(message)); }
  std::vector<Error> take() { return std::move(errors_); }

private:
  std::vector<Error> errors_;
};

// ---- examples

Decimal sum(const std::vector<int>& fields, const Example& example) {
  Decimal total;
  for (const int field : fields)
    if (const auto value = example.values.find(field); value != example.values.end())
      total += value->second;
  return total;
}

void check_examples(const Layout& layout, Mistakes& mistakes) {
  std::set<int> seen; // one relation of the file becomes many: what is wrong with one is with all
  for (const Relation& relation : layout.relations) {
    if (!seen.insert(relation.line).second)
      continue;
    bool holding = false, breaking = false;
    for (const Example& example : relation.examples) {
      (example.holds ? holding : breaking) = true;
      const Decimal left = sum(relation.left, example) + sum(relation.foreign_left, example);
      const Decimal right = sum(relation.right, example);
      if (example.holds && left != right)
        mistakes.add(example.line, fill(phrases::layout_example_breaks, left.text(), right.text()));
      if (!example.holds && left == right)
        mistakes.add(example.line, fill(phrases::layout_example_holds, left.text()));
    }
    if (!holding)
      mistakes.add(relation.line,
                   fill(phrases::layout_examples_wanted, fill(phrases::layout_word_holds)));
    if (!breaking)
      mistakes.add(relation.line,
                   fill(phrases::layout_examples_wanted, fill(phrases::layout_word_breaks)));
  }
}

// ---- messages

/// Which places a message may use; those that begin with '!' it must use.
struct Places {
  std::string_view rule, message;
  std::vector<std::string_view> names;
};

const std::vector<Places>& places() {
  static const std::vector<Places> all = {
      {"relation", "message", {"item", "!left", "!right"}},
      {"stock", "message", {"item", "!stock", "!added", "!removed"}},
      {"stock", "prior-message", {"item", "!stock", "!prior", "added", "removed", "!expected"}},
      {"carry", "message", {"item", "!value", "!prior"}},
      {"period", "message", {"!from", "!to"}},
      {"statement", "message", {}},
  };
  return all;
}

std::string_view bare(std::string_view name) {
  return name.starts_with('!') ? name.substr(1) : name;
}

void check_places(const LayoutElement& message, const Places& allowed, const std::string& text,
                  Mistakes& mistakes) {
  std::set<std::string> used;
  for (std::size_t at = 0; (at = text.find_first_of("{}", at)) != std::string::npos; ++at) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (text[at] == '}' || end == std::string::npos || text[end] != '}') {
      mistakes.add(message, fill(phrases::layout_brace_open, message.name, text));
      return;
    }
    used.insert(text.substr(at + 1, end - at - 1));
    at = end;
  }
  std::string names;
  for (const std::string_view name : allowed.names) {
    names += (names.empty() ? "{" : ", {") + std::string(bare(name)) + "}";
    if (name.starts_with('!') && !used.count(std::string(bare(name))))
      mistakes.add(message, fill(phrases::layout_place_missing, message.name, bare(name)));
  }
  for (const std::string& name : used)
    if (std::none_of(allowed.names.begin(), allowed.names.end(),
                     [&](std::string_view known) { return bare(known) == name; }))
      mistakes.add(message, fill(phrases::layout_place_unknown, message.name, name,
                                 names.empty() ? "-" : names));
}

void check_words(const LayoutElement& element, Mistakes& mistakes) {
  const std::string_view en = element.attribute("en"), zh = element.attribute("zh");
  if (element.has("zh") && !zh.empty() &&
      std::all_of(zh.begin(), zh.end(), [](char c) { return static_cast<signed char>(c) >= 0; }))
    mistakes.add(element, fill(phrases::layout_not_chinese, element.name, zh));
  if (element.has("en") && !en.empty() && std::none_of(en.begin(), en.end(), [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
      }))
    mistakes.add(element, fill(phrases::layout_not_english, element.name, en));
  for (const LayoutElement& child : element.children) {
    check_words(child, mistakes);
    for (const Places& allowed : places())
      if (allowed.rule == element.name && allowed.message == child.name)
        for (const char* language : {"en", "zh"})
          check_places(child, allowed, std::string(child.attribute(language)), mistakes);
  }
}

// ---- labels

/// A heading with its spellings made comparable.
struct Heading {
  const LayoutElement* element = nullptr;
  const LayoutElement* parent = nullptr;
  std::vector<std::string> spellings, keys; ///< `normalized`
};

Heading read_heading(const LayoutElement& element, const LayoutElement* parent,
                     Mistakes& mistakes) {
  Heading heading{&element, parent, {}, {}};
  const auto add = [&](std::vector<std::string>& list, const LayoutElement& at,
                       std::string_view text) {
    std::string plain = normalized(text);
    if (plain.empty())
      return;
    if (std::find(list.begin(), list.end(), plain) != list.end())
      mistakes.add(at, fill(phrases::layout_spelling_twice, text));
    else
      list.push_back(std::move(plain));
  };
  add(heading.spellings, element, element.attribute("label"));
  for (const LayoutElement& child : element.children)
    if (child.name == "alias")
      add(heading.spellings, child, child.text);
  for (const LayoutElement& child : element.children) {
    if (child.name != "key")
      continue;
    add(heading.keys, child, child.text);
    const std::string key = normalized(child.text);
    if (std::none_of(heading.spellings.begin(), heading.spellings.end(),
                     [&](const std::string& s) { return s.find(key) != std::string::npos; }))
      mistakes.add(child, fill(phrases::layout_key_foreign, child.text));
  }
  return heading;
}

/// Every heading called `name` below `element`, in order.
void collect(const LayoutElement& element, std::string_view name, Mistakes& mistakes,
             std::vector<Heading>& headings) {
  for (const LayoutElement& child : element.children)
    if (child.name == name) {
      headings.push_back(read_heading(child, &element, mistakes));
      collect(child, name, mistakes, headings);
    }
}

/// Neighbours under one group must differ; a key must be in no other heading of the list, unless
/// that heading is spelt the same (the repeated headings of a form, and those of other editions).
void check_headings(const std::vector<Heading>& headings, Mistakes& mistakes) {
  const auto shares = [](const Heading& a, const Heading& b) {
    return std::find_first_of(a.spellings.begin(), a.spellings.end(), b.spellings.begin(),
                              b.spellings.end());
  };
  for (const Heading& one : headings) {
    for (const Heading& other : headings) {
      if (&one == &other)
        continue;
      const auto shared = shares(one, other);
      const bool same_edition =
          one.element->attribute("edition") == other.element->attribute("edition");
      if (shared != one.spellings.end()) {
        if (one.parent == other.parent && same_edition && &other < &one)
          mistakes.add(*one.element,
                       fill(phrases::layout_label_ambiguous, *shared, other.element->line));
        continue;
      }
      for (const std::string& key : one.keys)
        for (const std::string& spelling : other.spellings)
          if (spelling.find(key) != std::string::npos)
            mistakes.add(*one.element,
                         fill(phrases::layout_key_ambiguous, key, spelling, other.element->line));
    }
  }
}

void check_labels(const LayoutElement& root, Mistakes& mistakes) {
  std::vector<Heading> sections;
  collect(root, "section", mistakes, sections);
  check_headings(sections, mistakes);
  for (const LayoutElement& table : root.children) {
    if (table.name != "table")
      continue;
    std::vector<Heading> blocks;
    collect(table, "block", mistakes, blocks);
    check_headings(blocks, mistakes);
    for (const LayoutElement& block : table.children)
      for (const auto& [list, name] : {std::pair{"columns", "column"}, std::pair{"rows", "row"}})
        if (const LayoutElement* lines = block.child(list)) {
          std::vector<Heading> headings;
          collect(*lines, name, mistakes, headings);
          check_headings(headings, mistakes);
        }
  }
}

void check_editions(const LayoutElement& element, std::string_view own, Mistakes& mistakes) {
  if (!own.empty() && element.attribute("edition") == own)
    mistakes.add(element, fill(phrases::layout_own_edition, own));
  for (const LayoutElement& child : element.children)
    check_editions(child, own, mistakes);
}

} // namespace

std::vector<Error> check_layout(Bytes xml, Bytes xsd, std::string_view source) {
  std::vector<Error> errors = validate_layout_xml(xml, xsd);
  std::set<int> told;
  for (const Error& error : errors)
    told.insert(error.line);

  // What the schema says of a line says it best: the loader only adds what it alone can see.
  LoadedLayout loaded = read_layout(xml, source);
  for (Error& error : loaded.errors)
    if (!told.count(error.line))
      errors.push_back(std::move(error));

  if (const Result<LayoutElement> root = parse_layout_xml(xml)) {
    Mistakes mistakes;
    const Layout& layout = loaded.layout;
    if (layout.last_year != 0 && layout.last_year < layout.first_year)
      mistakes.add(*root,
                   fill(phrases::layout_years_reversed, layout.first_year, layout.last_year));
    check_editions(*root, layout.id, mistakes);
    check_examples(layout, mistakes);
    check_words(*root, mistakes);
    check_labels(*root, mistakes);
    std::vector<Error> found = mistakes.take();
    std::move(found.begin(), found.end(), std::back_inserter(errors));
  }
  for (Error& error : errors)
    if (error.source.empty())
      error.source = source;
  std::stable_sort(errors.begin(), errors.end(),
                   [](const Error& a, const Error& b) { return a.line < b.line; });
  errors.erase(std::unique(errors.begin(), errors.end()), errors.end());
  return errors;
}

} // namespace gouji
