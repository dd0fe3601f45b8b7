// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shared_library.h"

#include <dlfcn.h>

namespace gouji {

// Functions are looked up when they are first called: most of a large library's never are.
SharedLibrary::SharedLibrary(const char* name) : handle_(dlopen(name, RTLD_LAZY | RTLD_LOCAL)) {
  if (!handle_)
    missing_ = dlerror();
}

SharedLibrary::Symbol SharedLibrary::find(const char* name) {
  void* const address = handle_ ? dlsym(handle_, name) : nullptr;
  if (!address && missing_.empty())
    missing_ = dlerror();
  return {address};
}

} // namespace gouji
