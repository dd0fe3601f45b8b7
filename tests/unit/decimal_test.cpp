// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"

#include <catch2/catch.hpp>

using gouji::Decimal;

TEST_CASE("a decimal prints as it was read, without needless zeros") {
  const auto [printed, text] =
      GENERATE(table<std::string, std::string>({{"0", "0"},
                                                {"7730.28", "7730.28"},
                                                {"-8", "-8"},
                                                {"1.500000", "1.5"},
                                                {"+3", "3"},
                                                {"-0.25", "-0.25"},
                                                {"99999999999.999999", "99999999999.999999"}}));
  const auto value = Decimal::parse(printed);
  REQUIRE(value);
  CHECK(value->text() == text);
}

TEST_CASE("what is no decimal, too long or too exact is refused") {
  const std::string text =
      GENERATE("", "-", ".5", "5.", "1,000", "1e3", "0.1234567", "100000000000", "１");
  CHECK_FALSE(Decimal::parse(text));
}

TEST_CASE("sums are exact") {
  CHECK(*Decimal::parse("0.1") + *Decimal::parse("0.2") == *Decimal::parse("0.3"));
  CHECK((Decimal(3) - *Decimal::parse("0.000001")).text() == "2.999999");
}
