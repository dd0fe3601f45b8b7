// SPDX-License-Identifier: GPL-3.0-or-later
// A thread that waits, a listener that makes it wait again.
#include "live.h"

#include "office.h"

#include <com/sun/star/util/XModifyBroadcaster.hpp>
#include <com/sun/star/util/XModifyListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace css;

namespace gouji::addin {

/// Counts a pause down; every change starts it anew. Never calls into the office while locked.
class TypingPauses::Clock : public std::enable_shared_from_this<Clock> {
public:
  Clock(const uno::Reference<uno::XComponentContext>& context, std::function<void()> pause)
      : post_(main_thread(context)), pause_(std::move(pause)) {}

  void start() {
    thread_ = std::thread([this] { run(); });
  }
  void restart() {
    const std::lock_guard lock(mutex_);
    due_ = std::chrono::steady_clock::now() + quiet_time;
    waiting_ = true;
    wake_.notify_one();
  }
  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      wake_.notify_one();
    }
    if (thread_.joinable())
      thread_.join();
  }

private:
  static constexpr std::chrono::milliseconds quiet_time{600};

  void run() {
    std::unique_lock lock(mutex_);
    while (!stopped_) {
      if (!waiting_) {
        wake_.wait(lock);
      } else if (std::chrono::steady_clock::now() < due_) {
        wake_.wait_until(lock, due_);
      } else {
        waiting_ = false;
        lock.unlock();
        post();
        lock.lock();
      }
    }
  }

  void post() noexcept {
    try {
      const std::weak_ptr<Clock> weak = weak_from_this();
      post_([weak] {
        if (const auto clock = weak.lock(); clock && !clock->stopped_)
          clock->pause_();
      });
    } catch (...) {
      // An office that is ending takes no more work.
    }
  }

  const std::function<void(std::function<void()>)> post_;
  const std::function<void()> pause_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::chrono::steady_clock::time_point due_{};
  bool waiting_ = false;
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

class TypingPauses::Watch : public cppu::WeakImplHelper1<util::XModifyListener> {
public:
  explicit Watch(std::weak_ptr<Clock> clock) : clock_(std::move(clock)) {}

  void SAL_CALL modified(const lang::EventObject&) override {
    try {
      if (const auto clock = clock_.lock())
        clock->restart();
    } catch (...) {
      // Nothing may leave a listener: it would end the office.
    }
  }
  void SAL_CALL disposing(const lang::EventObject&) override {}

private:
  const std::weak_ptr<Clock> clock_;
};

TypingPauses::TypingPauses(const uno::Reference<uno::XComponentContext>& context,
                           const uno::Reference<text::XTextDocument>& document,
                           std::function<void()> pause)
    : clock_(std::make_shared<Clock>(context, std::move(pause))), document_(document) {
  clock_->start();
  const uno::Reference<util::XModifyListener> watch(new Watch(clock_));
  watch_ = watch;
  if (const uno::Reference<util::XModifyBroadcaster> changes(document, uno::UNO_QUERY);
      changes.is())
    changes->addModifyListener(watch);
}

TypingPauses::~TypingPauses() {
  clock_->stop();
  try {
    const uno::Reference<util::XModifyBroadcaster> changes(document_, uno::UNO_QUERY);
    if (changes.is())
      changes->removeModifyListener(uno::Reference<util::XModifyListener>(watch_, uno::UNO_QUERY));
  } catch (const uno::Exception&) {
    // The document was closed before its panel.
  }
}

} // namespace gouji::addin
