// SPDX-License-Identifier: GPL-3.0-or-later
// A library that few runs need, loaded by the first that does: what it brings along (OpenSSL, say)
// can take longer to load than a document takes to read.
#pragma once

#include <string>

namespace gouji {

/// An open shared library; it stays until the process ends.
class SharedLibrary {
public:
  /// A function of the library, or null; becomes a pointer of any function type.
  struct Symbol {
    void* address = nullptr;
    template <class Function> operator Function*() const {
      return reinterpret_cast<Function*>(address);
    }
  };

  /// By soname, as the linker would find it, or by path.
  explicit SharedLibrary(const char* name);

  Symbol find(const char* name);
  /// The first thing that was not there, in the system's words (English); empty for none.
  const std::string& missing() const { return missing_; }

private:
  void* handle_;
  std::string missing_;
};

} // namespace gouji
