// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/writers/sample.h"
#include "writers/json.h"

#include <catch2/catch.hpp>

using namespace gouji;

TEST_CASE("the JSON of a report has the contract's keys in the contract's order") {
  CHECK(report_json(sample::outcome(), Language::chinese) == R"({
  "format": "gouji-report/1",
  "source": {"name": "report.pdf", "format": "pdf", "sha256": ")" +
                                                                 std::string(64, 'a') +
                                                                 R"(", "pages": 3},
  "layout": "small-form",
  "agency": "某县人民政府",
  "year": 2023,
  "title": "某县人民政府2023年报告",
  "sections": [
    {"number": 1, "title": "总体情况", "text": "收到申请30件。\n\"全部\"办结。"},
    {"number": 2, "title": "办理情况", "text": ""}
  ],
  "values": {
    "requests.received.person": {"value": 27, "state": "read", "raw": "27", "where": {"page": 2, "table": 1, "row": 2, "column": 2, "box": [212.4, 310.0, 240.1, 322.5]}},
    "requests.received.amount": {"value": 7730.28, "state": "read", "raw": "7,730.28万元", "where": {"page": 2, "table": 1, "row": 2, "column": 3, "box": [240.1, 310.0, 290.0, 322.5]}},
    "requests.granted.person": {"value": null, "state": "blank", "raw": "/", "where": {"page": 2, "table": 1, "row": 3, "column": 2, "box": [212.4, 322.5, 240.1, 340.0]}},
    "requests.granted.amount": {"value": null, "state": "unreadable", "raw": "见附件", "where": {"page": 2, "table": 1, "row": 3, "column": 3, "box": [240.1, 322.5, 290.0, 340.0]}}
  },
  "findings": [
    {"rule": "requests.balance", "severity": "error", "message": "两边不等：29 与 28", "fields": ["requests.received.person", "requests.granted.person"], "expected": 29, "actual": 28},
    {"rule": "value.unreadable", "severity": "error", "message": "不是数字", "fields": ["requests.granted.amount"], "expected": null, "actual": null},
    {"rule": "narrative.received", "severity": "warning", "message": "正文为30，表格为27", "fields": ["requests.received.person"], "expected": 30, "actual": 27},
    {"rule": "section.title", "severity": "info", "message": "标题不同", "fields": [], "expected": null, "actual": null}
  ]
})");
}

TEST_CASE("a field of another edition is listed once it is printed") {
  Outcome outcome = sample::outcome();
  CHECK(report_json(outcome, Language::english).find("requests.old.person") == std::string::npos);
  outcome.report.values[4].state = State::blank;
  CHECK(report_json(outcome, Language::english).find("requests.old.person") != std::string::npos);
}

TEST_CASE("what a document does not say is null, and a flow cell has its anchor and no box") {
  Outcome outcome;
  outcome.source = {"a.docx", "docx", std::string(64, 'b'), 0};
  outcome.report.layout = sample::small_form();
  outcome.report.values.resize(5);
  outcome.report.values[0] = {State::read, Decimal(1), "1", {1, 2, 3, {0, {}, "C4", 0}}};
  const std::string json = report_json(outcome, Language::english);
  CHECK(json.find(R"("pages": null})") != std::string::npos);
  CHECK(json.find(R"("agency": null,)") != std::string::npos);
  CHECK(json.find(R"("year": null,)") != std::string::npos);
  CHECK(
      json.find(
          R"("where": {"page": null, "table": 2, "row": 3, "column": 4, "box": null, "anchor": "C4"}})") !=
      std::string::npos);
  CHECK(json.find(R"({"value": null, "state": "absent", "raw": "", "where": null})") !=
        std::string::npos);
  outcome.report.layout = nullptr;
  CHECK(report_json(outcome, Language::english).find(R"("values": {})") != std::string::npos);
}

TEST_CASE("the places of a finding are its cells, for programs that mark them") {
  const std::string json =
      report_json(sample::outcome(), Language::english, {JsonStream::Shape::inlined, true});
  CHECK(json.find('\n') == std::string::npos);
  CHECK(json.find(R"("actual": 28, "where": [{"table": 1, "row": 2, "column": 2, "anchor": null}, )"
                  R"({"table": 1, "row": 3, "column": 2, "anchor": null}]})") != std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 and control characters never reach the JSON raw") {
  JsonStream json;
  json.string("a\xFF\xE4\xB8z\x01\"\\\n中\xED\xA0\x80");
  CHECK(json.take() == "\"a\uFFFD\uFFFD\uFFFDz\\u0001\\\"\\\\\\n中\uFFFD\uFFFD\uFFFD\"");
  CHECK(valid_text("\xC0\x80 \xF4\x90\x80\x80 好") == "\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD 好");
}

TEST_CASE("numbers are rounded to what is asked, and none is minus zero or not a number") {
  JsonStream json(JsonStream::Shape::inlined);
  json.begin_array().rounded(-0.04, 1).rounded(2.25, 2).rounded(
      0.0 / [] { return 0.0; }(), 1);
  json.box({}).box({1, 2.06, 3, 4}).end_array();
  CHECK(json.take() == "[0.0, 2.25, null, null, [1.0, 2.1, 3.0, 4.0]]");
}
