// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/writers/sample.h"
#include "writers/json.h"
#include "writers/schema.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace gouji;
using nlohmann::json;

namespace {

/// Exit status of the validator: 0 valid, 1 not, 77 none installed.
int validate(const std::string& schema, const std::string& document) {
  char folder[] = "/tmp/gouji-schema-XXXXXX";
  REQUIRE(mkdtemp(folder));
  const std::filesystem::path path(folder);
  std::ofstream(path / "schema.json") << schema;
  std::ofstream(path / "document.json") << document;
  const std::string command = "python3 " GOUJI_SOURCE_DIR "/tests/unit/writers/schema_check.py " +
                              (path / "schema.json").string() + " " +
                              (path / "document.json").string() + " >/dev/null 2>&1";
  const int status = std::system(command.c_str());
  std::filesystem::remove_all(path);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST_CASE("the schema takes the JSON of a report and nothing beside it") {
  const std::string schema = report_schema({sample::small_form()});
  REQUIRE(json::accept(schema));
  const json report = json::parse(report_json(sample::outcome(), Language::chinese));
  const int status = validate(schema, report.dump());
  if (status == 77) {
    WARN("python3-jsonschema is not installed: the schema was not tried");
    return;
  }
  CHECK(status == 0);

  Outcome formless = sample::outcome();
  formless.report.layout = nullptr;
  formless.report.values.clear();
  formless.findings.clear();
  CHECK(validate(schema, report_json(formless, Language::english)) == 0);

  json spoilt = report;
  spoilt["surplus"] = 1;
  CHECK(validate(schema, spoilt.dump()) == 1);
  spoilt = report;
  spoilt["values"].erase("requests.received.person");
  CHECK(validate(schema, spoilt.dump()) == 1);
  spoilt = report;
  spoilt["values"]["requests.received.person"]["value"] = nullptr;
  CHECK(validate(schema, spoilt.dump()) == 1);
  spoilt = report;
  spoilt["values"]["requests.granted.person"]["value"] = 0;
  CHECK(validate(schema, spoilt.dump()) == 1);
  spoilt = report;
  spoilt["layout"] = "unknown-form";
  CHECK(validate(schema, spoilt.dump()) == 1);
  spoilt = report;
  spoilt["findings"][0]["severity"] = "fatal";
  CHECK(validate(schema, spoilt.dump()) == 1);
}
