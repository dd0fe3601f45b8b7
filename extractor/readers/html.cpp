// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a web page -> Document.
#include "readers/html.h"

#include "readers/charset.h"
#include "readers/html_article.h"
#include "readers/html_flow.h"
#include "readers/html_page.h"
#include "readers/html_style.h"
#include "readers/messages.h"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

using namespace std::string_view_literals;

constexpr std::array extensions{"html"sv, "htm"sv, "shtml"sv, "xhtml"sv};

/// The first bytes as ASCII: byte order mark and the zero bytes of UTF-16 left out.
std::string head(Bytes bytes) {
  constexpr std::size_t window = 4096;
  std::string out;
  for (const char c : as_text(bytes.first(std::min(bytes.size(), window))))
    if (c != '\0' && c != '\xEF' && c != '\xBB' && c != '\xBF' && c != '\xFF' && c != '\xFE')
      out += 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// A line of text may stand in front of a fragment; only tags that close show that it is one.
bool holds_markup(std::string_view text) {
  int pairs = 0;
  for (const std::string_view tag :
       {"<p>"sv, "<tr>"sv, "<td>"sv, "<div>"sv, "<table"sv, "<h1>"sv}) {
    const std::string_view name = tag.substr(1, tag.find('>') - 1);
    pairs += text.find(tag) != text.npos && text.find("</" + std::string(name) + ">") != text.npos;
  }
  return pairs >= 2;
}

int sniff(Bytes bytes) {
  std::string text = head(bytes);
  const auto begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string::npos)
    return 0;
  if (text[begin] != '<')
    return holds_markup(text) ? 55 : 0;
  text.erase(0, begin);
  for (const std::string_view start : {"<!doctype html"sv, "<html"sv})
    if (text.starts_with(start))
      return 95;
  // Other documents are XML too; those that only hold a page inside are not meant.
  const bool xml = text.starts_with("<?xml");
  if (text.find("<html") != std::string::npos)
    return 85;
  if (xml)
    return 0;
  for (const std::string_view start :
       {"<head"sv,   "<body"sv,   "<meta"sv, "<title"sv, "<table"sv,   "<div"sv,     "<p>"sv,
        "<p "sv,     "<h1"sv,     "<h2"sv,   "<span"sv,  "<section"sv, "<article"sv, "<style"sv,
        "<script"sv, "<center"sv, "<font"sv, "<!--"sv,   "<br"sv,      "<ul"sv,      "<ol"sv})
    if (text.starts_with(start))
      return 60;
  return 0;
}

/// The encoding that the page itself names, in <meta> or the XML declaration.
std::string declared_charset(Bytes bytes) {
  const std::string text = head(bytes);
  for (const std::string_view key : {"charset"sv, "encoding"sv}) {
    auto at = text.find(key);
    if (at == std::string::npos)
      continue;
    at = text.find_first_not_of(" \t\r\n=\"'", at + key.size());
    if (at == std::string::npos)
      continue;
    return text.substr(at, text.find_first_of(" \t\r\n\"'/>;?", at) - at);
  }
  return {};
}

Result<Document> read(Bytes bytes) {
  return read_html(bytes, {});
}

} // namespace

Result<Document> read_html(Bytes bytes, std::string_view declared) {
  const auto decoded =
      decode_text(bytes, declared.empty() ? declared_charset(bytes) : std::string(declared));
  if (!decoded)
    return tl::unexpected<Error>(decoded.error());
  auto page = read_html_page(decoded->text());
  if (!page)
    return tl::unexpected<Error>(page.error());
  auto flow = build_flow(*page, find_article(*page));
  if (!flow)
    return tl::unexpected<Error>(flow.error());
  if (flow->empty())
    return page->pictures > 0 ? fail(Code::no_text, fill(phrases::page_of_pictures))
                              : fail(Code::empty, fill(phrases::page_without_text));
  Document document;
  document.format = html_format().name;
  document.title = std::move(page->title);
  document.flow = std::move(*flow);
  return document;
}

const Format& html_format() {
  static constexpr Format format{"html", extensions, sniff, read};
  return format;
}

} // namespace gouji
