// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of real reports and of their kinds, against a table of which everything is known: what
// must be found, what must agree, and what must stay silent.
#include "checks/claims.h"
#include "form_report.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

/// "narrative.received 15 agrees; ..." of every claim.
std::string claims_of(const Report& report) {
  const char* names[] = {"agrees", "disagrees", "part", "wider", "split", "untested"};
  std::string out;
  for (const Claim& claim : read_claims(report)) {
    out += out.empty() ? "" : "; ";
    out += claim.code.substr(claim.code.find('.') + 1) + " " + claim.figure.value.text() + " " +
           names[static_cast<int>(claim.result)];
  }
  return out;
}

std::string claims_of(const std::string& prose) {
  return claims_of(with_prose(form_report(), prose));
}

struct Case {
  const char* prose;
  const char* claims;
};

} // namespace

TEST_CASE("claims on the tables are found with their numbers and results") {
  const Case cases[] = {
      {"共收到政府信息公开申请15件。", "received 15 agrees"},
      {"共接收依申请公开申请 15 起，所有申请均依法依规答复。", "received 15 agrees; claim 0 part"},
      {"我镇通过邮件收到 15 个依申请公开，均已在规定时间内回复完毕。",
       "received 15 agrees; claim 0 part"},
      {"收到依申请公开十五件。", "received 15 agrees"},
      {"受理依申请公开17件，办结16件，结转下年1件。",
       "received 17 agrees; closed 16 agrees; carried 1 agrees"},
      {"全年，我办代表县政府共受理信息公开申请25件，本年度办结14件，结转下一年办理2件。",
       "received 25 disagrees; closed 14 agrees; carried 2 disagrees"},
      {"（二）依申请公开情况。本年新收18件，上年度结转办理2件，共办结17件，结转下年度继续办理一件"
       "。",
       "received 18 disagrees; carried 2 agrees; closed 17 disagrees; carried 1 agrees"},
      {"依申请公开20件，均按时答复。", "received 20 disagrees; claim 0 part"},
      {"今年以来，共办理依申请公开 12 件。", "received 12 disagrees"},
      {"今年以来，共办理依申请公开 16 件。", "received 16 agrees"},
      {"收到依申请公开申请10余件。", "received 10 disagrees"},
      {"收到依申请公开申请近15件，信息公开工作有序。", "received 15 agrees"},
      {"收到政府信息公开申请15件，其中予以公开9件，部分公开5件，不予公开0件，无法提供2件。",
       "received 15 agrees; claim 9 agrees; claim 5 disagrees; claim 0 agrees; claim 2 agrees"},
      {"收到政府信息公开申请15件，予以公开及部分公开12件。",
       "received 15 agrees; claim 12 disagrees"},
      {"收到政府信息公开申请15件，予以公开、部分公开分别为9件、3件。",
       "received 15 agrees; claim 9 agrees; claim 3 disagrees"},
      {"答复政府信息公开申请16件（含2022年结转2件，另有1件申请按照条例顺延到下年度答复）。",
       "closed 16 agrees; carried 2 agrees; carried 1 agrees"},
      {"2023年度未收到政府信息公开申请。", "received 0 disagrees"},
      {"全年无政府信息公开申请。", "received 0 disagrees"},
      {"收到政府信息公开申请0件。", "received 0 disagrees"},
      {"收到政府信息公开申请15件，已全部办结。", "received 15 agrees; claim 0 disagrees"},
      {"收到政府信息公开申请15件，上年结转2件，所有申请均已按要求办理完成。",
       "received 15 agrees; carried 2 agrees; claim 0 disagrees"},
      {"收到政府信息公开申请15件，全部办结，结转1件。",
       "received 15 agrees; claim 0 part; carried 1 agrees"},
      {"收到政府信息公开申请15件。办结率100%。", "received 15 agrees; claim 0 disagrees"},
      {"发生因政府信息公开引发行政复议3件，行政诉讼4件。",
       "review 3 agrees; litigation 4 disagrees"},
      {"信息公开类行政复议3件、诉讼2件，均获维持。",
       "review 3 agrees; litigation 2 agrees; claim 0 agrees"},
      {"本年有 1 件涉及政府信息公开工作的行政复议，涉及的行政诉讼数为 0 件。",
       "review 1 disagrees; litigation 0 disagrees"},
      {"行政复议、行政诉讼为0条。", "review 0 disagrees; litigation 0 disagrees"},
      {"行政复议、行政诉讼共5件。", "review 5 agrees"},
      {"未发生因公开不及时不规范形成行政复议、行政诉讼案件。",
       "litigation 0 disagrees; review 0 disagrees"},
      {"未发生行政复议案件。", "review 0 disagrees"},
      {"行政复议、行政诉讼均未发生。", "litigation 0 disagrees; review 0 disagrees"},
  };
  for (const Case& c : cases) {
    INFO(c.prose);
    CHECK(claims_of(c.prose) == c.claims);
  }
}

