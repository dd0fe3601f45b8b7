// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts on disk.
#include "cli/layout_files.h"

#include "cli/files.h"
#include "cli/messages.h"
#include "matching/layout_loader.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

namespace gouji {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> layout_folders() {
  std::vector<fs::path> folders;
  if (const char* listed = std::getenv("GOUJI_LAYOUTS")) {
    std::string_view rest = listed;
    while (!rest.empty()) {
      const std::string_view folder = rest.substr(0, rest.find(':'));
      if (!folder.empty())
        folders.emplace_back(folder);
      rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    }
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (!error) {
    folders.push_back(program / "layouts"); // the build tree has one
    folders.push_back((program / "../share/gouji/layouts").lexically_normal());
  }
  return folders;
}

std::string listed(const std::vector<fs::path>& folders) {
  std::string text;
  for (const fs::path& folder : folders)
    text += (text.empty() ? "" : ", ") + folder.string();
  return text;
}

using TakeFile = std::function<Result<void>(std::string xml, const std::string& file)>;

/// Hands on the layout files `named`, or those found when there are none.
Result<void> read_files(const std::vector<std::string>& named, const TakeFile& take) {
  std::vector<std::string> files = named;
  if (files.empty()) {
    Result<std::vector<std::string>> found = find_layout_files();
    if (!found)
      return tl::unexpected<Error>(std::move(found.error()));
    files = std::move(*found);
  }
  for (const std::string& file : files) {
    Result<std::string> xml = read_input(file);
    if (!xml)
      return tl::unexpected<Error>(std::move(xml.error()));
    if (Result<void> taken = take(std::move(*xml), file); !taken)
      return taken;
  }
  return {};
}

} // namespace

Result<std::vector<std::string>> find_layout_files() {
  std::vector<std::string> files;
  std::set<fs::path> names;
  const std::vector<fs::path> folders = layout_folders();
  for (const fs::path& folder : folders) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (at->path().extension() == ".xml")
        found.push_back(at->path());
    std::sort(found.begin(), found.end()); // folders list in any order
    for (const fs::path& file : found)
      if (names.insert(file.filename()).second)
        files.push_back(file.string());
  }
  if (files.empty())
    return fail(Code::missing, fill(phrases::no_layouts, listed(folders)));
  return files;
}

Result<Layouts> load_layouts(const std::vector<std::string>& named) {
  Layouts layouts;
  const Result<void> read = read_files(named, [&](const std::string& xml, const std::string& file) {
    Result<Layout> layout = load_layout(as_bytes(xml), file);
    if (!layout)
      return Result<void>(tl::unexpected<Error>(std::move(layout.error())));
    layouts.push_back(std::make_shared<const Layout>(std::move(*layout)));
    return Result<void>();
  });
  if (!read)
    return tl::unexpected<Error>(read.error());
  return layouts;
}

Result<LayoutShelf> open_layouts(const std::vector<std::string>& named) {
  LayoutShelf shelf;
  const Result<void> read = read_files(named, [&](std::string xml, const std::string& file) {
    return shelf.add(std::move(xml), file);
  });
  if (!read)
    return tl::unexpected<Error>(read.error());
  return shelf;
}

Result<std::string> read_layout_schema() {
  const std::vector<fs::path> folders = layout_folders();
  for (const fs::path& folder : folders) {
    const fs::path file = folder / "layout.xsd";
    std::error_code error;
    if (fs::exists(file, error))
      return read_input(file.string());
  }
  return fail(Code::missing, fill(phrases::no_layout_schema, listed(folders)));
}

} // namespace gouji
