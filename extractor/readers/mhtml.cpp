// SPDX-License-Identifier: GPL-3.0-or-later
// The little of MIME that saved pages use: headers, parts, two transfer encodings.
#include "readers/mhtml.h"

#include "readers/html.h"
#include "readers/html_style.h"
#include "readers/messages.h"

#include <algorithm>
#include <array>
#include <optional>

namespace gouji {
namespace {

using namespace std::string_view_literals;

constexpr std::array extensions{"mht"sv, "mhtml"sv, "eml"sv};
constexpr int deepest_part = 8; // a saved page has one level, a mail that holds one two or three

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

struct Part {
  std::string type, encoding;
  std::string_view body;
};

/// Splits the headers off. Folded lines are joined (RFC 5322, 2.2.3).
Part read_headers(std::string_view text) {
  Part part;
  std::string header;
  const auto use = [&] {
    const auto colon = header.find(':');
    if (colon == std::string::npos)
      return;
    const std::string_view name = std::string_view(header).substr(0, colon);
    const std::string_view value = trimmed(std::string_view(header).substr(colon + 1));
    if (same_word(name, "content-type"))
      part.type = value;
    else if (same_word(name, "content-transfer-encoding"))
      part.encoding = value;
  };
  constexpr std::size_t longest = 16'384;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty())
      break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (header.size() < longest)
        header += line;
      continue;
    }
    use();
    header = line;
  }
  use();
  part.body = text;
  return part;
}

/// "text/html" of "text/html; charset=...".
std::string_view media_type(std::string_view type) {
  return trimmed(type.substr(0, type.find(';')));
}

/// A parameter of a header's value, quotes taken off.
std::string parameter(std::string_view type, std::string_view name) {
  for (auto at = type.find(';'); at != type.npos; at = type.find(';', at + 1)) {
    std::string_view rest = trimmed(type.substr(at + 1));
    const auto equal = rest.find('=');
    if (equal == rest.npos || !same_word(trimmed(rest.substr(0, equal)), name))
      continue;
    rest = trimmed(rest.substr(equal + 1));
    if (rest.starts_with('"'))
      return std::string(rest.substr(1, rest.find('"', 1) - 1));
    return std::string(trimmed(rest.substr(0, rest.find(';'))));
  }
  return {};
}

bool multipart(std::string_view type) {
  return same_word(type.substr(0, 10), "multipart/");
}

/// The first HTML part of a message.
std::optional<Part> find_page(std::string_view message, int depth) {
  Part part = read_headers(message);
  if (same_word(media_type(part.type), "text/html"))
    return part;
  const std::string boundary = "--" + parameter(part.type, "boundary");
  if (!multipart(part.type) || boundary.size() <= 2 || depth >= deepest_part)
    return std::nullopt;
  std::string_view rest = part.body;
  std::string_view begin;
  bool inside = false;
  while (true) {
    const std::string_view here = rest;
    const bool over = rest.empty();
    const std::string_view line = take_line(rest);
    if (!over && !line.starts_with(boundary))
      continue;
    if (inside) {
      const auto length = static_cast<std::size_t>(here.data() - begin.data());
      if (auto found = find_page(begin.substr(0, length), depth + 1))
        return found;
    }
    if (over || line.substr(boundary.size()).starts_with("--"))
      return std::nullopt;
    begin = rest;
    inside = true;
  }
}

int hex(char c) {
  if ('0' <= c && c <= '9')
    return c - '0';
  if ('A' <= c && c <= 'F')
    return c - 'A' + 10;
  return 'a' <= c && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decode_quoted_printable(std::string_view body) {
  std::string out;
  out.reserve(body.size());
  while (!body.empty()) {
    const bool ended = body.find('\n') != body.npos;
    std::string_view line = take_line(body);
    while (line.ends_with(' ') || line.ends_with('\t'))
      line.remove_suffix(1);
    const bool soft = line.ends_with('=');
    if (soft)
      line.remove_suffix(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const int high = line[i] == '=' && i + 2 < line.size() ? hex(line[i + 1]) : -1;
      const int low = high >= 0 ? hex(line[i + 2]) : -1;
      if (low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
      } else {
        out += line[i];
      }
    }
    if (!soft && ended)
      out += '\n';
  }
  return out;
}

std::string decode_base64(std::string_view body) {
  constexpr auto value = [](char c) {
    if ('A' <= c && c <= 'Z')
      return c - 'A';
    if ('a' <= c && c <= 'z')
      return c - 'a' + 26;
    if ('0' <= c && c <= '9')
      return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  };
  std::string out;
  out.reserve(body.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : body) {
    if (c == '=')
      break;
    const int six = value(c);
    if (six < 0)
      continue;
    bits = (bits << 6 | static_cast<unsigned>(six)) & 0xFFFFFF;
    if (++count % 4 != 1)
      out += static_cast<char>(bits >> (6 - 2 * ((count + 3) % 4)) & 0xFF);
  }
  return out;
}

int sniff(Bytes bytes) {
  constexpr std::size_t window = 16'384;
  const std::string_view head = as_text(bytes.first(std::min(bytes.size(), window)));
  // A message begins with a header: a name of letters and hyphens and a colon.
  const auto end =
      head.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
  if (end == 0 || end == head.npos || head[end] != ':')
    return 0;
  const Part part = read_headers(head);
  if (same_word(media_type(part.type), "multipart/related"))
    return 95;
  return multipart(part.type) || same_word(media_type(part.type), "text/html") ? 80 : 0;
}

Result<Document> read(Bytes bytes) {
  const auto page = find_page(as_text(bytes), 0);
  if (!page)
    return fail(Code::empty, fill(phrases::message_without_page));
  const std::string body = decode_transfer(page->body, page->encoding);
  auto document = read_html(as_bytes(body), parameter(page->type, "charset"));
  if (document)
    document->format = mhtml_format().name;
  return document;
}

} // namespace

std::string decode_transfer(std::string_view body, std::string_view encoding) {
  if (same_word(encoding, "base64"))
    return decode_base64(body);
  if (same_word(encoding, "quoted-printable"))
    return decode_quoted_printable(body);
  return std::string(body);
}

const Format& mhtml_format() {
  static constexpr Format format{"mhtml", extensions, sniff, read};
  return format;
}

} // namespace gouji
