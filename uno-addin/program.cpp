// SPDX-License-Identifier: GPL-3.0-or-later
// Running gouji as a bounded child and reading what it wrote.
#include "program.h"

#include "base/limits.h"
#include "messages.h"
#include "readers/child_process.h"
#include "readers/temporary_folder.h"
#include "writers/names.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji::addin {
namespace {

namespace fs = std::filesystem;

/// More than the program itself gives LibreOffice for an old Word file.
constexpr std::chrono::seconds time_limit{limits::office_seconds + 30};

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The first `gouji` on PATH, else where packages put it. Only absolute folders count: the office's
/// working folder may be anybody's.
std::string find_program() {
  std::string folders = variable("PATH") + ":/usr/local/bin:/usr/bin";
  for (std::size_t at = 0; at < folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    const std::string path = folders.substr(at, end - at) + "/gouji";
    std::error_code ignored;
    if (path.front() == '/' && access(path.c_str(), X_OK) == 0 &&
        fs::is_regular_file(path, ignored))
      return path;
    at = end + 1;
  }
  return {};
}

std::string content_of(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || size > limits::file_bytes)
    return {};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

State state_named(const std::string& name) {
  for (const State state : {State::read, State::blank, State::unreadable, State::settled})
    if (name == state_name(state))
      return state;
  return State::absent;
}

} // namespace

Result<std::string> run_program(std::vector<std::string> arguments, Language language,
                                const std::stop_token& stop) {
  const std::string program = find_program();
  if (program.empty())
    return fail(Code::tool_missing, fill(phrases::no_program));
  const TemporaryFolder folder;
  if (folder.path().empty())
    return fail(Code::internal, fill(phrases::no_program_folder, "/tmp"));
  ChildOrder order;
  order.arguments = std::move(arguments);
  order.arguments.insert(order.arguments.begin(), program);
  order.arguments.insert(order.arguments.end(), {"-o", folder.path() + "/output"});
  order.environment = {"PATH=" + variable("PATH"),
                       language == Language::chinese ? "LC_ALL=zh_CN.UTF-8" : "LC_ALL=C.UTF-8"};
  if (const std::string layouts = variable("GOUJI_LAYOUTS"); !layouts.empty())
    order.environment.push_back("GOUJI_LAYOUTS=" + layouts);
  order.folder = folder.path();
  order.errors = folder.path() + "/errors";
  order.limit = time_limit;
  order.stop = stop;
  switch (run_child(order)) {
  case ChildEnd::not_started:
    return fail(Code::tool_missing, fill(phrases::no_program));
  case ChildEnd::timed_out:
  case ChildEnd::stopped:
    return fail(Code::limit, fill(phrases::program_too_slow, time_limit.count()));
  case ChildEnd::exited:
    break;
  }
  std::string output = content_of(folder.path() + "/output");
  if (!output.empty())
    return output;
  const std::string why = content_of(order.errors);
  return fail(Code::unreadable, why.empty() ? fill(phrases::program_failed) : Words{why, why});
}

Result<Report> read_report_json(const std::string& json, const Layouts& layouts) {
  auto read = nlohmann::json::parse(json, nullptr, false);
  if (!read.is_object() || read.value("format", "") != "gouji-report/1")
    return fail(Code::unreadable, fill(phrases::program_failed));
  Report report;
  for (const auto& layout : layouts)
    if (read["layout"] == layout->id)
      report.layout = layout;
  if (!report.layout)
    return fail(Code::unsupported, fill(phrases::no_form_in_file));
  if (read["agency"].is_string())
    report.agency = read["agency"];
  if (read["year"].is_number_integer())
    report.year = read["year"];
  report.values.resize(report.layout->fields.size());
  for (const auto& [id, entry] : read["values"].items()) {
    const auto field = find_field(*report.layout, id);
    if (!field)
      continue; // the program's form is of another day than ours
    Value& value = report.values.at(static_cast<std::size_t>(*field));
    value.state = state_named(entry.value("state", ""));
    value.raw = entry.value("raw", "");
    // Counts are whole; amounts of up to fifteen digits come through a double as they were.
    const auto number = Decimal::parse(entry["value"].dump());
    if (value.has_number() && !number)
      value.state = State::unreadable;
    value.number = number.value_or(Decimal());
  }
  return report;
}

} // namespace gouji::addin
