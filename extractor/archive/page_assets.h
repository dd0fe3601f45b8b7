// SPDX-License-Identifier: GPL-3.0-or-later
// The style and the script of an archive's page, and the words the script shows.
#pragma once

#include "archive/messages.h"

#include <array>
#include <string_view>
#include <utility>

namespace gouji {

/// Names under which the script finds its words.
inline constexpr std::array<std::pair<std::string_view, Phrase>, 31> page_words{{
    {"overview", phrases::page_overview}, {"documents", phrases::page_documents},
    {"clean", phrases::page_clean},       {"withErrors", phrases::page_with_errors},
    {"failed", phrases::page_failed},     {"byFormat", phrases::page_by_format},
    {"byForm", phrases::page_by_form},    {"noForm", phrases::page_no_form},
    {"byRule", phrases::page_by_rule},    {"byAgency", phrases::page_by_agency},
    {"findings", phrases::page_findings}, {"failures", phrases::page_failures},
    {"years", phrases::page_years},       {"search", phrases::page_search},
    {"severity", phrases::page_severity}, {"all", phrases::page_all},
    {"rule", phrases::page_rule},         {"agency", phrases::page_agency},
    {"year", phrases::page_year},         {"path", phrases::page_path},
    {"message", phrases::page_message},   {"status", phrases::page_status},
    {"command", phrases::page_command},   {"count", phrases::page_count},
    {"show", phrases::page_show},         {"previous", phrases::page_previous},
    {"next", phrases::page_next},         {"range", phrases::page_range},
    {"expected", phrases::page_expected}, {"table", phrases::page_table},
    {"field", phrases::page_field},
}};

inline constexpr std::string_view page_style = R"css(
:root{--ground:#fff;--text:#1c1f23;--soft:#5a6270;--line:#c9ced6;--card:#f6f7f9;--accent:#1f5fa8;--error:#b3261e;--error-soft:#fdecea;--warning:#8a5300;--warning-soft:#fff3dc;--info:#1f5fa8;--info-soft:#e8f1fb;--good:#1b6e3c}
@media(prefers-color-scheme:dark){:root{--ground:#16181c;--text:#e6e8ec;--soft:#a6adb8;--line:#3d434d;--card:#1e2126;--accent:#8fc0f7;--error:#ff9a91;--error-soft:#3d1d1b;--warning:#f3bd61;--warning-soft:#382a10;--info:#8fc0f7;--info-soft:#16293f;--good:#7fd29b}}
*{box-sizing:border-box}html{color-scheme:light dark}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.55 system-ui,"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:76rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin:2.2rem 0 .7rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}h3{font-size:1rem;margin:.2rem 0 .5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.8rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.6rem .9rem}
.card b{display:block;font-size:1.7rem;line-height:1.2}.card.bad b{color:var(--error)}.card.good b{color:var(--good)}
.soft{color:var(--soft)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1.5rem;margin-top:1.2rem}
.controls{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:.6rem 0}
label{display:block;font-size:.85rem;color:var(--soft)}
input,select,button{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:.35rem;padding:.25rem .55rem;max-width:100%}
button{cursor:pointer;white-space:nowrap}table.list td{min-width:5.5rem}button:disabled{opacity:.5;cursor:default}
.scroll{overflow-x:auto}
table.list{border-collapse:collapse;width:100%}
table.list th,table.list td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
table.list td.number,table.list th.number{text-align:right;white-space:nowrap}
th button{border:0;background:none;padding:0;font-weight:600}th button::after{content:" \2195";color:var(--soft)}
th[aria-sort=ascending] button::after{content:" \2191"}th[aria-sort=descending] button::after{content:" \2193"}
.badge{display:inline-block;padding:0 .5rem;border-radius:1rem;font-size:.8rem;font-weight:600;white-space:nowrap}
.error{background:var(--error-soft);color:var(--error)}.warning{background:var(--warning-soft);color:var(--warning)}.info{background:var(--info-soft);color:var(--info)}
code{font:.85em ui-monospace,"Noto Sans Mono",monospace}
table.drawn{border-collapse:collapse;font-size:.82rem;line-height:1.3;margin:.5rem 0}
table.drawn td{border:1px solid var(--line);padding:.2rem .4rem;text-align:center;white-space:pre-line}
table.drawn td.marked{background:var(--error-soft);color:var(--error);font-weight:700;box-shadow:inset 0 0 0 2px var(--error)}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid var(--line)}
svg text{fill:var(--text);font-size:12px}svg rect{fill:var(--accent)}
)css";

inline constexpr std::string_view page_script = R"js(
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const w = data.words, texts = data.texts, main = document.querySelector("main");
const severities = ["error", "warning", "info"];
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {}))
    if (key === "onclick" || key === "oninput" || key === "onchange") element[key] = value;
    else if (value !== false) element.setAttribute(key, value === true ? "" : value);
  element.append(...children.filter(child => child !== null));
  return element;
}
const documents = data.documents.map(d => ({path: d[0], format: texts[d[1]], layout: texts[d[2]], agency: texts[d[3]], year: d[4] || "", findings: d[5], tables: d[6]}));
const findings = [];
for (const source of documents)
  for (const f of source.findings)
    findings.push({source, rule: texts[f[0]], severity: f[1], message: f[2], expected: f[3], actual: f[4], quote: f[5], cells: f[6], agency: source.agency, year: source.year, path: source.path});
