// SPDX-License-Identifier: GPL-3.0-or-later
// The commands vnd.gouji:* of menu, toolbar and tests.
#include "actions.h"
#include "components.h"
#include "dialogs.h"
#include "marks.h"
#include "messages.h"
#include "pdf_marks.h"
#include "sidebar.h"
#include "uno_text.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/DispatchResultEvent.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase4.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <cppuhelper/weakref.hxx>
#include <rtl/ref.hxx>

#include <algorithm>
#include <vector>

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

class Commands : public cppu::WeakImplHelper4<frame::XDispatchProvider, frame::XNotifyingDispatch,
                                              lang::XInitialization, lang::XServiceInfo> {
public:
  explicit Commands(uno::Reference<uno::XComponentContext> context)
      : context_(std::move(context)) {}
  ~Commands() override {
    try {
      // The last to let go may be a program, on a thread of its own.
      on_main_thread(context_, [number = watching_] { unlisten(number); });
    } catch (...) {
    }
  }

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
    if (!listener.is())
      return;
    guarded([self = rtl::Reference<Commands>(this), listener, url] {
      self->watchers_.push_back({listener, url});
      if (self->watching_ == 0)
        self->watching_ = self->watch_sessions();
      self->tell_status(self->watchers_.back());
    });
  }
  void SAL_CALL removeStatusListener(const uno::Reference<frame::XStatusListener>& listener,
                                     const util::URL& url) override {
    guarded([self = rtl::Reference<Commands>(this), listener, url] {
      std::erase_if(self->watchers_, [&](const Watcher& watcher) {
        return watcher.listener == listener && watcher.url.Complete == url.Complete;
      });
    });
  }

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
  struct Watcher {
    uno::Reference<frame::XStatusListener> listener;
    util::URL url;
  };

  /// On the main thread, where sessions and watchers live; nothing leaves it.
  void guarded(std::function<void()> work) const {
    try {
      on_main_thread(context_, std::move(work));
    } catch (...) {
    }
  }

  int watch_sessions() {
    const uno::WeakReference<frame::XNotifyingDispatch> weak(this);
    return listen([weak](const std::shared_ptr<Session>&) {
      const uno::Reference<frame::XNotifyingDispatch> self = weak;
      if (self.is())
        static_cast<Commands*>(self.get())->tell_all();
    });
  }

  bool enabled(const util::URL& url) const {
    if (url.Path == "help")
      return true;
    const auto document = writer_document(frame_);
    if (!document.is())
      return drawing(frame_).is() && (url.Path == "validate" || url.Path == "clear");
    const auto session = find_session(document);
    if (url.Path == "next" || url.Path == "previous")
      return session && std::find(session->ignored.begin(), session->ignored.end(), false) !=
                            session->ignored.end();
    if (url.Path == "set" || url.Path == "ignore")
      return session && current_finding(*session);
    if (url.Path == "clear")
      return may_write(document) && has_marks(document);
    return true;
  }

  void tell_status(const Watcher& watcher) {
    frame::FeatureStateEvent state;
    state.Source = static_cast<frame::XDispatch*>(this);
    state.FeatureURL = watcher.url;
    state.IsEnabled = enabled(watcher.url);
    watcher.listener->statusChanged(state);
  }

  void tell_all() {
    const std::vector<Watcher> all = watchers_; // one may leave
    for (const Watcher& watcher : all)
      try {
        tell_status(watcher);
      } catch (const uno::Exception&) {
        // A toolbar that went away.
      }
  }

  /// Nothing leaves an entry point: an exception in the main loop would end the office.
  void run(const util::URL& url, const uno::Sequence<beans::PropertyValue>& arguments,
           const Listener& listener) {
    const rtl::Reference<Commands> self(this);
    const Desk desk{context_, frame_};
    const Answer person = tell_person(desk);
    const Answer answer = [self, listener, person](const Ending& ending) {
      if (listener.is())
        self->notify(listener, ending);
      else
        person(ending);
    };
    // A program's call comes on a thread of its own; sessions belong to the main thread.
    const std::string command = to_utf8(url.Complete).substr(sizeof(protocol) - 1);
    try {
      const bool asked_by_person = !listener.is();
      post_to_main_thread(context_, [command, arguments, desk, asked_by_person, answer] {
        try {
          act(command, arguments, desk, asked_by_person, answer);
        } catch (...) {
          answer(failed_by_exception());
        }
      });
    } catch (...) {
      // An office that is ending takes no more commands.
    }
  }

  /// `person`: nobody but a person waits, who can be asked for a file.
  static void act(const std::string& command, const uno::Sequence<beans::PropertyValue>& arguments,
                  const Desk& desk, bool person, const Answer& answer) {
    if (command == "validate" || command == "prior")
      return validate_with(command == "prior" && person, argument(arguments, "Prior"), desk,
                           answer);
    if (command == "export")
      return export_to({argument(arguments, "File"), argument(arguments, "FilterName")}, desk,
                       person, answer);
    if (command == "timing")
      return answer({true, timing_json(desk), {}});
    if (command == "inspect")
      return answer({true, inspect_json(desk), {}});
    if (command == "set")
      return set_current(desk, answer);
    if (command == "help") {
      if (person)
        open_help(desk);
      return answer({true, help_url(desk), {}});
    }
    if (command == "ignore")
      ignore_current(desk);
    else if (command == "clear")
      clear(desk);
    else if (command == "next")
      step(desk, 1);
    else if (command == "previous")
      step(desk, -1);
    else if (command == "panel")
      toggle_panel(desk.context, desk.frame);
    answer({true, {}, {}});
  }

  static void validate_with(bool ask, std::string prior, const Desk& desk, const Answer& answer) {
    if (ask && prior.empty()) {
      const auto chosen = ask_prior_report(desk);
      if (!chosen)
        return answer({true, {}, {}});
      prior = *chosen;
    }
    validate(desk, path_of(prior), false, answer);
  }

  static void export_to(ExportTarget target, const Desk& desk, bool person, const Answer& answer) {
    if (person && target.url.empty()) {
      const auto chosen = ask_export_target(desk);
      if (!chosen)
        return answer({true, {}, {}});
      target = *chosen;
    }
    export_report(desk, path_of(target.url), target.format, answer);
  }

  void notify(const Listener& listener, const Ending& ending) {
    try {
      frame::DispatchResultEvent event;
      event.Source = static_cast<frame::XDispatch*>(this);
      event.State = ending.success ? frame::DispatchResultState::SUCCESS
                                   : frame::DispatchResultState::FAILURE;
      event.Result <<=
          to_uno(ending.success ? ending.result : ending.words.in(office_language(context_)));
      listener->dispatchFinished(event);
    } catch (...) {
    }
  }

  const uno::Reference<uno::XComponentContext> context_;
  uno::Reference<frame::XFrame> frame_;
  std::vector<Watcher> watchers_; ///< menus and toolbars that show a command
  int watching_ = 0;              ///< number of `listen`
};

} // namespace

uno::XInterface* make_commands(const uno::Reference<uno::XComponentContext>& context) {
  return cppu::acquire(static_cast<cppu::OWeakObject*>(new Commands(context)));
}

} // namespace gouji::addin
