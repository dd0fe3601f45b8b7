// SPDX-License-Identifier: GPL-3.0-or-later
// libxml2's HTML parser as a stream of events -> HtmlPage. The events of a broken page do not nest:
// a cell may be closed by the next row while the font inside it is still open, so tables keep their
// own state and elements only name what they opened.
#include "readers/html_page.h"

#include "base/limits.h"
#include "readers/html_style.h"
#include "readers/html_tables.h"
#include "readers/html_tags.h"
#include "readers/html_text.h"
#include "readers/list_numerals.h"
#include "readers/messages.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace gouji {
namespace {

using Kind = HtmlItem::Kind;

/// An element that is open.
struct Open {
  HtmlTag tag = HtmlTag::inline_text;
  HtmlStyle style;
  std::int32_t container = 0;
  std::uint32_t table_part = 0; ///< the table, row or cell it opened, as HtmlTables names it
  HtmlMark marker;              ///< where the text of a list marker begins
};

struct List {
  Numeral style = Numeral::none; ///< none for bullets
  int next = 1;
};

/// The style of an ordered list's numbers (CSS Lists 3 and the attribute type).
Numeral list_numeral(const HtmlAttributes& attributes, std::string_view list_style) {
  struct Style {
    std::string_view name;
    Numeral numeral;
  };
  constexpr std::array styles{Style{"lower-alpha", Numeral::lower_letter},
                              Style{"upper-alpha", Numeral::upper_letter},
                              Style{"lower-roman", Numeral::lower_roman},
                              Style{"upper-roman", Numeral::upper_roman},
                              Style{"cjk-ideographic", Numeral::chinese},
                              Style{"simp-chinese-informal", Numeral::chinese},
                              Style{"trad-chinese-informal", Numeral::chinese},
                              Style{"simp-chinese-formal", Numeral::legal_simplified},
                              Style{"trad-chinese-formal", Numeral::legal_traditional},
                              Style{"none", Numeral::none},
                              Style{"disc", Numeral::none},
                              Style{"circle", Numeral::none},
                              Style{"square", Numeral::none},
                              Style{"decimal", Numeral::decimal}};
  for (const Style& style : styles)
    if (same_word(list_style, style.name))
      return style.numeral;
  const std::string_view type = attributes["type"];
  return type.empty() ? Numeral::decimal : odf_numeral(type.substr(0, 1));
}

class PageReader {
public:
  explicit PageReader(HtmlPage& page) : page_(page), text_(page.text), tables_(page) {
    page_.containers.push_back({});
    open_.push_back({});
  }

  Result<void> run(std::string_view source);

private:
  void start(std::string_view name, const HtmlAttributes& attributes);
  void end(std::string_view name);
  void characters(std::string_view text);
  void repaired(std::string_view name);
  void end_paragraph();
  void close_tables();
  void start_item(const HtmlAttributes& attributes);
  void start_list(std::string_view name, const HtmlAttributes& attributes);
  void read_meta(const HtmlAttributes& attributes);
  void stop(Words why);
  std::int32_t line() const {
    return context_ && context_->input ? static_cast<std::int32_t>(context_->input->line) : 0;
  }

  static PageReader& self(void* data) { return *static_cast<PageReader*>(data); }
  static std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

