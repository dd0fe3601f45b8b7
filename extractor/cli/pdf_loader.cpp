// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pdf_loader.h"

#include "base/shared_library.h"
#include "cli/messages.h"
#include "cli/version.h"
#include "readers/pdf_format.h"
#include "readers/pdf_module.h"

#include <filesystem>

namespace gouji {

namespace {

namespace fs = std::filesystem;

/// The module beside the program, as in the build tree, or where it is installed.
fs::path find_module() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path beside = folder / pdf_module_file;
  return fs::exists(beside, error) ? beside
                                   : (folder / "../lib/gouji" / pdf_module_file).lexically_normal();
}

Result<const Format*> load_module() {
  const fs::path file = find_module();
  std::error_code error;
  if (!fs::exists(file, error))
    return fail(Code::tool_missing, fill(phrases::no_pdf_reader, file.string()));
  SharedLibrary module(file.c_str());
  const PdfModuleEntry entry = module.find(pdf_module_entry);
  if (!entry)
    return fail(Code::tool_missing, fill(phrases::pdf_reader_unusable, module.missing()));
  const Format* const format = entry(GOUJI_VERSION);
  if (!format)
    return fail(Code::tool_missing, fill(phrases::pdf_reader_foreign, file.string()));
  return format;
}

const Result<const Format*>& pdf_reader() {
  static const Result<const Format*> reader = load_module();
  return reader;
}

Result<Document> read(Bytes bytes) {
  const Result<const Format*>& reader = pdf_reader();
  return reader ? (*reader)->read(bytes) : tl::unexpected<Error>(reader.error());
}

Result<std::string> draw(Bytes bytes, const PagePart& part) {
  const Result<const Format*>& reader = pdf_reader();
  return reader ? (*reader)->draw(bytes, part) : tl::unexpected<Error>(reader.error());
}

Result<PagesSummary> read_pages(Bytes bytes, const PageRanges& pages, const TakePage& take) {
  const Result<const Format*>& reader = pdf_reader();
  return reader ? (*reader)->read_pages(bytes, pages, take) : tl::unexpected<Error>(reader.error());
}

} // namespace

Format pdf_format_on_demand() {
  return make_pdf_format(read, draw, read_pages);
}

void load_pdf_reader() {
  pdf_reader();
}

} // namespace gouji
