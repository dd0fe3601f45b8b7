// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/writers/sample.h"
#include "writers/inspect.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gouji;

TEST_CASE("inspected tables have inclusive rows and columns from 0 and boxes in points") {
  Table table{{}, 1, 2, {{0, 0, 1, 2, "甲\n乙", {1, {10, 20, 30, 40}, {}, 0}}}, {}, 0, 1, {}};
  table.origin = {1, {10, 20, 30, 40.06}, {}, 0};
  const std::vector<Block> blocks{Paragraph{}, table};
  CHECK(inspect_tables(blocks) == R"({
  "tables": [
    {
      "page": 1,
      "bbox": [10.0, 20.0, 30.0, 40.1],
      "cells": [
        {"r0": 0, "r1": 0, "c0": 0, "c1": 1, "text": "甲\n乙", "bbox": [10.0, 20.0, 30.0, 40.0]}
      ]
    }
  ]
}
)");
}

TEST_CASE("an inspected page shows characters that follow one another as one run") {
  Document document;
  document.format = "pdf";
  Page page{1, 100, 200, {}, {{Axis::horizontal, 5, 10, 90, 0.5}}, {}, {}};
  const auto glyph = [&](char32_t c, double x, double y) {
    page.glyphs.push_back({c, {x, y - 10, x + 10, y + 2}, y, 12, 0, 0, false, false});
  };
  glyph(U'中', 10, 50);
  glyph(U'国', 20, 50);
  glyph(U'a', 60, 50);
  glyph(U'b', 70, 90);
  document.pages = {page};
  const std::string json = inspect_document(document);
  CHECK(nlohmann::json::accept(json));
  CHECK(
      json.find(R"({"text": "中国", "box": [10.0, 40.0, 30.0, 52.0], "size": 12.0, "font": 0})") !=
      std::string::npos);
  CHECK(json.find(R"({"text": "a",)") != std::string::npos);
  CHECK(json.find(R"({"text": "b",)") != std::string::npos);
  CHECK(json.find(R"({"axis": "horizontal", "position": 5.00, "from": 10.00, "to": 90.00, )"
                  R"("thickness": 0.50})") != std::string::npos);
}

TEST_CASE("an inspected match names the field each cell is, and why") {
  Outcome outcome = sample::outcome();
  outcome.report.match.score = 0.9876;
  outcome.report.match.candidates = {{"layout small-form", 0.9876, true, "9 of 9 labels"}};
  outcome.report.match.deviations = {{Deviation::Kind::row_missing,
                                      {2},
                                      {"row A", "甲行"},
                                      {"not found", "没有找到"},
                                      false,
                                      {},
                                      {}}};
  const std::string json = inspect_match(outcome, Language::chinese);
  CHECK(nlohmann::json::accept(json));
  CHECK(
      json.find(
          R"("text": "27", "bbox": [160.0, 310.0, 220.0, 330.0], "field": "requests.received.person"})") !=
      std::string::npos);
  CHECK(
      json.find(
          R"({"subject": "layout small-form", "score": 0.988, "chosen": true, "reason": "9 of 9 labels"})") !=
      std::string::npos);
  CHECK(
      json.find(
          R"({"kind": "row_missing", "what": "甲行", "reason": "没有找到", "fields": ["requests.granted.person"], "settled": false})") !=
      std::string::npos);
}
