// SPDX-License-Identifier: GPL-3.0-or-later
// gouji --help and --version.
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/version.h"

#include <cstdio>

namespace gouji {

int run(const HelpRequest& request, const Context& context) {
  if (request.asked)
    return deliver(request.text, "", context);
  std::fwrite(request.text.data(), 1, request.text.size(), stderr);
  return exit_unusable;
}

int run(const VersionRequest&, const Context& context) {
  return deliver("gouji " GOUJI_VERSION "\n", "", context);
}

} // namespace gouji
