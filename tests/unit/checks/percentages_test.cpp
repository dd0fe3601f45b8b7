// SPDX-License-Identifier: GPL-3.0-or-later
// Percentages against the numbers they are told of, and documents against table 2.
#include "checks/claims.h"
#include "checks/percentages.h"
#include "form_report.h"

#include <catch2/catch.hpp>

using namespace gouji;
using namespace gouji::test;

namespace {

/// "4 agrees; 25% disagrees" of every claim.
std::string claims_of(const Report& report, const Report* prior = nullptr) {
  const char* names[] = {"agrees", "disagrees", "part", "wider", "split", "untested"};
  std::string out;
  for (const Claim& claim : read_claims(report, prior)) {
    out += out.empty() ? "" : "; ";
    out += claim.figure.value.text() + (claim.percent ? "% " : " ") +
           names[static_cast<int>(claim.result)];
  }
  return out;
}

std::string claims_of(const std::string& prose) {
  return claims_of(with_prose(form_report(), prose));
}

} // namespace

TEST_CASE("a percentage is right when rounding or cutting off gives it") {
  const auto share = [](int thousandths, int digits) {
    Percentage p;
    p.value = Decimal::from_millionths(thousandths * 1000);
    p.digits = digits;
    return p;
  };
  CHECK(says(share(4340, 2), Decimal(35), Decimal(805))); // 4.3478: cut off
  CHECK(says(share(4350, 2), Decimal(35), Decimal(805))); // rounded
  CHECK_FALSE(says(share(4330, 2), Decimal(35), Decimal(805)));
  CHECK(says(share(33000, 0), Decimal(1), Decimal(3)));
  CHECK_FALSE(says(share(33000, 0), Decimal(1), Decimal(0)));
  Percentage rise = share(1050, 2);
  rise.kind = Percentage::Kind::rise;
  CHECK_FALSE(says(rise, Decimal(3646), Decimal(3607))); // 1.08
  CHECK(percent_of(rise, Decimal(3646), Decimal(3607)).text() == "1.08");
}

TEST_CASE("shares are held against what was received and closed") {
  CHECK(claims_of("收到政府信息公开申请15件，其中予以公开9件，占56.25%。") ==
        "15 agrees; 9 agrees; 56.25% agrees");
  CHECK(claims_of("收到政府信息公开申请15件，其中予以公开9件（占60%）。") ==
        "15 agrees; 9 agrees; 60% agrees");
  CHECK(claims_of("收到政府信息公开申请15件，其中予以公开9件，占66%。") ==
        "15 agrees; 9 agrees; 66% disagrees");
  // Of a number that is wrong itself nothing more is said.
  CHECK(claims_of("收到政府信息公开申请15件，其中予以公开8件，占66%。") ==
        "15 agrees; 8 disagrees");
  // A share of something else.
  CHECK(claims_of("收到政府信息公开申请15件，群众满意度占66%。") == "15 agrees");
  CHECK(claims_of("收到政府信息公开申请15件，约占全县的66%。") == "15 agrees");
}

TEST_CASE("changes are held against last year's number in the sentence or in last year's report") {
  CHECK(claims_of("收到政府信息公开申请15件，较上年12件增长25%。") == "15 agrees; 25% agrees");
  CHECK(claims_of("收到政府信息公开申请15件，较上年20件下降20%。") == "15 agrees; 20% disagrees");
  const Report report = with_prose(form_report(), "收到政府信息公开申请15件，同比增长50%。");
  CHECK(claims_of(report) == "15 agrees"); // last year is not at hand
  Report prior = form_report();
  set(prior, "requests.received.total", 10);
  CHECK(claims_of(report, &prior) == "15 agrees; 50% agrees");
  set(prior, "requests.received.total", 12);
  CHECK(claims_of(report, &prior) == "15 agrees; 50% disagrees");
  const auto findings = check_narrative(report, &prior);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().rule == "narrative.claim");
  CHECK(
      findings.front().message.en ==
      "The text gives 50 % as the percentage of requests received, but by the numbers it is 25 %: "
      "\"收到政府信息公开申请15件，同比增长50%。\"");
}

TEST_CASE("documents issued, repealed and in force are held against table 2") {
  Report report = form_report();
  set(report, "proactive.normative_documents.issued", 3);
  set(report, "proactive.normative_documents.repealed", 2);
  set(report, "proactive.normative_documents.in_force", 21);
  const auto said = [&](const std::string& prose) { return claims_of(with_prose(report, prose)); };
  CHECK(said("本年制发行政规范性文件3件，废止行政规范性文件2件，现行有效行政规范性文件21件。") ==
        "3 agrees; 2 agrees; 21 agrees");
  CHECK(said("全年出台规范性文件5件。") == "5 disagrees");
  // Publishing may include older documents; cleaning up is another count.
  CHECK(said("通过门户网站主动公开规范性文件5件。") == "5 part");
  CHECK(said("全年清理规范性文件5个。") == "");
  CHECK(said("政策、规范性文件类信息80条。") == "");
}
