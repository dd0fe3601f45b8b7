// SPDX-License-Identifier: GPL-3.0-or-later
// The worker's side of bulk conversion: one document after the other, confined. Draws pages, too.
#pragma once

#include "archive/sandbox.h"
#include "pipeline/process.h"
#include "readers/format.h"

#include <span>

namespace gouji {

/// Ends of a worker, for its parent.
enum WorkerExit : int {
  worker_done = 0,           ///< the parent closed the socket
  worker_out_of_memory = 71, ///< no memory for this document
  worker_not_confined = 72   ///< the kernel refused a limit or the sandbox
};

/// Confines the process, then converts, or draws, what comes over `worker_socket` until the other
/// end closes. Nothing of a document outlives its turn. Documents of a foreign format are sent back
/// as such. Returns a WorkerExit.
int serve_documents(const WorkerLimits& limits, std::span<const Format> formats,
                    const Layouts& layouts);

} // namespace gouji
