// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/writers/sample.h"
#include "writers/svg.h"

#include <catch2/catch.hpp>

using namespace gouji;

namespace {
bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
} // namespace

TEST_CASE("a drawn page shows its characters, lines, cells, fields and findings") {
  const Outcome outcome = sample::outcome();
  Page page{2, 400, 500, {}, {{Axis::vertical, 50, 10, 90, 0.5}}, {}, {{0, 0, 9, 9}}};
  page.glyphs.push_back({U'<', {10, 40, 20, 52}, 50, 12, 0, 0, false, false});
  const std::string svg = draw_page(page, outcome.flow, &outcome, Language::english);
  CHECK(has(svg, "<text x=\"10.00\" y=\"50.00\" font-size=\"12.00\">&lt;</text>"));
  CHECK(has(svg, "<line x1=\"50.00\" y1=\"10.00\" x2=\"50.00\" y2=\"90.00\""));
  CHECK(has(svg, "requests.received.person = 27"));
  CHECK(has(svg, "class=\"error\"><title>requests.balance: the sums differ: 29 and 28</title>"));
  CHECK(has(svg, "class=\"cell\"><title>7,730.28万元</title>"));
  CHECK_FALSE(has(svg, "narrative.received: the prose says 30, the table 27</title></rect>\n<rect "
                       "x=\"70.00\" y=\"90.00\""));
}

TEST_CASE("a document without pages has its tables drawn") {
  Outcome outcome = sample::outcome();
  for (Block& block : outcome.flow)
    if (auto* table = std::get_if<Table>(&block))
      for (Cell& cell : table->cells)
        cell.origin = {};
  const std::string svg = draw_flow(outcome.flow, &outcome, Language::chinese);
  CHECK(has(svg, ">7,730.28万元</text>"));
  CHECK(has(svg, "class=\"error\"><title>value.unreadable: 不是数字</title>"));
  CHECK(has(draw_flow({}, nullptr, Language::english), "</svg>"));
}
