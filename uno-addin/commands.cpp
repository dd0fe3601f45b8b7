// SPDX-License-Identifier: GPL-3.0-or-later
// The commands vnd.gouji:* of menu, toolbar and tests.
#include "components.h"
#include "marks.h"
#include "messages.h"
#include "pdf_marks.h"
#include "pdf_validation.h"
#include "uno_text.h"
#include "validation.h"
#include "writers/json.h"
#include "writers/writer.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/DispatchResultEvent.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <osl/file.hxx>
#include <rtl/ref.hxx>

#include <fstream>

using namespace css;

namespace gouji::addin {
namespace {

using Listener = uno::Reference<frame::XDispatchResultListener>;

constexpr char protocol[] = "vnd.gouji:";

std::string argument(const uno::Sequence<beans::PropertyValue>& arguments, const char* name) {
  rtl::OUString text;
  for (const beans::PropertyValue& value : arguments)
    if (value.Name.equalsAscii(name))
      value.Value >>= text;
  return to_utf8(text);
}

std::string path_of(const std::string& url) {
  rtl::OUString path;
  if (osl::FileBase::getSystemPathFromFileURL(to_uno(url), path) != osl::FileBase::E_None)
    return url;
  return to_utf8(path);
}

class Commands : public cppu::WeakImplHelper4<frame::XDispatchProvider, frame::XNotifyingDispatch,
                                              lang::XInitialization, lang::XServiceInfo> {
public:
  explicit Commands(uno::Reference<uno::XComponentContext> context)
      : context_(std::move(context)) {}

  void SAL_CALL initialize(const uno::Sequence<uno::Any>& arguments) override {
    if (arguments.getLength() > 0)
      arguments[0] >>= frame_;
  }

  uno::Reference<frame::XDispatch>
      SAL_CALL queryDispatch(const util::URL& url, const rtl::OUString&, sal_Int32) override {
    return url.Complete.startsWith(protocol) ? uno::Reference<frame::XDispatch>(this) : nullptr;
  }
  uno::Sequence<uno::Reference<frame::XDispatch>>
      SAL_CALL queryDispatches(const uno::Sequence<frame::DispatchDescriptor>& requests) override {
    uno::Sequence<uno::Reference<frame::XDispatch>> dispatches(requests.getLength());
    for (sal_Int32 i = 0; i < requests.getLength(); ++i)
      dispatches[i] =
          queryDispatch(requests[i].FeatureURL, requests[i].FrameName, requests[i].SearchFlags);
    return dispatches;
  }

  void SAL_CALL dispatch(const util::URL& url,
                         const uno::Sequence<beans::PropertyValue>& arguments) override {
    run(url, arguments, nullptr);
  }
  void SAL_CALL dispatchWithNotification(const util::URL& url,
                                         const uno::Sequence<beans::PropertyValue>& arguments,
                                         const Listener& listener) override {
    run(url, arguments, listener);
  }

  void SAL_CALL addStatusListener(const uno::Reference<frame::XStatusListener>& listener,
                                  const util::URL& url) override {
    try {
      if (!listener.is())
        return;
      frame::FeatureStateEvent state;
      state.Source = static_cast<frame::XDispatch*>(this);
      state.FeatureURL = url;
      state.IsEnabled = enabled(url);
      listener->statusChanged(state);
    } catch (...) {
    }
  }
  void SAL_CALL removeStatusListener(const uno::Reference<frame::XStatusListener>&,
                                     const util::URL&) override {}

  rtl::OUString SAL_CALL getImplementationName() override {
    return rtl::OUString::createFromAscii(commands_service);
  }
  sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override {
    return cppu::supportsService(this, name);
  }
  uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
    uno::Sequence<rtl::OUString> names(1);
    names[0] = "com.sun.star.frame.ProtocolHandler";
    return names;
  }

private:
  bool enabled(const util::URL& url) const {
    const auto document = writer_document(frame_);
    if (!document.is())
      return drawing(frame_).is() && (url.Path == "validate" || url.Path == "clear");
    const bool needs_findings = url.Path == "next" || url.Path == "previous";
    const auto session = find_session(document);
    return !needs_findings || (session && !session->order.empty());
  }

