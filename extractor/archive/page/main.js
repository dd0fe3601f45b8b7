// SPDX-License-Identifier: GPL-3.0-or-later
// The page itself: what was read, charts, findings by rule, by agency and one by one, reports,
// failures.
function tally(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
}
const count = (items, test) => items.reduce((sum, item) => sum + (test(item) ? 1 : 0), 0);

// ---- what was read ----
function buildOverview() {
  const wrong = count(documents, d => d.errors > 0);
  const card = (name, value, kind) => make("div", {class: "card " + kind}, make("b", {}, shown(value)), make("span", {}, word(name)));
  const sum = key => documents.reduce((total, d) => total + d[key], 0);
  return make("section", {id: "overview", "aria-labelledby": "overview-title"}, make("h2", {id: "overview-title"}, word("overview")),
    make("div", {class: "cards"}, card("documentsRead", documents.length, ""), card("clean", count(documents, d => d.form >= 0 && !d.errors), "good"),
      card("withErrors", wrong, wrong ? "bad" : ""), card("noForm", count(documents, d => d.form < 0), ""), card("failed", failures.length, failures.length ? "bad" : ""),
      card("errorCount", sum("errors"), sum("errors") ? "bad" : ""), card("warningCount", sum("warnings"), sum("warnings") ? "mid" : "")),
    buildMatrix());
}
function buildMatrix() {
  const forms = [...new Set(documents.map(d => d.form))].sort((a, b) => (a < 0) - (b < 0) || a - b);
  const rows = [...tally(documents, d => d.format)].sort((a, b) => b[1].length - a[1].length);
  const number = value => make("td", {class: "number"}, value ? shown(value) : "–");
  return make("div", {class: "scroll", style: "margin-top:1.4rem"}, make("table", {class: "list", "aria-label": word("byFormat")},
    make("thead", {}, make("tr", {}, make("th", {scope: "col"}, word("format")), ...forms.map(form => make("th", {scope: "col", class: "number", style: "white-space:normal"}, formName(form))),
      make("th", {scope: "col", class: "number"}, word("total")))),
    make("tbody", {}, ...rows.map(([format, items]) => make("tr", {}, make("th", {scope: "row"}, format), ...forms.map(form => number(count(items, d => d.form === form))), number(items.length))),
      make("tr", {}, make("th", {scope: "row"}, word("total")), ...forms.map(form => number(count(documents, d => d.form === form))), number(documents.length)))));
}

// ---- the lists ----
const link = (text, pin) => make("button", {type: "button", class: "link", title: word("showFindings"), onclick: pin}, text);
const findingList = makeList({
  id: "findings", title: "findings", note: "keys", items: findings, sort: "severity", open: buildDetail,
  search: f => messageOf(f) + "\n" + f.rule + "\n" + f.source.agency + "\n" + f.source.year + "\n" + f.source.path,
  columns: [
    {key: "severity", value: f => f.severity, show: f => badge(f.severity), kind: "narrow"},
    {key: "agency", value: f => f.source.agency, kind: "name"},
    {key: "year", value: f => f.source.year, show: f => String(f.source.year || ""), kind: "number"},
    {key: "message", value: f => f.pattern, show: messageOf, kind: "wide"},
    {key: "rule", value: f => f.rule, show: f => code(f.rule), kind: ""},
    {key: "path", value: f => f.source.path, show: f => make("span", {title: f.source.path}, baseName(f.source.path)), kind: ""}],
  filters: [
    {key: "severity", value: f => f.severity, choices: () => severities.map((name, i) => [i, word(name)])},
    {key: "rule", value: f => f.rule, choices: () => [...tally(findings, f => f.rule)].sort((a, b) => b[1].length - a[1].length).map(([rule, all]) => [rule, `${rule} (${shown(all.length)})`])},
    {key: "year", value: f => f.source.year, choices: () => [...new Set(findings.map(f => f.source.year))].filter(year => year).sort().map(year => [year, String(year)])}],
});
const rules = [...tally(findings, f => f.rule + "\n" + f.severity)].map(([, all], index) =>
  ({index, rule: all[0].rule, severity: all[0].severity, count: all.length, documents: new Set(all.map(f => f.source.index)).size, example: all[0]}));
const ruleList = makeList({
  id: "rules", title: "byRule", items: rules, sort: "count", down: true, size: 12, search: r => r.rule + "\n" + messageOf(r.example),
  columns: [
    {key: "severity", value: r => r.severity, show: r => badge(r.severity), kind: "narrow"},
    {key: "rule", value: r => r.rule, show: r => link(code(r.rule), () => findingList.pin(r.rule, f => f.rule === r.rule && f.severity === r.severity)), kind: "name"},
    {key: "count", value: r => r.count, show: r => shown(r.count), kind: "number"},
    {key: "inReports", value: r => r.documents, show: r => shown(r.documents), kind: "number"},
    {key: "example", value: r => r.example.pattern, show: r => make("span", {class: "soft"}, messageOf(r.example)), kind: "wide"}],
});
const agencies = [...tally(documents, d => d.agency)].map(([agency, all], index) => ({index, agency, reports: all.length,
  errors: all.reduce((sum, d) => sum + d.errors, 0), warnings: all.reduce((sum, d) => sum + d.warnings, 0), years: [...new Set(all.map(d => d.year))].filter(year => year).sort().join(" ")}));
