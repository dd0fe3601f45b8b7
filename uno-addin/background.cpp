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
  std::jthread thread;
  std::function<void()> done;
};

/// What runs now. A macro or a script in another process may dispatch from another thread than the
/// main one, so there is a lock; no UNO call is made under it.
struct Jobs {
  std::mutex lock;
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
    {
      const std::lock_guard guard(jobs().lock);
      running.swap(jobs().all);
    }
    for (const auto& job : running)
      job->thread.request_stop();
    running.clear(); // joins
    for (const auto& work : std::exchange(jobs().at_the_end, {}))
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
  job->thread = std::jthread([work = std::move(work), post = std::move(post),
                              ended = std::weak_ptr(job)](const std::stop_token& stop) {
    work(stop);
    if (!stop.stop_requested())
      post([ended] { finish(ended); });
  });
  jobs().all.push_back(job);
}

void at_the_end(const uno::Reference<uno::XComponentContext>& context, std::function<void()> work) {
  watch_ending(context);
  const std::lock_guard guard(jobs().lock);
  jobs().at_the_end.push_back(std::move(work));
}

} // namespace gouji::addin
