// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs of the program, and frames where its findings stand.
#include "pdf_validation.h"

#include "background.h"
#include "listing.h"
#include "messages.h"
#include "office.h"
#include "pdf_file.h"
#include "pdf_marks.h"
#include "program.h"
#include "uno_text.h"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cppuhelper/weakref.hxx>
#include <nlohmann/json.hpp>

#include <array>
#include <optional>

using namespace css;

namespace gouji::addin {
namespace {

using Json = nlohmann::ordered_json;

/// A running check.
struct Job {
  uno::WeakReference<drawing::XDrawPagesSupplier> document;
  std::string path;
  std::vector<PdfMark> marks;
  PdfValidated result;
  std::optional<Progress> progress;
  std::function<void(const PdfValidated&)> done;
};

uno::Reference<frame::XModel>
model_of(const uno::Reference<drawing::XDrawPagesSupplier>& document) {
  return uno::Reference<frame::XModel>(document, uno::UNO_QUERY_THROW);
}

bool is_modified(const uno::Reference<drawing::XDrawPagesSupplier>& document) {
  const uno::Reference<util::XModifiable> modifiable(document, uno::UNO_QUERY);
  return modifiable.is() && modifiable->isModified();
}

/// Adds a mark when `where` names a page and a box.
bool add_mark(std::vector<PdfMark>& marks, const std::string& message, const Json& where) {
  if (!where.is_object() || !where.contains("page") || !where["page"].is_number_integer() ||
      !where.contains("box") || where["box"].size() != 4)
    return false;
  const Json& box = where["box"];
  marks.push_back({message, where["page"], {box[0], box[1], box[2], box[3]}});
  return true;
}

/// One mark a finding: at the cell its sum is printed in, which a relation names last, else at the
/// nearest it names before, else at the sentence it quotes. A finding about what is not there has
/// none.
std::vector<PdfMark> marks_of(const Json& report) {
  std::vector<PdfMark> marks;
  for (const Json& finding : report.at("findings")) {
    const std::string message = finding.at("message");
    const Json& fields = finding.at("fields");
    bool marked = false;
    for (auto field = fields.rbegin(); !marked && field != fields.rend(); ++field)
      if (const auto value = report.at("values").find(field->get<std::string>());
          value != report.at("values").end())
        marked = add_mark(marks, message, value->at("where"));
    if (!marked && finding.contains("quote_where") && !finding["quote_where"].empty())
      add_mark(marks, message, finding["quote_where"][0]);
  }
  return marks;
}

/// Every finding on a line, the first ones of many; Draw has no list of findings.
Words summary(const Json& findings) {
  constexpr std::size_t most_lines = 12;
  std::array<std::size_t, 3> counts{};
  std::string lines;
  std::size_t number = 0;
  for (const Json& finding : findings) {
    const std::string severity = finding.at("severity");
    ++counts[severity == "error" ? 0 : severity == "warning" ? 1 : 2];
    if (++number <= most_lines)
      lines += "\n• " + finding.at("message").get<std::string>();
  }
  if (number > most_lines)
    lines += "\n…";
  if (number == 0)
    return fill(phrases::verdict_right);
  Words words = count_words(counts);
  words.en += lines;
  words.zh += lines;
  return words;
}

void check(Job& job, Language language, const std::stop_token& stop) {
  const auto converted = run_program({"convert", job.path}, language, stop);
  const auto validated =
      converted ? run_program({"validate", "--format", "json", job.path}, language, stop)
                : converted;
  if (!validated) {
    job.result.words = validated.error().message;
    return;
  }
  Json report = Json::parse(*converted);
  report["findings"] = Json::parse(*validated).at("documents").at(0).at("findings");
  job.marks = marks_of(report);
  job.result.words =
      report["layout"].is_null() ? fill(phrases::no_form) : summary(report["findings"]);
  job.result.json = report.dump(2);
}

void finish(Job& job) {
  job.progress.reset();
  try {
    const uno::Reference<drawing::XDrawPagesSupplier> document(job.document.get(), uno::UNO_QUERY);
    if (!document.is())
      job.result = {{}, fill(phrases::closed_meanwhile)};
    else if (was_replaced(model_of(document))) // between two runs of the program, or before
      job.result = {{}, fill(phrases::pdf_replaced)};
    else if (!job.result.json.empty() && is_modified(document))
      job.result = {{}, fill(phrases::changed_meanwhile)};
    else if (!job.result.json.empty())
      draw_marks(document, job.marks);
  } catch (const uno::Exception&) {
    job.result = {{}, fill(phrases::closed_meanwhile)};
  }
  job.done(job.result);
}

} // namespace

void validate_pdf(const uno::Reference<uno::XComponentContext>& context,
                  const uno::Reference<frame::XFrame>& frame,
                  std::function<void(const PdfValidated&)> done) {
  const auto document = drawing(frame);
  if (!document.is())
    return done({{}, fill(phrases::no_document)});
  // A drawing that was never saved, or lies on another machine, has no path that can be opened.
  const std::string path = path_of(to_utf8(model_of(document)->getURL()));
  if (was_replaced(model_of(document)))
    return done({{}, fill(phrases::pdf_replaced)});
  if (!is_pdf(path))
    return done({{}, fill(phrases::no_pdf)});
  if (is_modified(document))
    return done({{}, fill(phrases::pdf_modified)});
  remember_file(model_of(document)); // opened before the extension was there

  const auto job = std::make_shared<Job>();
  job->document = document;
  job->path = path;
  job->done = std::move(done);
  const Language language = office_language(context);
  job->progress.emplace(frame, fill(phrases::working).in(language));
  run_in_background(
      context,
      [job, language](const std::stop_token& stop) {
        try {
          check(*job, language, stop);
        } catch (const std::exception&) {
          // Its JSON is not what we know.
          job->result = {{}, fill(phrases::program_failed)};
        }
      },
      [job] { finish(*job); });
}

} // namespace gouji::addin
