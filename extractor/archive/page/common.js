// SPDX-License-Identifier: GPL-3.0-or-later
// What all parts of the page share: the data, the words, and making elements. Text from documents
// only ever becomes text nodes and attributes, never markup.
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const texts = data.texts;
const severities = ["error", "warning", "info"];
let language = data.first; // 0 English, 1 Chinese

// The word called `name`, with {a}, {b}, ... filled.
function word(name, places = {}) {
  return data.words[name][language].replace(/\{(\w)\}/g, (whole, key) => key in places ? String(places[key]) : whole);
}
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (typeof value === "function") element[key] = value;
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return element;
}
function draw(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
const formats = [new Intl.NumberFormat("en"), new Intl.NumberFormat("zh-CN")];
const shown = value => formats[language].format(value);
const collators = [new Intl.Collator("en"), new Intl.Collator("zh-CN")];
// A code or a path, which may break behind its signs.
const code = text => make("code", {}, ...text.split(/(?<=[._\/-])/).flatMap(part => [part, make("wbr")]));
const baseName = path => path.slice(path.lastIndexOf("/") + 1) || path;
const badge = severity => make("span", {class: "badge " + severities[severity]}, word(severities[severity]));

// ---- the rows, as objects ----
const documents = data.documents.map(([path, format, form, agency, year, errors, warnings, infos], index) =>
  ({index, path, format: texts[format], form, agency: texts[agency], year, errors, warnings, infos, findings: []}));
const findings = data.findings.map(([source, rule, severity, pattern, numbers], index) => {
  const finding = {index, source: documents[source], rule: texts[rule], severity, pattern, numbers};
  finding.place = finding.source.findings.push(finding) - 1;
  return finding;
});
const failures = data.failures.map(([path, status, en, zh, command]) =>
  ({path, status: texts[status], messages: [texts[en], texts[zh]], command}));
const formName = form => form < 0 ? word("noForm") : data.forms[form][1 + language];

// A message: its pattern has U+0001 where its numbers go; they are the same in both languages, or
// those of the Chinese one follow behind "|".
function messageOf(finding) {
  const [english, chinese] = finding.numbers.split("|");
  const numbers = (language === 1 && chinese !== undefined ? chinese : english).split(" ");
  let at = 0;
  return data.patterns[finding.pattern][language].replace(/\u0001/g, () => numbers[at++]);
}