const failures = data.failures.map(f => ({path: f[0], status: texts[f[1]], message: texts[f[2]], command: f[3]}));
const number = value => value.toLocaleString(document.documentElement.lang);

function section(title) {
  const element = make("section", {}, make("h2", {}, title));
  main.append(element);
  return element;
}
function tally(list, key) {
  const counts = new Map();
  for (const item of list) { const k = key(item); counts.set(k, (counts.get(k) || 0) + 1); }
  return [...counts].map(([name, count]) => ({name, count})).sort((a, b) => b.count - a.count || String(a.name).localeCompare(b.name));
}

// A list that is searched, sorted and paged. `columns`: {key, title, show, number}.
function list(parent, items, columns, filters, onOpen) {
  const size = 50;
  let shown = items, order = {key: null, up: true}, first = 0;
  const search = make("input", {type: "search", oninput: refresh});
  const controls = make("div", {class: "controls"}, make("label", {}, w.search, make("br"), search));
  const selects = filters.map(({title, key, choices}) => {
    const select = make("select", {onchange: refresh}, make("option", {value: ""}, w.all), ...choices.map(c => make("option", {value: c.value}, c.title)));
    controls.append(make("label", {}, title, make("br"), select));
    return {select, key};
  });
  const heads = columns.map(column => make("th", {scope: "col", class: column.number ? "number" : "text", "aria-sort": "none"},
    make("button", {type: "button", onclick: () => { order = {key: column.key, up: order.key === column.key ? !order.up : true}; refresh(); }}, column.title)));
  const body = make("tbody");
  const status = make("p", {class: "soft", role: "status"});
  const previous = make("button", {type: "button", onclick: () => { first -= size; draw(); }}, w.previous);
  const next = make("button", {type: "button", onclick: () => { first += size; draw(); }}, w.next);
  parent.append(controls, make("div", {class: "scroll"}, make("table", {class: "list"}, make("thead", {}, make("tr", {}, ...heads, onOpen ? make("th", {}, "") : null)), body)), status, make("div", {class: "controls"}, previous, next));
  function refresh() {
    const wanted = search.value.trim().toLowerCase();
    shown = items.filter(item => selects.every(({select, key}) => select.value === "" || String(item[key]) === select.value) &&
      (wanted === "" || columns.some(column => String(item[column.key]).toLowerCase().includes(wanted))));
    if (order.key !== null) {
      const compare = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
      shown.sort((a, b) => (order.up ? 1 : -1) * compare(a[order.key], b[order.key]));
    }
    heads.forEach((head, i) => head.setAttribute("aria-sort", columns[i].key !== order.key ? "none" : order.up ? "ascending" : "descending"));
    first = 0;
    draw();
  }
  function draw() {
    body.replaceChildren(...shown.slice(first, first + size).flatMap(item => {
      const row = make("tr", {}, ...columns.map(column => make("td", {class: column.number ? "number" : "text"}, column.show ? column.show(item) : String(item[column.key]))));
      if (!onOpen) return [row];
      const more = make("tr", {hidden: true}, make("td", {colspan: columns.length + 1}));
      const button = make("button", {type: "button", "aria-expanded": "false", onclick: () => {
        if (more.hidden && !more.firstChild.hasChildNodes()) more.firstChild.append(...onOpen(item));
        more.hidden = !more.hidden;
        button.setAttribute("aria-expanded", String(!more.hidden));
      }}, w.show);
      row.append(make("td", {}, button));
      return [row, more];
    }));
    status.textContent = w.range.replace("{a}", number(shown.length ? first + 1 : 0)).replace("{b}", number(Math.min(first + size, shown.length))).replace("{n}", number(shown.length));
    previous.disabled = first === 0;
    next.disabled = first + size >= shown.length;
  }
  refresh();
}