TEST_CASE("numbers that the tables do not count are no claims") {
  const char* silent[] = {
      "办理人大代表建议和政协提案25件，均已答复。",
      "12345热线办理工单3100件，均按时办结；“市长信箱”76件，接访电话130余通，办结率为100%。",
      "全年共办理县长信箱留言173件，均在答复期限内予以答复。",
      "清理规范性文件5个，并指导各相关单位对40个政策性文件进行了解读。",
      "2022年收到政府信息公开申请40件。",
      "收到政府信息公开申请较上年增加8件。",
      "申请数量较去年回落12.3%，大多需要15至20个工作日。",
      "收到行政许可申请300件，办结298件。",
      "受理信访举报投诉类事项12件，全部办结。",
      "政府信息公开工作做到“一件一审、发文必审”。",
      "主动公开各类文件105件，发布各类政务信息6300余条。",
      "对无正当理由大量反复申请的情形，依法处理。",
      "要求加强依申请公开工作，2024年将培训3次。",
      "收到意见建议3条，均已办理。",
      "该行政复议件未被复议审查机关纠错，未发生行政诉讼败诉案件。",
      "县司法局全年审理行政复议案件120件。",
      "依申请公开均在法定期限内做出了答复。",
      "依照《2022年政务公开要点》，召开推进会4次。",
      "国办公开办函〔2021〕30号第3件附件。",
  };
  for (const char* prose : silent) {
    INFO(prose);
    CHECK(claims_of(std::string(prose)).find("disagrees") == std::string::npos);
  }
}

TEST_CASE("parts, wider counts and a split of the sentence's own are no disagreements") {
  const Case cases[] = {
      {"收到政府信息公开申请15件，其中网上申请10件，信函申请5件。", "received 15 agrees"},
      {"收到政府信息公开申请15件，其中网上收到10件。", "received 15 agrees; received 10 part"},
      {"上半年收到政府信息公开申请6件。", "received 6 part"},
      {"全县共收到政府信息公开申请120件。", "received 120 wider"},
      {"收到政府信息公开申请15件。按渠道分，线上收到8件，线下收到7件。",
       "received 15 agrees; received 8 part; received 7 part"},
      {"受理政府信息公开申请15件，其中11件办结、4件撤销。", "received 15 agrees; closed 11 split"},
  };
  for (const Case& c : cases) {
    INFO(c.prose);
    CHECK(claims_of(c.prose) == c.claims);
  }
  Report own = with_prose(form_report(), "全县共收到政府信息公开申请120件。");
  own.agency = "某某县人民政府";
  CHECK(claims_of(own) == "received 120 disagrees");
}

TEST_CASE("what a paragraph speaks of goes on to its next sentences and ends with it") {
  CHECK(claims_of("（二）依申请公开情况\n全年共收到18件，办结16件。") ==
        "received 18 disagrees; closed 16 agrees");
  CHECK(claims_of("（二）依申请公开情况。收到15件。\n受理各类业务18件。") == "received 15 agrees");
}

TEST_CASE("a table that contradicts itself bears out no claim by a detour") {
  Report report = form_report();
  set(report, "requests.received.total", 19);
  set(report, "requests.received.natural_person", 19);
  CHECK(claims_of(with_prose(report, "共办理依申请公开 16 件。")) == "received 16 disagrees");
}

TEST_CASE("an empty total is worked out from its parts, an illegible one is not guessed") {
  Report report = form_report();
  value_of(report, "requests.received.total").state = State::blank;
  CHECK(claims_of(with_prose(report, "收到政府信息公开申请15件。")) == "received 15 agrees");
  CHECK(claims_of(with_prose(report, "收到政府信息公开申请16件。办结。")) == "received 16 agrees");
  value_of(report, "requests.received.total").state = State::unreadable;
  CHECK(claims_of(with_prose(report, "收到政府信息公开申请35件。")) == "received 35 untested");
}

TEST_CASE("a sentence that says none is told as such") {
  const auto findings = check_narrative(with_prose(form_report(), "未发生行政复议案件。"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "narrative.review");
  CHECK(findings[0].message.en.find("there were no administrative reviews") != std::string::npos);
  CHECK(findings[0].expected == Decimal(3));
}

TEST_CASE("a finding quotes its sentence and names the fields and both numbers") {
  const auto findings = check_narrative(with_prose(
      form_report(), "工作有序。2023年，共收到政府信息公开申请28件，均按时答复。再接再厉。"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "narrative.received");
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[0].quote == "2023年，共收到政府信息公开申请28件，均按时答复。");
  CHECK(findings[0].expected == Decimal(15));
  CHECK(findings[0].actual == Decimal(28));
  REQUIRE(findings[0].fields.size() == 1);
  const Report report = form_report();
  CHECK(report.layout->fields[static_cast<std::size_t>(findings[0].fields[0])].id ==
        "requests.received.total");
}

TEST_CASE("of a sentence without end the part around the number is quoted") {
  std::string prose;
  for (int i = 0; i < 200; ++i)
    prose += "依法做好各项工作，";
  const auto findings =
      check_narrative(with_prose(form_report(), prose + "收到政府信息公开申请28件，" + prose));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].quote.size() < 1000);
  CHECK(findings[0].quote.find("收到政府信息公开申请28件") != std::string::npos);
}

TEST_CASE("prose with more numbers than any report has is refused aloud") {
  std::string prose;
  for (int i = 0; i < 6000; ++i)
    prose += "收到政府信息公开申请28件，";
  const auto findings = check_narrative(with_prose(form_report(), prose));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "narrative.claim");
  CHECK(findings[0].message.en.find("not held against") != std::string::npos);
}
