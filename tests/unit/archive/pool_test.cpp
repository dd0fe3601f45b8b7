// SPDX-License-Identifier: GPL-3.0-or-later
// Workers that misbehave, played by shell scripts: each end gets its reason, none is left behind.
#include "archive/pool.h"

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include <cerrno>

using namespace gouji;

namespace {

/// A worker that says it is ready and then runs `script`.
WorkerSetup acting(const std::string& script) {
  WorkerSetup setup;
  // Kind 0, ready, with an empty body. A core dump would only take time.
  setup.command = {"/bin/sh", "-c",
                   "ulimit -c 0; printf '\\0\\0\\0\\0\\0\\0\\0\\0' >&3; " + script};
  return setup;
}

/// How a worker ends that is given a document when it is ready, however long that takes.
Failure end_of(const WorkerSetup& setup) {
  WorkerPool pool({setup});
  REQUIRE(pool.ensure_started(0));
  for (int i = 0; i < 1'000; ++i)
    for (const WorkerPool::Event& event : pool.wait(std::chrono::milliseconds(100)))
      if (event.message)
        pool.give(0, "name", 0);
      else
        return event.failure;
  FAIL("the worker did not end");
  return {};
}

bool has_children() {
  return waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
}

} // namespace

TEST_CASE("a worker's end is told from its signal, status and time") {
  CHECK(end_of(acting("kill -SEGV $$")).status == status::crash);
  CHECK(end_of(acting("kill -SEGV $$")).message.en.find("signal 11") != std::string::npos);
  CHECK(end_of(acting("exit 3")).message.en.find("status 3") != std::string::npos);
  CHECK(end_of(acting("kill -KILL $$")).status == status::killed);
  CHECK(end_of(acting("kill -XCPU $$")).status == status::timeout);
  CHECK(end_of(acting("exit 71")).status == status::memory);
  CHECK(end_of(acting("kill -SYS $$")).message.en.find("sandbox") != std::string::npos);
  CHECK_FALSE(has_children());
}

TEST_CASE("a worker that hangs is ended when its time is over") {
  WorkerSetup setup = acting("exec sleep 1000");
  setup.patience = std::chrono::seconds(1);
  CHECK(end_of(setup).status == status::timeout);
  CHECK_FALSE(has_children());
}

TEST_CASE("a worker that was never ready is no fault of the document") {
  WorkerSetup setup;
  setup.command = {"/bin/sh", "-c", "exit 1"};
  CHECK(end_of(setup).status == "internal");
  setup.command = {"/bin/sh", "-c", "kill -KILL $$"};
  CHECK(end_of(setup).status == status::killed);
  setup.command = {"/nonexistent"};
  WorkerPool pool({setup});
  const Result<void> started = pool.ensure_started(0);
  REQUIRE_FALSE(started);
  CHECK(started.error().code == Code::internal);
}

TEST_CASE("a message of impossible length ends its worker") {
  const Failure failure =
      end_of(acting("printf '\\0\\0\\0\\0\\377\\377\\377\\377' >&3; exec sleep 1000"));
  CHECK(failure.status == status::crash);
  CHECK(failure.message.en.find("makes no sense") != std::string::npos);
}

TEST_CASE("no worker outlives its pool, and a replaced one starts anew") {
  {
    WorkerPool pool({acting("exit 3"), acting("exec sleep 1000")});
    REQUIRE(pool.ensure_started(0));
    REQUIRE(pool.ensure_started(1));
    int ends = 0;
    for (int i = 0; i < 1'000 && ends < 2; ++i)
      for (const WorkerPool::Event& event : pool.wait(std::chrono::milliseconds(100)))
        if (!event.message) {
          ++ends;
          REQUIRE(pool.ensure_started(0));
        }
    CHECK(ends == 2);
  }
  CHECK_FALSE(has_children());
}