function drawTable(table, marked) {
  const element = make("table", {class: "drawn"}, make("caption", {class: "soft"}, w.table + " " + table[2]));
  const rows = Array.from({length: table[0]}, () => element.insertRow());
  const cells = table[4];
  for (let i = 0; i < cells.length; i += 5) {
    const cell = make("td", {rowspan: cells[i + 2], colspan: cells[i + 3]}, texts[cells[i + 4]]);
    if (marked.some(([row, column]) => row >= cells[i] && row < cells[i] + cells[i + 2] && column >= cells[i + 1] && column < cells[i + 1] + cells[i + 3])) cell.className = "marked";
    rows[cells[i]].append(cell);
  }
  return make("div", {class: "scroll", tabindex: "0"}, element);
}
function detail(finding) {
  const parts = [];
  if (finding.expected !== null && finding.actual !== null)
    parts.push(make("p", {}, w.expected.replace("{a}", finding.expected).replace("{b}", finding.actual)));
  if (finding.quote) parts.push(make("blockquote", {}, finding.quote));
  const marked = new Map();
  for (let i = 0; i < finding.cells.length; i += 3) {
    if (!marked.has(finding.cells[i])) marked.set(finding.cells[i], []);
    marked.get(finding.cells[i]).push([finding.cells[i + 1] - 1, finding.cells[i + 2] - 1]);
  }
  for (const table of finding.source.tables)
    if (marked.has(table[2])) parts.push(drawTable(table, marked.get(table[2])));
  return parts.length ? parts : [make("p", {}, finding.path)];
}

const overview = section(w.overview);
const withErrors = documents.filter(d => d.findings.some(f => f[1] === 0)).length;
const cards = make("div", {class: "cards"});
for (const [title, value, kind] of [[w.documents, documents.length, ""], [w.clean, documents.length - withErrors, "good"], [w.withErrors, withErrors, "bad"], [w.failed, failures.length, "bad"]])
  cards.append(make("div", {class: "card " + kind}, make("b", {}, number(value)), title));
overview.append(cards);
const columns = make("div", {class: "columns"});
overview.append(columns);
function small(title, rows) {
  columns.append(make("div", {}, make("h3", {}, title), make("table", {class: "list"}, make("tbody", {}, ...rows.slice(0, 12).map(row => make("tr", {}, make("td", {}, row.name), make("td", {class: "number"}, number(row.count))))))));
}
small(w.byFormat, tally(documents, d => d.format));
small(w.byForm, tally(documents, d => d.layout || w.noForm));
const rules = tally(findings, f => f.rule);
small(w.byRule, rules);
small(w.byAgency, tally(findings.filter(f => f.agency), f => f.agency));

list(section(w.findings), findings, [
  {key: "severity", title: w.severity, show: f => make("span", {class: "badge " + severities[f.severity]}, w[severities[f.severity]])},
  {key: "agency", title: w.agency}, {key: "year", title: w.year, number: true}, {key: "message", title: w.message},
  {key: "rule", title: w.rule, show: f => make("code", {}, f.rule)}, {key: "path", title: w.path}],
  [{title: w.severity, key: "severity", choices: severities.map((name, i) => ({value: String(i), title: w[name]}))},
   {title: w.rule, key: "rule", choices: rules.map(rule => ({value: rule.name, title: rule.name + " (" + rule.count + ")"}))}], detail);

if (failures.length)
  list(section(w.failures), failures, [{key: "path", title: w.path}, {key: "status", title: w.status}, {key: "message", title: w.message}, {key: "command", title: w.command, show: f => make("code", {}, f.command)}],
    [{title: w.status, key: "status", choices: tally(failures, f => f.status).map(s => ({value: s.name, title: s.name + " (" + s.count + ")"}))}], null);

if (data.sums.length) {
  const years = section(w.years);
  const select = make("select", {onchange: drawYears}, ...data.sums.map((s, i) => make("option", {value: i}, [texts[s[0]], texts[s[2]], texts[s[3]], texts[s[4]]].filter(t => t).join(" · "))));
  const chart = make("div", {class: "scroll"});
  years.append(make("div", {class: "controls"}, make("label", {}, w.field, make("br"), select)), chart);
  function drawYears() {
    const bars = [], s = data.sums[Number(select.value)], NS = "http://www.w3.org/2000/svg";
    for (let i = 5; i < s.length; i += 2) bars.push({year: s[i], sum: s[i + 1]});
    const most = Math.max(1, ...bars.map(b => Math.abs(b.sum))), step = 90, height = 200;
    const svg = document.createElementNS(NS, "svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", bars.map(b => b.year + ": " + number(b.sum)).join(", "));
    svg.setAttribute("width", Math.max(200, step * bars.length + 20));
    svg.setAttribute("height", height + 50);
    bars.forEach((bar, i) => {
      const tall = Math.abs(bar.sum) / most * height, x = 10 + i * step;
      const add = (name, attributes, text) => { const e = document.createElementNS(NS, name); for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v); if (text !== undefined) e.textContent = text; svg.append(e); };
      add("rect", {x: x + 10, y: height + 20 - tall, width: step - 20, height: tall, rx: 3});
      add("text", {x: x + step / 2, y: height + 14 - tall, "text-anchor": "middle"}, number(bar.sum));
      add("text", {x: x + step / 2, y: height + 38, "text-anchor": "middle"}, bar.year);
    });
    chart.replaceChildren(svg);
  }
  drawYears();
}
)js";

} // namespace gouji
