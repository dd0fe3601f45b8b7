// SPDX-License-Identifier: GPL-3.0-or-later
// Session, marks and panel brought together.
#include "actions.h"

#include "cli/files.h"
#include "marks.h"
#include "messages.h"
#include "pdf_marks.h"
#include "pdf_validation.h"
#include "settle.h"
#include "sidebar.h"
#include "stopwatch.h"
#include "uno_text.h"
#include "writers/inspect.h"
#include "writers/json.h"
#include "writers/writer.h"

using namespace css;

namespace gouji::addin {
namespace {

/// The window's document and what the last check of it found; null when there is none.
struct Open {
  uno::Reference<text::XTextDocument> document;
  std::shared_ptr<Session> session;

  explicit Open(const Desk& desk) : document(writer_document(desk.frame)) {
    if (document.is())
      session = find_session(document);
  }
};

Ending failed(Words words) {
  return {false, {}, std::move(words)};
}

Ending done(const Session& session, Language language) {
  return {true, report_json(session.outcome, language, {.finding_places = true}), {}};
}

/// What a validation found, in the document and beside it.
Ending show(const Desk& desk, const std::shared_ptr<Session>& session) {
  const Language language = office_language(desk.context);
  const uno::Reference<text::XTextDocument> document(session->document.get(), uno::UNO_QUERY);
  if (may_write(document)) {
    const Stopwatch marking;
    const OwnEdit own(session);
    write_marks(document, *session, language);
    session->timing.marking = marking.ms();
  }
  changed(session);
  show_panel(desk.context, desk.frame);
  return done(*session, language);
}

/// Answers a validation with what `end` makes of its session, or with why there is none; once, also
/// when `end` throws.
std::function<void(const Validated&)>
answer_with(const Answer& answer, std::function<Ending(const std::shared_ptr<Session>&)> end) {
  return [answer, end = std::move(end)](const Validated& validated) {
    Ending ending;
    try {
      ending = validated.session ? end(validated.session) : failed(validated.failure);
    } catch (...) {
      ending = failed_by_exception();
    }
    answer(ending);
  };
}

} // namespace

Ending failed_by_exception() {
  return failed(words_of_exception());
}

Answer tell_person(const Desk& desk) {
  return [desk](const Ending& ending) {
    if (!ending.words.en.empty())
      tell(desk.context, desk.frame, ending.words);
  };
}

void validate(const Desk& desk, const std::string& prior_file, bool again, const Answer& answer) {
  if (drawing(desk.frame).is())
    return validate_pdf(desk.context, desk.frame, [answer](const PdfValidated& validated) {
      answer({!validated.json.empty(), validated.json, validated.words});
    });
  validate_in_background(desk.context, desk.frame, {prior_file, again, false, false},
                         answer_with(answer, [desk](const std::shared_ptr<Session>& session) {
                           return show(desk, session);
                         }));
}

void refresh_list(const Desk& desk) {
  const Open open(desk);
  if (open.document.is() && !validating(open.document))
    validate_in_background(desk.context, desk.frame, {{}, true, true, false},
                           [](const Validated&) {});
}

void export_report(const Desk& desk, const std::string& file, const std::string& format,
                   const Answer& answer) {
  const Language language = office_language(desk.context);
  const std::string ending = file.substr(file.find_last_of('.') + 1);
  const Writer* writer = find_writer(report_writers(), format.empty() ? ending : format);
  if (!file.empty() && !writer)
    return answer(failed(fill(phrases::unknown_format)));
  validate_in_background(desk.context, desk.frame, {{}, false, false, true},
                         answer_with(answer, [=](const std::shared_ptr<Session>& session) {
                           if (file.empty())
                             return done(*session, language);
                           const auto written = writer->write({&session->outcome, 1}, language);
                           if (!written)
                             return failed(written.error().message);
                           if (const auto saved = write_output(file, *written); !saved)
                             return failed(fill(phrases::not_saved, file, saved.error().message));
                           return done(*session, language);
                         }));
}

void choose(const Desk& desk, std::size_t finding) {
  const Open open(desk);
  if (!open.session)
    return;
  const auto& order = open.session->order;
  const auto at = std::find(order.begin(), order.end(), finding);
  if (at == order.end())
    return;
  open.session->current = static_cast<int>(at - order.begin());
  go_to(open.document, *open.session, finding);
  changed(open.session);
}

void step(const Desk& desk, int direction) {
  const Open open(desk);
  if (!open.session)
    return;
  const Session& session = *open.session;
  const int count = static_cast<int>(session.order.size());
  int at = session.current < 0 && direction < 0 ? 0 : session.current;
  for (int tried = 0; tried < count; ++tried) {
    at = (at + direction + count) % count;
    const std::size_t finding = session.order[static_cast<std::size_t>(at)];
    if (!session.ignored[finding])
      return choose(desk, finding);
  }
}

void set_current(const Desk& desk, const Answer& answer) {
  const Open open(desk);
  const Language language = office_language(desk.context);
  const auto finding = open.session ? current_finding(*open.session) : std::nullopt;
  const auto repair =
      finding ? writable_repair(open.document, *open.session, *finding) : std::nullopt;
  if (!repair)
    return answer(failed(fill(phrases::no_repair)));
  if (!write_repair(open.document, open.session, *repair, language))
    return answer(failed(fill(phrases::cell_changed)));
  validate_in_background(desk.context, desk.frame, {{}, true, true, false},
                         answer_with(answer, [language](const std::shared_ptr<Session>& session) {
                           return done(*session, language);
                         }));
}

void ignore_current(const Desk& desk) {
  const Open open(desk);
  if (const auto finding = open.session ? current_finding(*open.session) : std::nullopt)
    ignore_finding(open.document, open.session, *finding, office_language(desk.context));
}

std::string inspect_json(const Desk& desk) {
  const auto document = writer_document(desk.frame);
  return document.is() ? inspect_document(read_writer(desk.context, document).document)
                       : std::string();
}

std::string timing_json(const Desk& desk) {
  const Open open(desk);
  const Timing timing = open.session ? open.session->timing : Timing{};
  return fmt::format(
      R"({{"reading": {:.2f}, "listing": {:.2f}, "marking": {:.2f}, "whole": {:.2f}}})",
      timing.reading, timing.listing, timing.marking, timing.whole);
}

void clear(const Desk& desk) {
  if (const auto pdf = drawing(desk.frame); pdf.is())
    return remove_marks(pdf);
  const Open open(desk);
  if (!open.document.is() || !may_write(open.document))
    return;
  const OwnEdit own(open.session);
  clear_marks(open.document, office_language(desk.context));
  changed(open.session);
}

} // namespace gouji::addin