  /// Nothing leaves an entry point: an exception in the main loop would end the office.
  void run(const util::URL& url, const uno::Sequence<beans::PropertyValue>& arguments,
           const Listener& listener) {
    try {
      const std::string command = to_utf8(url.Complete).substr(sizeof(protocol) - 1);
      if (command == "validate" || command == "prior")
        return validate(path_of(argument(arguments, "Prior")), listener);
      if (command == "export")
        return export_data(path_of(argument(arguments, "File")), listener);
      if (command == "clear")
        clear();
      else if (command == "next")
        step(1);
      else if (command == "previous")
        step(-1);
      answer(listener, true, {});
    } catch (const uno::Exception& error) {
      answer(listener, false, to_utf8(error.Message));
    } catch (const std::exception& error) {
      answer(listener, false, error.what());
    } catch (...) {
      answer(listener, false, {});
    }
  }

  void answer(const Listener& listener, bool success, const std::string& result) {
    try {
      if (!listener.is())
        return;
      frame::DispatchResultEvent event;
      event.Source = static_cast<frame::XDispatch*>(this);
      event.State =
          success ? frame::DispatchResultState::SUCCESS : frame::DispatchResultState::FAILURE;
      event.Result <<= to_uno(result);
      listener->dispatchFinished(event);
    } catch (...) {
    }
  }

  void validate(const std::string& prior, const Listener& listener) {
    const rtl::Reference<Commands> self(this);
    if (drawing(frame_).is())
      return validate_pdf(context_, frame_, [self, listener](const PdfValidated& validated) {
        if (!listener.is())
          tell(self->context_, self->frame_, validated.words);
        const bool done = !validated.json.empty();
        self->answer(listener, done,
                     done ? validated.json : validated.words.in(office_language(self->context_)));
      });
    validate_in_background(context_, frame_, prior, [self, listener](const Validated& validated) {
      if (!validated.session) {
        if (!listener.is())
          tell(self->context_, self->frame_, validated.failure);
        return self->answer(listener, false, validated.failure.in(office_language(self->context_)));
      }
      const uno::Reference<text::XTextDocument> document(validated.session->document.get(),
                                                         uno::UNO_QUERY);
      const Language language = office_language(self->context_);
      if (may_write(document))
        write_marks(document, *validated.session, language);
      // Our own marks are no edit of the document.
      validated.session->stale = false;
      self->answer(listener, true,
                   report_json(validated.session->outcome, language, {.finding_places = true}));
    });
  }

  void export_data(const std::string& file, const Listener& listener) {
    const rtl::Reference<Commands> self(this);
    validate_in_background(
        context_, frame_, {}, [self, listener, file](const Validated& validated) {
          const Language language = office_language(self->context_);
          if (!validated.session)
            return self->answer(listener, false, validated.failure.in(language));
          const std::string extension = file.substr(file.find_last_of('.') + 1);
          const Writer* writer = find_writer(report_writers(), extension);
          if (!file.empty() && writer) {
            const auto written = writer->write({&validated.session->outcome, 1}, language);
            if (!written)
              return self->answer(listener, false, written.error().message.in(language));
            std::ofstream(file, std::ios::binary) << *written;
          }
          self->answer(listener, true,
                       report_json(validated.session->outcome, language, {.finding_places = true}));
        });
  }

  void clear() {
    if (const auto pdf = drawing(frame_); pdf.is())
      return remove_marks(pdf);
    const auto document = writer_document(frame_);
    if (document.is() && may_write(document))
      clear_marks(document, office_language(context_));
  }

  void step(int direction) {
    const auto document = writer_document(frame_);
    const auto session = document.is() ? find_session(document) : nullptr;
    if (!session || session->order.empty())
      return;
    const int count = static_cast<int>(session->order.size());
    const int from = session->current < 0 && direction < 0 ? 0 : session->current;
    session->current = (from + direction + count) % count;
    go_to(document, *session, session->order[static_cast<std::size_t>(session->current)]);
  }

  const uno::Reference<uno::XComponentContext> context_;
  uno::Reference<frame::XFrame> frame_;
};

} // namespace

uno::XInterface* make_commands(const uno::Reference<uno::XComponentContext>& context) {
  return cppu::acquire(static_cast<cppu::OWeakObject*>(new Commands(context)));
}

} // namespace gouji::addin
