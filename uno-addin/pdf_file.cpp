// SPDX-License-Identifier: GPL-3.0-or-later
// Files in mind by document, dropped when the document goes.
#include "pdf_file.h"

#include "office.h"
#include "session.h"
#include "uno_text.h"

#include <cppuhelper/implbase1.hxx>
#include <sys/stat.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

using namespace css;

namespace gouji::addin {
namespace {

/// What tells one content of a file from the next without reading it. Not its number on the disk:
/// mounted servers give a file another one now and then.
struct FileState {
  std::string path;
  std::intmax_t size = 0, seconds = 0, nanoseconds = 0;

  bool operator==(const FileState&) const = default;
};

/// Nothing when there is no such file.
std::optional<FileState> state_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return std::nullopt;
  return FileState{path, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

std::string path_behind(const uno::Reference<frame::XModel>& document) {
  return path_of(to_utf8(document->getURL()));
}

/// The files in mind. Documents are opened, checked and closed on threads of the office's choice.
class Files {
public:
  void keep(uno::XInterface* document, FileState state) {
    const std::scoped_lock lock(mutex_);
    states_.emplace(document, std::move(state));
  }
  std::optional<FileState> find(uno::XInterface* document) {
    const std::scoped_lock lock(mutex_);
    const auto found = states_.find(document);
    return found == states_.end() ? std::nullopt : std::optional(found->second);
  }
  void forget(uno::XInterface* document) {
    const std::scoped_lock lock(mutex_);
    states_.erase(document);
  }

private:
  std::mutex mutex_;
  std::map<uno::XInterface*, FileState> states_;
};

Files& files() {
  static Files all;
  return all;
}

class Closing : public cppu::WeakImplHelper1<lang::XEventListener> {
public:
  explicit Closing(uno::XInterface* document) : document_(document) {}
  void SAL_CALL disposing(const lang::EventObject&) override {
    try {
      files().forget(document_);
    } catch (...) {
      // Nothing may leave a listener: it would end the office.
    }
  }

private:
  uno::XInterface* const document_; ///< never followed
};

} // namespace

/// The header may stand anywhere in the first 1024 bytes (PDF 32000, annex H, note 13).
bool is_pdf(const std::string& path) {
  std::array<char, 1024> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  return std::string_view(head.data(), static_cast<std::size_t>(file.gcount())).find("%PDF-") !=
         std::string_view::npos;
}

void remember_file(const uno::Reference<frame::XModel>& document) {
  if (files().find(key_of(document)))
    return;
  const std::string path = path_behind(document);
  auto state = state_of(path);
  if (!state || !is_pdf(path))
    return;
  document->addEventListener(new Closing(key_of(document)));
  files().keep(key_of(document), std::move(*state));
}

bool was_replaced(const uno::Reference<frame::XModel>& document) {
  const auto before = files().find(key_of(document));
  // Stored under another name, it is no longer the drawing of that file.
  return before && before->path == path_behind(document) && state_of(before->path) != before;
}

} // namespace gouji::addin
