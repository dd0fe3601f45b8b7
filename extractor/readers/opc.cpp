// SPDX-License-Identifier: GPL-3.0-or-later
// _rels/*.rels -> part names.
#include "readers/opc.h"

#include "readers/messages.h"
#include "readers/xml.h"

#include <algorithm>

namespace gouji {

namespace {

enum Name : int { unknown, relationship, id, type, target, target_mode };

constexpr XmlNamespace namespaces[] = {
    {"http://schemas.openxmlformats.org/package/2006/relationships", "r"}};
constexpr XmlName names[] = {{relationship, "r:Relationship"},
                             {id, "Id"},
                             {type, "Type"},
                             {target, "Target"},
                             {target_mode, "TargetMode"}};

int hex(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// A relative address inside the package -> part name: folders resolved, %XX read. ".." stops at
/// the package's root, so that no name leaves it.
std::string resolved(std::string_view source, std::string_view address) {
  std::string path;
  if (!address.empty() && address.front() != '/' && address.front() != '\\')
    path =
        source.substr(0, source.rfind('/') == std::string_view::npos ? 0 : source.rfind('/') + 1);
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%' && i + 2 < address.size() && hex(address[i + 1]) >= 0 &&
        hex(address[i + 2]) >= 0) {
      path += static_cast<char>(hex(address[i + 1]) * 16 + hex(address[i + 2]));
      i += 2;
    } else {
      path += address[i] == '\\' ? '/' : address[i];
    }
  }
  std::vector<std::string_view> segments;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view segment = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (segment == ".." && !segments.empty())
      segments.pop_back();
    else if (!segment.empty() && segment != "." && segment != "..")
      segments.push_back(segment);
  }
  std::string name;
  for (const std::string_view segment : segments) {
    if (!name.empty())
      name += '/';
    name += segment;
  }
  return name;
}

} // namespace

Result<std::vector<Relationship>> read_relationships(ZipArchive& archive, std::string_view part) {
  const std::size_t folder = part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1;
  const std::string name =
      std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
  std::vector<Relationship> relationships;
  if (!archive.has(name))
    return relationships;
  Result<ByteSource> source = archive.stream(name);
  if (!source)
    return tl::unexpected(source.error());
  XmlReader xml({namespaces, names, 0}, std::move(*source));
  while (xml.next()) {
    if (!xml.at_start() || xml.name() != relationship || xml.attribute(target_mode) == "External")
      continue;
    const std::string_view address = xml.attribute(type).value_or("");
    relationships.push_back({std::string(xml.attribute(id).value_or("")),
                             std::string(address.substr(address.rfind('/') + 1)),
                             resolved(part, xml.attribute(target).value_or(""))});
  }
  if (xml.error()) {
    Error error = *xml.error();
    error.message = fill(phrases::part_unreadable, name, error.message);
    return tl::unexpected(std::move(error));
  }
  return relationships;
}

std::string target_of(const std::vector<Relationship>& relationships, std::string_view type) {
  for (const Relationship& entry : relationships)
    if (entry.type == type)
      return entry.target;
  return {};
}

} // namespace gouji
