// SPDX-License-Identifier: GPL-3.0-or-later
// A file -> last year's report: with the readers that live in the core, else by the program.
#include "prior.h"

#include "base/limits.h"
#include "messages.h"
#include "pipeline/process.h"
#include "program.h"
#include "readers/docx.h"
#include "readers/html.h"
#include "readers/mhtml.h"
#include "readers/odf.h"
#include "readers/text.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gouji::addin {
namespace {

Result<Report> read_report(const std::string& path, const Layouts& layouts, Language language,
                           const std::stop_token& stop) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return fail(Code::missing, fill(phrases::no_prior_file));
  if (std::filesystem::file_size(path, error) > limits::file_bytes || error)
    return fail(Code::limit, fill(phrases::prior_too_large, limits::file_bytes >> 20));
  static const std::array formats{docx_format(), odt_format(), html_format(), mhtml_format(),
                                  text_format()};
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto outcome = process(as_bytes(bytes), path, formats, layouts);
  if (!outcome && outcome.error().code == Code::unsupported) {
    const auto json = run_program({"convert", path}, language, stop);
    return json ? read_report_json(*json, layouts) : tl::unexpected<Error>(json.error());
  }
  if (!outcome)
    return tl::unexpected<Error>(outcome.error());
  if (!outcome->report.layout)
    return fail(Code::unsupported, fill(phrases::no_form_in_file));
  return std::move(outcome->report);
}

} // namespace

Result<std::shared_ptr<Report>> read_prior(const std::string& path, const Layouts& layouts,
                                           Language language, const std::stop_token& stop) {
  if (path.empty())
    return std::shared_ptr<Report>();
  Result<Report> report = read_report(path, layouts, language, stop);
  if (report)
    return std::make_shared<Report>(std::move(*report));
  report.error().message =
      fill(phrases::prior_unreadable, std::filesystem::path(path).filename().string(),
           report.error().message);
  return tl::unexpected<Error>(report.error());
}

} // namespace gouji::addin
