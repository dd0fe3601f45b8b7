// SPDX-License-Identifier: GPL-3.0-or-later
// The thread behind Validate.
#include "validation.h"

#include "messages.h"
#include "pipeline/process.h"
#include "prior.h"
#include "uno_text.h"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/frame/XTerminateListener.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <cppuhelper/implbase1.hxx>

#include <atomic>
#include <list>
#include <thread>

using namespace css;

namespace gouji::addin {
namespace {

/// A running check. Lives in `jobs` until its thread has been joined on the main thread.
struct Job {
  std::thread thread;
  uno::WeakReference<text::XTextDocument> document;
  OpenDocument open;
  Outcome outcome;
  Words failure;
  uno::Reference<task::XStatusIndicator> progress;
  std::function<void(const Validated&)> done;
};

std::list<std::shared_ptr<Job>>& jobs() {
  static std::list<std::shared_ptr<Job>> all;
  return all;
}

std::atomic<bool>& ending() {
  static std::atomic<bool> flag{false};
  return flag;
}

/// The office may end while a check runs: wait for it (a report takes milliseconds) instead of
/// leaving a thread behind.
class Ending : public cppu::WeakImplHelper1<frame::XTerminateListener> {
public:
  void SAL_CALL queryTermination(const lang::EventObject&) override {}
  void SAL_CALL notifyTermination(const lang::EventObject&) override { finish_validations(); }
  void SAL_CALL disposing(const lang::EventObject&) override { finish_validations(); }
};

void watch_ending(const uno::Reference<uno::XComponentContext>& context) {
  static bool watched = false;
  if (watched)
    return;
  frame::Desktop::create(context)->addTerminateListener(new Ending);
  watched = true;
}

std::string file_name(const uno::Reference<text::XTextDocument>& document) {
  const rtl::OUString url = uno::Reference<frame::XModel>(document, uno::UNO_QUERY)->getURL();
  return to_utf8(url.copy(url.lastIndexOf('/') + 1));
}

void finish(const std::shared_ptr<Job>& job) {
  if (job->thread.joinable())
    job->thread.join();
  jobs().remove(job);
  if (job->progress.is())
    job->progress->end();
  const uno::Reference<text::XTextDocument> document(job->document.get(), uno::UNO_QUERY);
  Validated result;
  if (!document.is())
    result.failure = fill(phrases::closed_meanwhile);
  else if (!job->failure.en.empty())
    result.failure = job->failure;
  else
    result.session = store_session(document, std::move(job->outcome), std::move(job->open));
  job->done(result);
  if (result.session)
    changed(result.session);
}

} // namespace

void validate_in_background(const uno::Reference<uno::XComponentContext>& context,
                            const uno::Reference<frame::XFrame>& frame,
                            const std::string& prior_file,
                            std::function<void(const Validated&)> done) {
  const uno::Reference<text::XTextDocument> document = writer_document(frame);
  if (!document.is())
    return done({nullptr, fill(phrases::no_document)});
  const Layouts& layouts = office_layouts(context);
  if (layouts.empty())
    return done({nullptr, fill(phrases::no_layouts)});
  watch_ending(context);

  auto job = std::make_shared<Job>();
  job->document = document;
  job->done = std::move(done);
  job->open = read_writer(context, document);
  const uno::Reference<task::XStatusIndicatorFactory> indicators(frame, uno::UNO_QUERY);
  if (indicators.is())
    job->progress = indicators->createStatusIndicator();
  if (job->progress.is())
    job->progress->start(to_uno(fill(phrases::working).in(office_language(context))), 0);
  jobs().push_back(job);
  // No UNO call on the thread: it sees the snapshot and the layouts, nothing else.
  job->thread = std::thread([job, context, layouts, prior_file, name = file_name(document),
                             read = job->open.document]() mutable {
    try {
      const Result<std::shared_ptr<Report>> prior = read_prior(prior_file, layouts);
      if (!prior)
        job->failure = prior.error().message;
      else
        job->outcome = examine(std::move(read), layouts, prior->get());
      job->outcome.source.name = std::move(name);
    } catch (const std::exception& error) {
      job->failure = fill(phrases::failed, error.what());
    } catch (...) {
      job->failure = fill(phrases::failed, "?");
    }
    if (!ending())
      post_to_main_thread(context, [job] { finish(job); });
  });
}

void finish_validations() {
  ending() = true;
  for (const auto& job : jobs())
    if (job->thread.joinable())
      job->thread.join();
  jobs().clear();
}

} // namespace gouji::addin
