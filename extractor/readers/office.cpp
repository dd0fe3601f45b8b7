// SPDX-License-Identifier: GPL-3.0-or-later
// Old office formats by way of LibreOffice.
#include "readers/office.h"

#include "base/limits.h"
#include "readers/child_process.h"
#include "readers/docx.h"
#include "readers/messages.h"
#include "readers/temporary_folder.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace gouji {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::array extensions{"doc"sv, "wps"sv, "rtf"sv, "dot"sv, "wpt"sv, "xml"sv};

/// Kinds that LibreOffice is asked for; the name is also the extension it is given.
enum class Kind { none, doc, rtf, xml };

std::string_view name_of(Kind kind) {
  constexpr std::array names{""sv, "doc"sv, "rtf"sv, "xml"sv};
  return names.at(static_cast<std::size_t>(kind));
}

/// WPS writes the same container and streams as Word 97 ([MS-CFB], [MS-DOC] 2.1.1).
Kind kind_of(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  if (text.starts_with("{\\rtf"))
    return Kind::rtf;
  if (text.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    constexpr auto stream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;
    return text.find(stream) != text.npos ? Kind::doc : Kind::none;
  }
  const std::string_view head = text.substr(0, 4096);
  const auto begin = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin != head.npos && head.substr(begin).starts_with("<?xml") &&
      (head.find("progid=\"Word.Document\"") != head.npos ||
       head.find("<w:wordDocument") != head.npos))
    return Kind::xml;
  return Kind::none;
}

/// Does the stream WordDocument, where it stands first in the file as nearly always, say that it is
/// encrypted ([MS-DOC] 2.5.2, wIdent and fEncrypted)?
bool encrypted_doc(Bytes bytes) {
  constexpr std::size_t first_sector = 512;
  const std::string_view text = as_text(bytes);
  return text.size() > first_sector + 12 && text.substr(first_sector, 2) == "\xEC\xA5" &&
         (static_cast<unsigned char>(text[first_sector + 11]) & 0x01) != 0;
}

bool write_file(const std::string& path, std::string_view content) {
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  return file.good();
}

/// A profile in which documents run no macros, follow no links and fetch nothing.
constexpr std::string_view careful_profile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

int sniff(Bytes bytes) {
  return kind_of(bytes) == Kind::none ? 0 : 90;
}

Result<Document> read(Bytes bytes) {
  const Result<ForeignDocument> converted = convert_office_document(bytes);
  if (!converted)
    return tl::unexpected<Error>(converted.error());
  auto document = docx_format().read(as_bytes(converted->docx));
  if (document)
    document->format = converted->kind;
  return document;
}

} // namespace

std::string find_office() {
  for (const char* path : {"/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice",
                           "/usr/lib/libreoffice/program/soffice"})
    if (access(path, X_OK) == 0)
      return path;
  // LibreOffice's own packages: /opt/libreoffice7.6 and so on; the newest by name.
  std::string newest;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/opt", ignored)) {
    const std::string path = entry.path().string() + "/program/soffice";
    if (entry.path().filename().string().starts_with("libreoffice") && path > newest &&
        access(path.c_str(), X_OK) == 0)
      newest = path;
  }
  return newest;
}

Result<std::string> convert_to_docx(Bytes bytes, std::string_view extension,
                                    const std::string& program, std::chrono::seconds limit) {
  const TemporaryFolder folder;
  const std::string& path = folder.path();
  const std::string input = path + "/document." + std::string(extension);
  const std::string output = path + "/out/document.docx";
  std::error_code error;
  if (!path.empty())
    fs::create_directories(path + "/profile/user", error);
  if (path.empty() || error || !write_file(input, as_text(bytes)) ||
      !write_file(path + "/profile/user/registrymodifications.xcu", careful_profile))
    return fail(Code::internal, fill(phrases::no_temporary_folder, "/tmp"));

  ChildOrder order;
  order.arguments = {program,
                     "-env:UserInstallation=file://" + path + "/profile",
                     "--headless",
                     "--norestore",
                     "--nolockcheck",
                     "--nodefault",
                     "--nologo",
                     "--convert-to",
                     "docx:MS Word 2007 XML",
                     "--outdir",
                     path + "/out",
                     input};
  order.environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + path, "TMPDIR=" + path,
                       "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp"};
  order.folder = path;
  order.limit = limit;
  order.memory = limits::office_bytes;
  switch (run_child(order)) {
  case ChildEnd::not_started:
    return fail(Code::tool_missing, fill(phrases::office_missing));
  case ChildEnd::timed_out:
    return fail(Code::limit, fill(phrases::office_too_slow, limit.count()));
  case ChildEnd::stopped:
  case ChildEnd::exited:
    break;
  }
  const auto size = fs::file_size(output, error);
  if (error || size == 0)
    return fail(Code::damaged, fill(phrases::office_damaged));
  if (size > limits::file_bytes)
    return fail(Code::limit, fill(phrases::office_too_large, limits::file_bytes >> 20));
  std::ifstream file(output, std::ios::binary);
  std::string out(static_cast<std::size_t>(size), '\0');
  file.read(out.data(), static_cast<std::streamsize>(out.size()));
  if (!file)
    return fail(Code::internal, fill(phrases::no_temporary_folder, "/tmp"));
  return out;
}

Result<ForeignDocument> convert_office_document(Bytes bytes) {
  const Kind kind = kind_of(bytes);
  if (kind == Kind::none)
    return fail(Code::unsupported, fill(phrases::office_damaged));
  if (kind == Kind::doc && encrypted_doc(bytes))
    return fail(Code::encrypted, fill(phrases::document_encrypted));
  const std::string program = find_office();
  if (program.empty())
    return fail(Code::tool_missing, fill(phrases::office_missing));
  Result<std::string> docx =
      convert_to_docx(bytes, name_of(kind), program, std::chrono::seconds(limits::office_seconds));
  if (!docx)
    return tl::unexpected<Error>(docx.error());
  return ForeignDocument{std::move(*docx), name_of(kind)};
}

const Format& office_format() {
  static constexpr Format format{"office", extensions, sniff, read, nullptr, nullptr, true};
  return format;
}

} // namespace gouji
