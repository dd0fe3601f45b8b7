// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells ran together into prose: which digits are told apart, and what is no table.
#include "../../support/printed_form.h"
#include "matching/glued_numbers.h"
#include "matching/layout_loader.h"
#include "matching/matcher.h"
#include "matching/running_labels.h"
#include "text/normalize.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <random>

using namespace gouji;
using namespace gouji::test;

namespace {

/// A report whose text is one paragraph.
struct Read {
  std::shared_ptr<const Layout> layout;
  Report report;
  std::vector<Block> flow;

  explicit Read(const std::string& text, const std::string& id = "ogi-2019")
      : layout(std::make_shared<const Layout>(read_project_layout(id))) {
    Paragraph paragraph;
    paragraph.text = "某区2020年政府信息公开工作年度报告。" + text;
    flow.emplace_back(std::move(paragraph));
    report = *match_with_prose(flow, Layouts{layout});
  }
  const Value& value(const std::string& field) const {
    return report.values.at(static_cast<std::size_t>(find_field(*layout, field).value()));
  }
  std::string number(const std::string& field) const {
    const Value& found = value(field);
    return found.has_number()                 ? found.number.text()
           : found.state == State::unreadable ? "unreadable"
                                              : "none";
  }
  std::size_t tables() const {
    return static_cast<std::size_t>(std::count_if(flow.begin(), flow.end(), [](const Block& block) {
      return std::holds_alternative<Table>(block);
    }));
  }
};

/// The table of active disclosure of 2019.
std::string disclosure(const std::string& documents, const std::string& fees,
                       const std::string& procurement) {
  const std::string header = "信息内容上一年项目数量本年增/减处理决定数量";
  return "第二十条第（一）项信息内容本年新制作数量本年新公开数量对外公开总数量规章007规范性文件" +
         documents + "第二十条第（五）项" + header +
         "行政许可396 442 278其他对外管理服务事项107105第二十条第（六）项" + header +
         "行政处罚2648 -18 538行政强制126-2629第二十条第（八）项"
         "信息内容上一年项目数量本年增/减行政事业性收费" +
         fees + "第二十条第（九）项信息内容采购项目数量采购总金额政府集中采购" + procurement;
}

/// The ways to cut `run` into counts, as "6 0 1 7".
std::vector<std::string> cuts(const std::string& run, std::size_t columns,
                              const std::vector<RowRelation>& relations = {}) {
  std::vector<std::string> texts;
  for (const Cut& cut :
       cut_run(run, std::vector<std::optional<Unit>>(columns, Unit::count), relations, 0)) {
    std::string text;
    for (const ReadNumber& number : cut) {
      text += number.state == State::blank ? "-" : number.number.text();
      text += ' ';
    }
    text.pop_back();
    texts.push_back(text);
  }
  return texts;
}

} // namespace

TEST_CASE("a run of digits is cut where one way is left") {
  const std::vector<RowRelation> total{{{0, 1, 2}, {3}}};
  using Ways = std::vector<std::string>;
  CHECK(cuts("007", 3) == Ways{"0 0 7"});
  CHECK(cuts("100", 2) == Ways{"10 0"});
  CHECK(cuts("1234", 3) == Ways{"1 2 34", "1 23 4", "12 3 4"}); // for other rows to settle
  CHECK(cuts("12 3 4", 3) == Ways{"12 3 4"});
  CHECK(cuts("4 0/", 3) == Ways{"4 0 -"});
  CHECK(cuts("12/1", 3) == Ways{"12 - 1"});
  CHECK(cuts("200021", 4, total).empty());              // no way adds up
  CHECK(cuts("200121", 4, total) == Ways{"20 0 1 21"}); // as the total says
  CHECK(cuts("111012", 4, total) == Ways{"1 1 10 12", "1 11 0 12", "11 1 0 12"});
  CHECK(cuts("2 0 0 0 2 0", 4, total) == Ways{"20 0 0 20"}); // digits set wide
  CHECK(cuts("1,23405", 3) == Ways{"1234 0 5"});
  CHECK(cuts(std::string(5000, '1'), 7).empty());
}

TEST_CASE("an ordinal behind digits is none of them") {
  const RunningLabels running(read_project_layout("ogi-2021"));
  const std::u32string text =
      to_u32(normalized("1.属于国家秘密00000002.其他法律行政止公开00000003．危及“三安全一稳定”0"));
  std::vector<std::string> runs;
  for (const LabelledPiece& piece : running.part(text))
    if (piece.kind == LabelledPiece::Kind::run)
      runs.push_back(
          to_utf8(std::u32string_view(text).substr(piece.first, piece.last - piece.first)));
  CHECK(runs == std::vector<std::string>{"0000000", "0000000", "0"});
}

