// SPDX-License-Identifier: GPL-3.0-or-later
// How the commands start their workers: `gouji worker`, the same program.
#pragma once

#include "archive/pool.h"
#include "cli/archive_options.h"

namespace gouji {

WorkerSetup worker_setup(const WorkerCommand& command);

/// How many workers are of use here.
int processor_count();

} // namespace gouji
