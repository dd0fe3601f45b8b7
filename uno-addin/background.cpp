// SPDX-License-Identifier: GPL-3.0-or-later
// Threads, each joined on the main thread when its work is done or the office ends.
#include "background.h"

#include "office.h"

#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XTerminateListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

using namespace css;

namespace gouji::addin {
namespace {

struct Job {
  std::function<void()> done;
  /// Behind `done`, so that it goes first: what the work lets go of as it ends is then still held
  /// by `done`. To release a UNO object takes the office's lock, for which a thread that the main
  /// thread waits for would wait for ever.
  std::jthread thread;
};

/// What runs now. A macro or a script in another process may dispatch from another thread than the
/// main one, so there is a lock; no UNO call is made under it.
struct Jobs {
  std::mutex lock;
  bool ended = false; ///< the office is on its way out: nothing begins any more
  std::list<std::shared_ptr<Job>> all;
  std::vector<std::function<void()>> at_the_end;
};

Jobs& jobs() {
  static Jobs running;
  return running;
}

/// The office waits for what still runs instead of leaving a thread behind. A check takes
/// milliseconds, and the program that reads a PDF is killed when its thread is asked to stop.
class Ending : public cppu::WeakImplHelper1<frame::XTerminateListener> {
public:
  void SAL_CALL queryTermination(const lang::EventObject&) override {}
  void SAL_CALL notifyTermination(const lang::EventObject&) override { stop_all(); }
  void SAL_CALL disposing(const lang::EventObject&) override { stop_all(); }

private:
  static void stop_all() {
    std::list<std::shared_ptr<Job>> running;
    std::vector<std::function<void()>> last;
    {
      const std::lock_guard guard(jobs().lock);
      jobs().ended = true;
      running.swap(jobs().all);
      last.swap(jobs().at_the_end);
    }
    for (const auto& job : running)
      job->thread.request_stop();
    running.clear(); // joins
    for (const auto& work : last)
      work();
  }
};

void watch_ending(const uno::Reference<uno::XComponentContext>& context) {
  static const bool watched = [&] {
    frame::Desktop::create(context)->addTerminateListener(new Ending);
    return true;
  }();
  static_cast<void>(watched);
}

void finish(const std::weak_ptr<Job>& ended) {
  const std::shared_ptr<Job> job = ended.lock();
  if (!job)
    return; // the office is ending
  {
    const std::lock_guard guard(jobs().lock);
    jobs().all.remove(job);
  }
  job->thread.join();
  job->done();
}

} // namespace

void run_in_background(const uno::Reference<uno::XComponentContext>& context,
                       std::function<void(const std::stop_token&)> work,
                       std::function<void()> done) {
  watch_ending(context);
  auto post = main_thread(context);
  const auto job = std::make_shared<Job>();
  job->done = std::move(done);
  // Under the lock, so that the end of the work does not overtake its beginning.
  const std::lock_guard guard(jobs().lock);
  if (jobs().ended)
    return;
  job->thread = std::jthread([work = std::move(work), post = std::move(post),
                              ended = std::weak_ptr(job)](const std::stop_token& stop) {
    work(stop);
    try {
      if (!stop.stop_requested())
        post([ended] { finish(ended); });
    } catch (...) {
      // An office that is ending takes no more work; out of a thread it would end at once.
    }
  });
  jobs().all.push_back(job);
}

void at_the_end(const uno::Reference<uno::XComponentContext>& context, std::function<void()> work) {
  watch_ending(context);
  const std::lock_guard guard(jobs().lock);
  jobs().at_the_end.push_back(std::move(work));
}

} // namespace gouji::addin
