// SPDX-License-Identifier: GPL-3.0-or-later
// The thread behind Validate.
#include "validation.h"

#include "background.h"
#include "messages.h"
#include "pipeline/process.h"
#include "prior.h"
#include "uno_text.h"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

using namespace css;

namespace gouji::addin {
namespace {

/// A running check.
struct Job {
  uno::WeakReference<text::XTextDocument> document;
  OpenDocument open;
  Outcome outcome;
  Words failure;
  uno::Reference<task::XStatusIndicator> progress;
  std::function<void(const Validated&)> done;
};

std::string file_name(const uno::Reference<text::XTextDocument>& document) {
  const rtl::OUString url = uno::Reference<frame::XModel>(document, uno::UNO_QUERY)->getURL();
  return to_utf8(url.copy(url.lastIndexOf('/') + 1));
}

/// A closed document lives on for as long as somebody holds it, and answers to nothing.
bool is_open(const uno::Reference<text::XTextDocument>& document) {
  try {
    return document.is() && document->getText().is();
  } catch (const uno::Exception&) {
    return false;
  }
}

void finish(const std::shared_ptr<Job>& job) {
  try {
    if (job->progress.is())
      job->progress->end();
  } catch (const uno::Exception&) {
    // The window is gone.
  }
  const uno::Reference<text::XTextDocument> document(job->document.get(), uno::UNO_QUERY);
  Validated result;
  if (!is_open(document))
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

  auto job = std::make_shared<Job>();
  job->document = document;
  job->done = std::move(done);
  job->open = read_writer(context, document);
  const uno::Reference<task::XStatusIndicatorFactory> indicators(frame, uno::UNO_QUERY);
  if (indicators.is())
    job->progress = indicators->createStatusIndicator();
  if (job->progress.is())
    job->progress->start(to_uno(fill(phrases::working).in(office_language(context))), 0);
  run_in_background(
      context,
      [job, layouts, prior_file, name = file_name(document),
       language = office_language(context)](const std::stop_token& stop) {
        try {
          const Result<std::shared_ptr<Report>> prior =
              read_prior(prior_file, layouts, language, stop);
          if (!prior)
            job->failure = prior.error().message;
          else
            job->outcome = examine(std::move(job->open.document), layouts, prior->get());
          job->outcome.source.name = name;
        } catch (const std::exception& error) {
          job->failure = fill(phrases::failed, error.what());
        } catch (...) {
          job->failure = fill(phrases::failed, "?");
        }
      },
      [job] { finish(job); });
}

} // namespace gouji::addin
