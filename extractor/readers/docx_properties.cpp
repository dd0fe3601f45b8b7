// SPDX-License-Identifier: GPL-3.0-or-later
// w:pPr, w:trPr, w:tcPr and the widths in them.
#include "readers/docx_properties.h"

#include "readers/docx_names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gouji::docx {

namespace {

/// w:val as a count of grid columns, `least` or more, clamped to what can be added up safely.
int grid_count(const XmlReader& xml, int least) {
  // Word allows 63 columns; what lies beyond this costs nothing, as only edges in use become lines.
  constexpr int most = 1'000'000;
  const std::string_view digits = xml.attribute(val).value_or("");
  int count = least;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error == std::errc::result_out_of_range)
    return digits.starts_with('-') ? least : most;
  return std::clamp(count, least, most);
}

} // namespace

void read_paragraph_properties(XmlReader& xml, ParagraphProperties& properties) {
  for (const int inside = xml.depth(); xml.next_in(inside);) {
    if (!xml.at_start())
      continue;
    switch (xml.name()) {
    case pStyle:
      properties.style_id = string_of(xml, val);
      break;
    case rPr: // of the paragraph mark
      for (const int mark = xml.depth(); xml.next_in(mark);)
        if (xml.at_start()) {
          properties.mark_deleted |= xml.name() == del || xml.name() == moveFrom;
          if (xml.name() == rPrChange)
            xml.skip();
        }
      break;
    case pPrChange:
    case sectPr:
      xml.skip();
      break;
    default:
      read_property(xml, properties.own);
    }
  }
}

bool read_row_properties(XmlReader& xml, DraftRow& row) {
  bool present = true;
  for (const int inside = xml.depth(); xml.next_in(inside);) {
    if (!xml.at_start())
      continue;
    switch (xml.name()) {
    case gridBefore:
      row.before = grid_count(xml, 0);
      break;
    case gridAfter:
      row.after = grid_count(xml, 0);
      break;
    case wBefore:
      row.before_width = read_width(xml);
      break;
    case wAfter:
      row.after_width = read_width(xml);
      break;
    case del:
      present = false;
      break;
    case hidden:
      present = present && !is_on(xml);
      break;
    case trPrChange:
      xml.skip();
      break;
    default:
      break;
    }
  }
  return present;
}

bool read_cell_properties(XmlReader& xml, DraftCell& cell) {
  bool present = true;
  for (const int inside = xml.depth(); xml.next_in(inside);) {
    if (!xml.at_start())
      continue;
    switch (xml.name()) {
    case gridSpan:
      cell.span = grid_count(xml, 1);
      break;
    case vMerge:
      cell.vertical = xml.attribute(val) == "restart" ? Merge::restart : Merge::go_on;
      break;
    case hMerge:
      cell.horizontal = xml.attribute(val) == "restart" ? Merge::restart : Merge::go_on;
      break;
    case tcW:
      cell.width = read_width(xml);
      break;
    case cellDel:
      present = false;
      break;
    case tcPrChange:
      xml.skip();
      break;
    default:
      break;
    }
  }
  return present;
}

Width read_width(const XmlReader& xml) {
  const std::string_view text = xml.attribute(w).value_or("");
  const std::string_view kind = xml.attribute(type).value_or("dxa");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !(value > 0 && value < 1e7))
    return {};
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit == "%")
    return {value / 100, true};
  if (kind == "pct")
    return {value / 5000, true}; // fiftieths of a percent (§17.18.90)
  if (kind != "dxa")
    return {};
  constexpr std::array<std::pair<std::string_view, double>, 6> units{{{"pt", 20},
                                                                      {"in", 1440},
                                                                      {"cm", 1440 / 2.54},
                                                                      {"mm", 144 / 2.54},
                                                                      {"pc", 240},
                                                                      {"pi", 240}}};
  for (const auto& [name, twips] : units)
    if (unit == name)
      return {value * twips, false};
  return {value, false};
}

} // namespace gouji::docx
