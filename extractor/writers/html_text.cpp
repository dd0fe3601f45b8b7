// SPDX-License-Identifier: GPL-3.0-or-later
// HTML escaping, the style of gouji's pages, drawn tables.
#include "writers/html_text.h"

#include "writers/json_stream.h"
#include "writers/messages.h"
#include "writers/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

// Colours: text on ground at least 7:1, badges at least 4.5:1, in both schemes (WCAG 2.1, 1.4.3).
constexpr std::string_view style = R"(<style>
:root{--ground:#fff;--text:#1c1f23;--soft:#5a6270;--line:#c9ced6;--card:#f6f7f9;--head:#eef1f5;
--error:#b3261e;--error-soft:#fdecea;--warning:#8a5300;--warning-soft:#fff3dc;--info:#1f5fa8;--info-soft:#e8f1fb;--good:#1b6e3c;--good-soft:#e6f4ea;--mark:#ffe08a;--mark-text:#1c1f23}
@media(prefers-color-scheme:dark){:root{--ground:#16181c;--text:#e6e8ec;--soft:#a6adb8;--line:#3d434d;--card:#1e2126;--head:#262a31;
--error:#ff9a91;--error-soft:#3d1d1b;--warning:#f3bd61;--warning-soft:#382a10;--info:#8fc0f7;--info-soft:#16293f;--good:#7fd29b;--good-soft:#15301f;--mark:#6b5200;--mark-text:#fff4d1}}
*{box-sizing:border-box}
html{color-scheme:light dark}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.6 system-ui,"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2.25rem 0 .75rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
a{color:var(--info)}
:focus-visible{outline:3px solid var(--info);outline-offset:2px}
.soft{color:var(--soft)}
.small{font-size:.85rem}
code{font:.85em ui-monospace,"Noto Sans Mono",monospace;overflow-wrap:anywhere}
article+article{margin-top:4rem;border-top:4px solid var(--line);padding-top:2rem}
.verdict{margin:1.25rem 0;padding:.8rem 1rem;border-radius:.5rem;border-left:.4rem solid;font-weight:600}
.verdict.good{background:var(--good-soft);color:var(--good)}
.verdict.error{background:var(--error-soft);color:var(--error)}
.verdict.warning{background:var(--warning-soft);color:var(--warning)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
ol.findings{list-style:none;margin:0;padding:0}
ol.findings>li{background:var(--card);border:1px solid var(--line);border-left:.4rem solid var(--line);border-radius:.5rem;padding:.7rem 1rem;margin:.7rem 0;break-inside:avoid}
li.error{border-left-color:var(--error)!important}
li.warning{border-left-color:var(--warning)!important}
li.info{border-left-color:var(--info)!important}
.findings p{margin:.25rem 0}
.badge{display:inline-block;padding:0 .5rem;border-radius:1rem;font-size:.8rem;font-weight:600}
.badge.error{background:var(--error-soft);color:var(--error)}
.badge.warning{background:var(--warning-soft);color:var(--warning)}
.badge.info{background:var(--info-soft);color:var(--info)}
blockquote{margin:.5rem 0;padding:.25rem .9rem;border-left:3px solid var(--line);white-space:pre-wrap}
mark{background:var(--mark);color:var(--mark-text);padding:0 .1em}
.scroll{overflow-x:auto;margin:1rem 0}
table.drawn{border-collapse:collapse;font-size:.85rem;line-height:1.35;margin:0}
table.drawn caption{text-align:left;font-weight:600;padding:.3rem 0;font-size:.95rem}
table.drawn td{border:1px solid var(--line);padding:.25rem .45rem;text-align:center;vertical-align:middle;white-space:pre-line;min-width:2.2rem}
table.drawn td.words{text-align:left}
td.error{background:var(--error-soft);box-shadow:inset 0 0 0 2px var(--error)}
td.warning{background:var(--warning-soft);box-shadow:inset 0 0 0 2px var(--warning)}
td.info{background:var(--info-soft);box-shadow:inset 0 0 0 2px var(--info)}
td:target,li:target{outline:3px solid var(--info);outline-offset:1px}
td sup{display:block;margin-top:.15rem;font-size:.66rem;line-height:1;vertical-align:baseline;white-space:nowrap}
@media print{:root{--ground:#fff;--text:#000;--soft:#444;--line:#999;--card:#fff;--error:#b3261e;--error-soft:#fdecea;--warning:#8a5300;--warning-soft:#fff3dc;--info:#1f5fa8;--info-soft:#e8f1fb;--good:#1b6e3c;--good-soft:#e6f4ea;--mark:#ffe08a;--mark-text:#000}
body{font-size:10.5pt}main{max-width:none;padding:0}a{color:inherit;text-decoration:none}
.scroll{overflow:visible}table.drawn{font-size:7.5pt;width:100%}table.drawn td{padding:1pt 2pt;min-width:0;overflow-wrap:anywhere}tr{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}article+article{break-before:page;border:0}@page{margin:15mm}}
</style>
)";

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

/// The first row that holds numbers: those above are headings.
int first_number_row(const Table& table) {
  const auto number = std::find_if(table.cells.begin(), table.cells.end(),
                                   [](const Cell& cell) { return is_number(cell.text); });
  return number == table.cells.end() ? 1 : number->row;
}

/// A cell of words is set flush left, a heading or one of numbers or marks centred.
bool is_words(std::string_view text, bool heading) {
  std::size_t letters = 0;
  for (const char c : text)
    letters += (static_cast<unsigned char>(c) & 0xC0) == 0xC0 ? 1 : 0;
  return letters > (heading ? 12U : 1U);
}

/// The character that turns what stands beside it (UAX #9, 2.2 to 2.4: explicit embedding,
/// override and isolate) or cannot be seen, with which `text`, valid UTF-8, begins, and its length
/// in bytes; 0 when it begins with none.
std::pair<unsigned, std::size_t> hidden_character(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  const unsigned first = byte(0);
  if ((first < 0x20 && first != '\n' && first != '\t') || first == 0x7F)
    return {first, 1};
  if (first == 0xC2 && byte(1) < 0xA0) // C1 controls
    return {byte(1), 2};
  if (first != 0xE2)
    return {0, 0};
  const unsigned character = 0x2000 | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
  const bool turns =
      (0x202A <= character && character <= 0x202E) || (0x2066 <= character && character <= 0x2069);
  return turns ? std::pair{character, std::size_t{3}} : std::pair{0u, std::size_t{0}};
}

} // namespace

std::string visible_text(std::string_view text) {
  const std::string valid = valid_text(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size();) {
    const auto [character, length] = hidden_character(std::string_view(valid).substr(at));
    if (length > 0)
      out += fmt::format("⟨U+{:04X}⟩", character);
    else
      out += valid[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string html_escaped(std::string_view text) {
  const std::string valid = valid_text(text);
  std::string out;
  out.reserve(valid.size() + valid.size() / 8);
  for (const char c : valid) {
    switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
        out += c;
    }
  }
  return out;
}

std::string html_page_begin(std::string_view title, Language language) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n{}</head>\n<body>\n<main>\n",
      language == Language::chinese ? "zh-CN" : "en", html_escaped(title), style);
}

std::string html_page_end() {
  return "</main>\n</body>\n</html>\n";
}

std::string html_table(const Table& table, int number, const CellMarks& marks,
                       std::string_view caption, Language language) {
  std::string out = "<div class=\"scroll\" tabindex=\"0\"><table class=\"drawn\">\n";
  if (!caption.empty())
    out += fmt::format("<caption>{}</caption>\n", html_escaped(caption));
  const int first_number = first_number_row(table);
  std::size_t at = 0;
  for (int row = 0; row < table.rows; ++row) {
    out += "<tr>";
    for (; at < table.cells.size() && table.cells[at].row == row; ++at) {
      const Cell& cell = table.cells[at];
      const auto mark = marks.find(at);
      std::string classes = is_words(cell.text, cell.row < first_number) ? "words" : "";
      if (mark != marks.end())
        (classes += classes.empty() ? "" : " ") += severity_name(mark->second.severity);
      out += "<td";
      if (number > 0)
        out += fmt::format(" id=\"t{}r{}c{}\"", number, cell.row + 1, cell.column + 1);
      if (!classes.empty())
        out += fmt::format(" class=\"{}\"", classes);
      if (cell.row_span > 1)
        out += fmt::format(" rowspan=\"{}\"", cell.row_span);
      if (cell.column_span > 1)
        out += fmt::format(" colspan=\"{}\"", cell.column_span);
      out += '>';
      out += html_escaped(cell.text);
      if (mark != marks.end()) {
        out += " <sup>"; // apart from the number, also when it is copied
        for (std::size_t i = 0; i < mark->second.numbers.size(); ++i) {
          const int finding = mark->second.numbers[i];
          out +=
              fmt::format("{}<a href=\"#f{}\" aria-label=\"{}\">{}</a>", i > 0 ? " " : "", finding,
                          html_escaped(fill(phrases::see_finding, finding).in(language)), finding);
        }
        out += "</sup>";
      }
      out += "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</table></div>\n";
}

} // namespace gouji
