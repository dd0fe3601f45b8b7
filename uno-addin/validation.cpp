// SPDX-License-Identifier: GPL-3.0-or-later
// The thread behind Validate.
#include "validation.h"

#include "background.h"
#include "fingerprint.h"
#include "messages.h"
#include "pipeline/process.h"
#include "prior.h"
#include "stopwatch.h"
#include "uno_text.h"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <optional>
#include <vector>

using namespace css;

namespace gouji::addin {
namespace {

/// Hears of edits while a check runs.
class EditWatch : public cppu::WeakImplHelper1<util::XModifyListener> {
public:
  void SAL_CALL modified(const lang::EventObject&) override { heard_ = true; }
  void SAL_CALL disposing(const lang::EventObject&) override {}
  bool heard() const { return heard_; }

private:
  bool heard_ = false;
};

/// A running check.
struct Job {
  uno::Reference<uno::XComponentContext> context;
  uno::WeakReference<text::XTextDocument> document;
  uno::XInterface* key = nullptr; ///< the document, never followed
  Document read;
  Checked checked;
  Words failure;
  Stopwatch since_dispatch;
  double reading_ms = 0;
  bool apart = false;
  rtl::Reference<EditWatch> edits = new EditWatch;
  std::optional<Progress> progress;
  std::function<void(const Validated&)> done;
};

/// The documents that are being checked, one entry a check.
std::vector<uno::XInterface*>& running() {
  static std::vector<uno::XInterface*> all;
  return all;
}

/// A closed document lives on for as long as somebody holds it, and answers to nothing.
bool is_open(const uno::Reference<text::XTextDocument>& document) {
  try {
    return document.is() && document->getText().is();
  } catch (const uno::Exception&) {
    return false;
  }
}

/// The check's result in the words of `validation.h`. May throw: the document may be of any state.
Validated result_of(Job& job) {
  const Stopwatch finishing;
  const uno::Reference<text::XTextDocument> document(job.document.get(), uno::UNO_QUERY);
  if (!is_open(document))
    return {nullptr, fill(phrases::closed_meanwhile)}; // and the listener is gone with it
  if (const uno::Reference<util::XModifyBroadcaster> broadcaster(document, uno::UNO_QUERY);
      broadcaster.is() && !job.apart)
    broadcaster->removeModifyListener(job.edits.get());
  if (!job.failure.en.empty())
    return {nullptr, job.failure};
  if (job.apart) // of the moment it was asked for
    return {std::make_shared<Session>(new_session(document, std::move(job.checked))), {}};
  if (job.edits->heard() && was_edited(job.context, document, job.checked.content))
    return {nullptr, fill(phrases::changed_meanwhile)};
  const auto session = store_session(job.context, document, std::move(job.checked));
  changed(session);
  session->timing = {job.reading_ms, finishing.ms(), 0, job.since_dispatch.ms()};
  return {session, {}};
}

void finish(const std::shared_ptr<Job>& job) {
  job->progress.reset();
  if (const auto at = std::find(running().begin(), running().end(), job->key);
      at != running().end())
    running().erase(at);
  Validated result;
  try {
    result = result_of(*job);
  } catch (...) { // whoever asked is told all the same
    result.failure = words_of_exception();
  }
  job->done(result);
}

} // namespace

void validate_in_background(const uno::Reference<uno::XComponentContext>& context,
                            const uno::Reference<frame::XFrame>& frame, const CheckRequest& request,
                            std::function<void(const Validated&)> done) {
  const uno::Reference<text::XTextDocument> document = writer_document(frame);
  if (!document.is())
    return done({nullptr, fill(phrases::no_document)});
  const Layouts& layouts = office_layouts(context);
  if (layouts.empty())
    return done({nullptr, fill(phrases::no_layouts)});

  auto job = std::make_shared<Job>();
  job->context = context;
  job->document = document;
  job->done = std::move(done);
  OpenDocument open = read_writer(context, document);
  job->read = std::move(open.document);
  job->checked.tables = std::move(open.tables);
  job->checked.again = request.again;
  job->apart = request.apart;
  job->checked.prior_name = request.prior_file.substr(request.prior_file.find_last_of('/') + 1);
  if (const auto before = find_session(document); request.again && before) {
    job->checked.prior = before->prior;
    job->checked.prior_name = before->prior_name;
  }
  job->reading_ms = job->since_dispatch.ms();
  const Language language = office_language(context);
  if (!request.in_passing)
    job->progress.emplace(frame, fill(phrases::working).in(language));
  if (const uno::Reference<util::XModifyBroadcaster> broadcaster(document, uno::UNO_QUERY);
      broadcaster.is() && !request.apart)
    broadcaster->addModifyListener(job->edits.get());
  job->key = key_of(document);
  run_in_background(
      context,
      [job, layouts, prior_file = request.prior_file, name = file_name(document),
       language](const std::stop_token& stop) {
        try {
          Checked& checked = job->checked;
          Result<std::shared_ptr<Report>> prior = read_prior(prior_file, layouts, language, stop);
          if (!prior)
            job->failure = prior.error().message;
          else if (*prior)
            checked.prior = std::move(*prior);
          checked.content = fingerprint(job->read);
          checked.parts = count_parts(job->read);
          if (prior)
            checked.outcome = examine(std::move(job->read), layouts, checked.prior.get());
          checked.outcome.source.name = name;
        } catch (...) {
          job->failure = words_of_exception();
        }
      },
      [job] { finish(job); });
  running().push_back(job->key); // `finish` comes later, on this thread
}

bool validating(const uno::Reference<text::XTextDocument>& document) {
  const auto& all = running();
  return std::find(all.begin(), all.end(), key_of(document)) != all.end();
}

} // namespace gouji::addin