  HtmlPage& page_;
  HtmlText text_;
  HtmlTables tables_;
  std::vector<Open> open_; ///< never empty: the page itself
  std::vector<List> lists_;
  std::size_t skipped_from_ = 0; ///< size of open_ when skipping began, 0 while not skipping
  bool in_title_ = false, has_article_title_ = false;
  std::int32_t paragraph_line_ = 0;
  std::int32_t numbering_ = -1;
  std::uint64_t repair_work_ = 0;
  std::optional<Words> stopped_;
  htmlParserCtxtPtr context_ = nullptr;
};

void PageReader::stop(Words why) {
  if (stopped_)
    return;
  stopped_ = std::move(why);
  xmlStopParser(context_);
}

void PageReader::end_paragraph() {
  const HtmlSpan span = text_.finish();
  if (span.empty())
    return;
  const bool first_of_cell = !page_.items.empty() && page_.items.back().kind == Kind::cell &&
                             !page_.items.back().has_text() && !tables_.between_cells();
  if (!first_of_cell)
    page_.items.emplace_back();
  HtmlItem& item = page_.items.back();
  item.begin = span.begin;
  item.end = span.end;
  item.link_bytes = span.link_bytes;
  item.font_size = span.font_size;
  item.centered = span.centered;
  item.heading = span.heading;
  item.navigation = open_.back().style.navigation;
  item.numbering = std::exchange(numbering_, -1);
  item.stray = tables_.between_cells();
  item.container = open_.back().container;
  item.line = paragraph_line_;
}

void PageReader::start_list(std::string_view name, const HtmlAttributes& attributes) {
  List list;
  if (name == "ol") {
    list.style = list_numeral(attributes, inline_property(attributes["style"], "list-style-type"));
    if (attributes.has("start"))
      list.next = leading_integer(attributes["start"], 100'000);
  }
  lists_.push_back(list);
}

void PageReader::start_item(const HtmlAttributes& attributes) {
  if (lists_.empty() || lists_.back().style == Numeral::none)
    return;
  List& list = lists_.back();
  if (attributes.has("value"))
    list.next = leading_integer(attributes["value"], 100'000);
  numbering_ = static_cast<std::int32_t>(page_.numberings.size());
  // The Chinese styles end with 、 in browsers, the others with a full stop (CSS Counter Styles 3).
  const bool chinese = list.style == Numeral::chinese || list.style == Numeral::legal_simplified ||
                       list.style == Numeral::legal_traditional;
  page_.numberings.push_back(numeral(list.style, list.next++) + (chinese ? "\u3001" : "."));
}

void PageReader::read_meta(const HtmlAttributes& attributes) {
  if (same_word(attributes["name"], "ArticleTitle") && !attributes["content"].empty()) {
    page_.title = attributes["content"];
    has_article_title_ = true;
  }
}

void PageReader::start(std::string_view name, const HtmlAttributes& attributes) {
  Open opened;
  opened.tag = html_tag(name);
  opened.container = open_.back().container;
  if (open_.size() > limits::html_depth)
    return stop(fill(phrases::nested_too_deeply, limits::html_depth));
  if (skipped_from_ > 0) {
    open_.push_back(opened);
    return;
  }
  opened.style = style_of(name, attributes, open_.back().style);
  const bool hidden = opened.style.hidden || opened.tag == HtmlTag::skipped;
  if (opened.tag != HtmlTag::inline_text && opened.tag != HtmlTag::line_break &&
      opened.tag != HtmlTag::picture && opened.tag != HtmlTag::skipped)
    end_paragraph();
  if (hidden) {
    open_.push_back(opened);
    skipped_from_ = open_.size();
    return;
  }
  if (opened.tag == HtmlTag::container || opened.tag == HtmlTag::list ||
      opened.tag == HtmlTag::cell) {
    page_.containers.push_back({opened.container});
    opened.container = static_cast<std::int32_t>(page_.containers.size()) - 1;
  }
  switch (opened.tag) {
  case HtmlTag::line_break:
    text_.line_break();
    break;
  case HtmlTag::list:
    start_list(name, attributes);
    break;
  case HtmlTag::list_item:
    start_item(attributes);
    break;
  case HtmlTag::picture:
    ++page_.pictures;
    break;
  case HtmlTag::title:
    in_title_ = true;
    break;
  case HtmlTag::meta:
    read_meta(attributes);
    break;
  case HtmlTag::table:
    opened.table_part = tables_.begin_table(open_.back().container, line(),
                                            same_word(attributes["role"], "presentation"));
    page_.items.back().navigation = opened.style.navigation;
    if (tables_.depth() > limits::table_depth)
      stop(fill(phrases::nested_too_deeply, limits::table_depth));
    break;
  case HtmlTag::group:
    tables_.begin_group();
    break;
  case HtmlTag::row:
    opened.table_part = tables_.begin_row(attributes["height"] == "0");
    break;
  case HtmlTag::cell:
    opened.table_part =
        tables_.begin_cell(leading_integer(attributes["rowspan"], 65534), attributes.has("rowspan"),
                           leading_integer(attributes["colspan"], 1000), opened.container, line());
    break;
  default:
    break;
  }
  opened.marker = text_.mark();
  open_.push_back(opened);
}

void PageReader::end(std::string_view) {
  if (open_.size() <= 1)
    return;
  const Open closed = open_.back();
  if (skipped_from_ > 0) {
    open_.pop_back();
    if (open_.size() < skipped_from_)
      skipped_from_ = 0;
    return;
  }
  if (closed.style.marker && !open_.at(open_.size() - 2).style.marker) {
    if (std::string number = text_.cut(closed.marker); !number.empty()) {
      numbering_ = static_cast<std::int32_t>(page_.numberings.size());
      page_.numberings.push_back(std::move(number));
    }
  }
  if (closed.tag != HtmlTag::inline_text && closed.tag != HtmlTag::line_break &&
      closed.tag != HtmlTag::picture) {
    if (closed.tag == HtmlTag::caption)
      tables_.set_caption(text_.finish());
    end_paragraph();
  }
  switch (closed.tag) {
  case HtmlTag::table:
    tables_.end_table(closed.table_part);
    break;
  case HtmlTag::row:
    tables_.end_row(closed.table_part);
    break;
  case HtmlTag::cell:
    tables_.end_cell(closed.table_part);
    break;
  case HtmlTag::title:
    in_title_ = false;
    break;
  case HtmlTag::list:
    if (!lists_.empty())
      lists_.pop_back();
    numbering_ = -1;
    break;
  default:
    break;
  }
  open_.pop_back();
}

void PageReader::characters(std::string_view text) {
  if (skipped_from_ > 0)
    return;
  if (in_title_) {
    if (!has_article_title_)
      page_.title += text;
    return;
  }
  if (!text_.has_text())
    paragraph_line_ = line();
  text_.add(text, open_.back().style);
  if (page_.text.size() > limits::text_bytes)
    stop(fill(phrases::text_too_long, limits::text_bytes >> 20));
  if (page_.items.size() > limits::html_items)
    stop(fill(phrases::too_many_parts, limits::html_items));
}

/// The parser looks through all open elements at every end tag that fits none; a page of such tags
/// deep inside others would take it hours. The end of a row that was never begun still ends a row.
void PageReader::repaired(std::string_view name) {
  if (name == "tr" && skipped_from_ == 0) {
    end_paragraph();
    tables_.end_row();
  }
  repair_work_ += open_.size();
  if (repair_work_ > limits::html_repairs)
    stop(fill(phrases::page_too_broken));
}

Result<void> PageReader::run(std::string_view source) {
  struct FreeContext {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
  };
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  context_ = context.get();
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(
      source.data(), static_cast<int>(source.size()), XML_CHAR_ENCODING_NONE);
  xmlParserInputPtr input =
      context_ && buffer ? xmlNewIOInputStream(context_, buffer, XML_CHAR_ENCODING_NONE) : nullptr;
  if (!input) {
    xmlFreeParserInputBuffer(buffer);
    return fail(Code::internal, fill(phrases::out_of_memory));
  }
  inputPush(context_, input);
  context_->charset = XML_CHAR_ENCODING_UTF8; // decoded already, whatever <meta> says
  htmlCtxtUseOptions(context_, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);

  htmlSAXHandler events{};
  events.initialized = XML_SAX2_MAGIC;
  events.startElement = [](void* data, const xmlChar* name, const xmlChar** attributes) {
    self(data).start(view(name), HtmlAttributes(attributes));
  };
  events.endElement = [](void* data, const xmlChar* name) { self(data).end(view(name)); };
  events.characters = [](void* data, const xmlChar* text, int length) {
    self(data).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  };
  events.ignorableWhitespace = events.characters;
  events.serror = [](void* data, xmlErrorPtr error) {
    const bool unexpected_end = error->code == XML_ERR_TAG_NAME_MISMATCH && error->str1;
    self(data).repaired(unexpected_end ? error->str1 : "");
  };
  *context_->sax = events;
  context_->userData = this;
  htmlParseDocument(context_);
  end_paragraph();
  tables_.end_all();
  context_ = nullptr;
  if (stopped_)
    return fail(Code::limit, *stopped_);
  return {};
}

/// Without the downlevel-revealed conditions ("<![if !supportLists]>") of Word's pages, which
/// browsers drop and libxml2 takes for text.
std::string without_conditions(std::string_view source) {
  std::string out;
  out.reserve(source.size());
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t mark = std::min(source.find("<![", at), source.size());
    out += source.substr(at, mark - at);
    if (mark == source.size())
      break;
    const std::size_t end = source.find_first_of("]<>\n", mark + 3);
    const bool condition = end != std::string_view::npos && source.substr(end).starts_with("]>");
    if (!condition)
      out += source.substr(mark, 3);
    at = condition ? end + 2 : mark + 3;
  }
  return out;
}

} // namespace

Result<HtmlPage> read_html_page(std::string_view source) {
  HtmlPage page;
  std::string cleaned;
  if (source.find("<![") != std::string_view::npos) {
    cleaned = without_conditions(source);
    source = cleaned;
  }
  if (source.empty())
    return page;
  if (const auto done = PageReader(page).run(source); !done)
    return tl::unexpected<Error>(done.error());
  return page;
}

} // namespace gouji