TEST_CASE("digits are cut where their count, a sign, a space or a unit leaves one way") {
  const Read read("二、主动公开政府信息情况 " +
                  disclosure("7777166", "35-15", "395件73802895.90元") +
                  "三、收到和处理政府信息公开申请情况");
  CHECK(read.number("proactive.regulations.public_total") == "7");
  CHECK(read.number("proactive.licensing.change") == "442");
  CHECK(read.number("proactive.penalties.change") == "-18");
  CHECK(read.number("proactive.fees.prior_items") == "35");
  CHECK(read.number("proactive.fees.change") == "-15");
  CHECK(read.number("proactive.procurement.amount") == "73802895.9");
  CHECK(read.value("proactive.fees.change").state == State::settled);
}

TEST_CASE("digits that can be cut in several ways are no numbers") {
  const Read read(disclosure("7777166", "352", "39573802895.90元"));
  CHECK(read.number("proactive.normative_documents.created") == "unreadable");
  CHECK(read.value("proactive.normative_documents.created").raw == "7777166");
  CHECK(read.number("proactive.other_services.change") == "unreadable");
  CHECK(read.number("proactive.coercion.change") == "unreadable");
  CHECK(read.number("proactive.fees.change") == "unreadable");
  CHECK(read.number("proactive.procurement.amount") == "unreadable");
}

TEST_CASE("labels in sentences around the tables are no rows") {
  const Read read(
      "全年制定规章1件，规范性文件2件，行政许可3件，行政处罚4件，行政强制5件。共有规章2" +
      disclosure("111", "1-1", "1 2") + "。其中规章3件、规范性文件4件。");
  CHECK(read.number("proactive.regulations.public_total") == "7");
  CHECK(read.number("proactive.normative_documents.created") == "1");
  CHECK(read.tables() == 1);
}

TEST_CASE("prose that says the numbers of a form in sentences makes no table") {
  const Read read(
      "全年制定规章1件，规范性文件2件，行政许可3件，其他对外管理服务事项3件，行政处罚4件，"
      "行政强制5件，行政事业性收费6项，政府集中采购7件。");
  CHECK(!read.report.layout);
  CHECK(read.flow.size() == 1);
}

TEST_CASE("a row without a label is told by all its captions") {
  const std::string results = "结果维持结果纠正其他结果尚未审结总计";
  const Read read(disclosure("111", "1-1", "1 2") +
                  "。四、政府信息公开行政复议、行政诉讼情况行政复议行政诉讼" + results +
                  "未经复议直接起诉复议后起诉" + results + results + "100010200130003五、存在的");
  CHECK(read.tables() == 2);
  CHECK(read.number("disputes.review.upheld") == "1");
  CHECK(read.number("disputes.litigation_direct.corrected") == "2");
  CHECK(read.number("disputes.litigation_after_review.total") == "3");
}

TEST_CASE("rows of numbers without their labels are told by their order, and said to be") {
  const auto layout = std::make_shared<const Layout>(read_project_layout("ogi-2021"));
  std::mt19937 random(1);
  const std::vector<Decimal> truth = consistent_numbers(*layout, random, 30);
  std::vector<FormGrid> grids;
  for (const FormGrid& printed : print_form(*layout, truth, true)) {
    bool one_of_two = false;
    grids.emplace_back();
    for (const FormRow& row : printed.rows) {
      FormRow numbers;
      std::copy_if(row.cells.begin(), row.cells.end(), std::back_inserter(numbers.cells),
                   [](const FormCell& cell) { return cell.field >= 0; });
      const bool nameless = numbers.cells.size() == row.cells.size();
      if (!nameless && (numbers.cells.size() < 7 || (one_of_two = !one_of_two))) {
        grids.back().rows.push_back(row);
      } else {
        if (nameless)
          grids.back().rows.clear(); // the captions, too
        grids.push_back({{numbers}});
        grids.emplace_back();
      }
    }
  }
  std::erase_if(grids, [](const FormGrid& grid) { return grid.rows.empty(); });
  const Report report = match(as_flow(grids), {layout});
  REQUIRE(report.layout);
  std::size_t said = 0;
  for (const Deviation& deviation : report.match.deviations)
    if (deviation.kind == Deviation::Kind::label_missing)
      said += deviation.fields.size();
  CHECK(said >= 12 * 7 + 15);
  for (std::size_t f = 0; f < truth.size(); ++f)
    if (layout->fields[f].edition.empty()) {
      INFO(layout->fields[f].id);
      CHECK(report.values[f].number == truth[f]);
    }
}
