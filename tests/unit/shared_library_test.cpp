// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shared_library.h"

#include <catch2/catch.hpp>

#include <cmath>

using gouji::SharedLibrary;

TEST_CASE("a function of a shared library can be called once it is loaded") {
  SharedLibrary library("libm.so.6");
  double (*const root)(double) = library.find("sqrt");
  REQUIRE(root);
  CHECK(root(16) == Approx(4));
  CHECK(library.missing().empty());
}

TEST_CASE("the first thing that is missing is remembered") {
  SharedLibrary library("libm.so.6");
  CHECK_FALSE(library.find("no_such_function").address);
  CHECK_FALSE(library.find("nor_this_one").address);
  CHECK(library.missing().find("no_such_function") != std::string::npos);

  SharedLibrary absent("libabsent.so.9");
  CHECK_FALSE(absent.find("sqrt").address);
  CHECK(absent.missing().find("libabsent.so.9") != std::string::npos);
}
