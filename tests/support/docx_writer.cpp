// SPDX-License-Identifier: GPL-3.0-or-later
// Packages through libzip, which keeps only what it is given until the archive is closed.
#include "support/docx_writer.h"

#include <fmt/format.h>
#include <zip.h>

#include <stdexcept>

namespace gouji::test {

namespace {

void need(bool done) {
  if (!done)
    throw std::runtime_error("libzip could not write the test package");
}

} // namespace

std::string write_zip(const Parts& parts) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  need(target != nullptr);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  need(archive != nullptr);
  zip_source_keep(target);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    zip_source_t* content =
        zip_source_buffer(archive, parts[i].second.data(), parts[i].second.size(), 0);
    need(content && zip_file_add(archive, parts[i].first.c_str(), content, ZIP_FL_ENC_UTF_8) >= 0);
  }
  need(zip_close(archive) == 0);
  std::string bytes;
  need(zip_source_open(target) == 0);
  zip_source_seek(target, 0, SEEK_END);
  bytes.resize(static_cast<std::size_t>(zip_source_tell(target)));
  zip_source_seek(target, 0, SEEK_SET);
  need(zip_source_read(target, bytes.data(), bytes.size()) ==
       static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

Parts docx_parts(std::string_view body, std::string_view styles, std::string_view numbering) {
  constexpr std::string_view declarations =
      R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
      R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
      R"( xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape")"
      R"( xmlns:v="urn:schemas-microsoft-com:vml")"
      R"( xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")"
      R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
  constexpr std::string_view relationships =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  constexpr std::string_view package =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  Parts parts{
      {"[Content_Types].xml",
       R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
       R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
      {"_rels/.rels",
       fmt::format(
           R"(<Relationships xmlns="{}"><Relationship Id="r1" Type="{}officeDocument" Target="word/document.xml"/></Relationships>)",
           package, relationships)},
      {"word/document.xml",
       fmt::format("<w:document{}><w:body>{}</w:body></w:document>", declarations, body)},
      {"word/_rels/document.xml.rels",
       fmt::format(
           R"(<Relationships xmlns="{0}"><Relationship Id="r1" Type="{1}styles" Target="styles.xml"/>)"
           R"(<Relationship Id="r2" Type="{1}numbering" Target="/word/numbering.xml"/></Relationships>)",
           package, relationships)},
  };
  if (!styles.empty())
    parts.emplace_back("word/styles.xml",
                       fmt::format("<w:styles{}>{}</w:styles>", declarations, styles));
  if (!numbering.empty())
    parts.emplace_back("word/numbering.xml",
                       fmt::format("<w:numbering{}>{}</w:numbering>", declarations, numbering));
  return parts;
}

std::string write_docx(std::string_view body, std::string_view styles, std::string_view numbering) {
  return write_zip(docx_parts(body, styles, numbering));
}

} // namespace gouji::test