const agencyList = makeList({
  id: "agencies", title: "byAgency", items: agencies, sort: "errorCount", down: true, size: 12, search: a => a.agency || word("noAgency"),
  columns: [
    {key: "agency", value: a => a.agency, show: a => link(a.agency || word("noAgency"), () => findingList.pin(a.agency || word("noAgency"), f => f.source.agency === a.agency)), kind: "name"},
    {key: "errorCount", value: a => a.errors, show: a => shown(a.errors), kind: "number"},
    {key: "warningCount", value: a => a.warnings, show: a => shown(a.warnings), kind: "number"},
    {key: "reports", value: a => a.reports, show: a => shown(a.reports), kind: "number"},
    {key: "yearsRead", value: a => a.years, kind: ""}],
});
const documentList = makeList({
  id: "reports", title: "reports", items: documents, sort: "errorCount", down: true, size: 12,
  search: d => d.path + "\n" + d.agency + "\n" + d.year + "\n" + d.format + "\n" + formName(d.form),
  columns: [
    {key: "path", value: d => d.path, show: d => d.findings.length ? link(d.path, () => findingList.pin(baseName(d.path), f => f.source === d)) : d.path, kind: "wide"},
    {key: "agency", value: d => d.agency, kind: "name"},
    {key: "year", value: d => d.year, show: d => String(d.year || ""), kind: "number"},
    {key: "form", value: d => formName(d.form), show: d => make("span", {title: formName(d.form)}, d.form < 0 ? word("noForm") : data.forms[d.form][0]), kind: "narrow"},
    {key: "format", value: d => d.format, kind: "narrow"},
    {key: "errorCount", value: d => d.errors, show: d => shown(d.errors), kind: "number"},
    {key: "warningCount", value: d => d.warnings, show: d => shown(d.warnings), kind: "number"}],
  filters: [
    {key: "format", value: d => d.format, choices: () => [...tally(documents, d => d.format).keys()].sort().map(name => [name, name])},
    {key: "form", value: d => d.form, choices: () => [...new Set(documents.map(d => d.form))].sort().map(form => [form, formName(form)])}],
});
failures.forEach((failure, index) => { failure.index = index; });
const failureList = makeList({
  id: "failures", title: "failures", items: failures, size: 12, search: f => f.path + "\n" + f.status + "\n" + f.messages[language],
  columns: [
    {key: "path", value: f => f.path, kind: "name"},
    {key: "status", value: f => f.status, show: f => make("code", {}, f.status), kind: "narrow"},
    {key: "reason", value: f => f.messages[language], kind: "wide"},
    {key: "command", value: f => f.command, show: f => make("code", {}, f.command), kind: ""}],
  filters: [{key: "status", value: f => f.status, choices: () => [...tally(failures, f => f.status).keys()].sort().map(name => [name, name])}],
});

// ---- the page ----
function buildPage() {
  document.documentElement.lang = ["en", "zh-CN"][language];
  document.title = word("title", {a: data.name});
  const parts = [["overview", buildOverview, true], ["years", buildCharts, data.years.names.length], ["byRule", ruleList.build, findings.length],
    ["byAgency", agencyList.build, findings.length], ["findings", findingList.build, findings.length], ["reports", documentList.build, documents.length],
    ["failures", failureList.build, failures.length]].filter(part => part[2]);
  const sections = parts.map(([name, build]) => ({name, element: build()}));
  const other = make("button", {type: "button", class: "language", lang: ["zh-CN", "en"][language], onclick: () => { language = 1 - language; buildPage(); document.querySelector(".language").focus(); }}, ["中文", "English"][language]);
  document.querySelector("header").replaceChildren(make("div", {}, make("h1", {}, word("title", {a: data.name})),
    make("nav", {"aria-label": word("contents")}, ...sections.map(({name, element}) => make("a", {href: "#" + element.id}, word(name)))), other));
  document.querySelector("main").replaceChildren(...sections.map(section => section.element));
  if (data.pictures[1]) document.querySelector("main").append(make("p", {class: "soft small"}, word("picturesNote", {a: shown(data.pictures[0]), b: shown(data.pictures[1])})));
}
// "/" goes to the search of the findings, as in many programs.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || !findings.length) return;
  event.preventDefault();
  document.getElementById("findings").scrollIntoView();
  findingList.focusSearch();
});
// What is folded away on the screen is printed.
addEventListener("beforeprint", () => { for (const fold of document.querySelectorAll("#years details")) fold.open = true; });
let drawnFor = document.documentElement.clientWidth;
addEventListener("resize", () => {
  const width = document.documentElement.clientWidth;
  if (Math.abs(width - drawnFor) < 40 || !document.getElementById("years")) return;
  drawnFor = width;
  document.getElementById("years").replaceWith(buildCharts());
});
buildPage();
