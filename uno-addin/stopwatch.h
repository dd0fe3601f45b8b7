// SPDX-License-Identifier: GPL-3.0-or-later
// How long something took, for measuring.
#pragma once

#include <chrono>

namespace gouji::addin {

/// Runs from when it is made.
class Stopwatch {
public:
  double ms() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

} // namespace gouji::addin
