// SPDX-License-Identifier: GPL-3.0-or-later
// What one finding shows when it is opened: the sentence, and the table with its cells marked, as a
// picture of the page where there is one, else drawn from what was read.
//
// The details are one line of JSON a document, looked into only when needed: first the shared texts
// and shapes of tables, then [findings, tables, pictures] of each document.
const details = {lines: null, head: null};
function detailsOf(source) {
  if (!details.lines) {
    details.lines = document.getElementById("details").textContent.split("\n");
    details.head = JSON.parse(details.lines[0]);
  }
  return JSON.parse(details.lines[source.index + 1]);
}
// A table is told apart from the first one of its shape: [number, page, shape, gap, text, gap, text,
// ...]. A shape: [rows, columns, [cell, row span, column span, ...], [text, ...]].
function drawnTable(table, marked) {
  const [number, page, shape, ...changes] = table;
  const [rows, columns, spans, first] = details.head.shapes[shape];
  const content = first.slice();
  for (let i = 0, at = -1; i < changes.length; i += 2) content[at += changes[i]] = changes[i + 1];
  const span = new Map();
  for (let i = 0; i < spans.length; i += 3) span.set(spans[i], [spans[i + 1], spans[i + 2]]);
  const element = make("table", {class: "drawn"}), lines = Array.from({length: rows}, () => element.insertRow());
  const taken = Array.from({length: rows}, () => new Uint8Array(columns));
  let row = 0, column = 0;
  content.forEach((text, index) => {
    while (row < rows && taken[row][column]) if (++column === columns) { column = 0; ++row; }
    if (row >= rows) return;
    const [down, across] = span.get(index) || [1, 1];
    for (let r = row; r < row + down; ++r) taken[r].fill(1, column, column + across);
    const isMarked = marked.some(([r, c]) => row <= r && r < row + down && column <= c && c < column + across);
    lines[row].append(make("td", {rowspan: down > 1 ? down : null, colspan: across > 1 ? across : null, class: isMarked ? "marked" : null}, details.head.texts[text]));
  });
  return make("figure", {}, make("figcaption", {}, placeName(number, page)), make("div", {class: "scroll", tabindex: "0"}, element));
}
const placeName = (table, page) => word("tablePlace", {a: table}) + (page ? " · " + word("pagePlace", {a: page}) : "");

// picture: [number, table, page, x0, y0, x1, y1]; boxes in points of the page.
function pictureFigure(source, picture, boxes) {
  const [number, table, page, x0, y0, x1, y1] = picture, element = document.getElementById("p" + number);
  if (!element) return null;
  const name = placeName(table, page);
  const overlay = draw("svg", {viewBox: `${x0} ${y0} ${x1 - x0} ${y1 - y0}`, preserveAspectRatio: "none", "aria-hidden": "true"},
    ...boxes.map(([l, t, r, b]) => draw("rect", {x: l, y: t, width: r - l, height: b - t, rx: 1})));
  return make("figure", {class: "picture"}, make("figcaption", {}, name, " · ", word("asPrinted")),
    make("div", {class: "sheet", style: `width:${Math.round((x1 - x0) * 1.6)}px`},
      make("img", {src: "data:image/png;base64," + element.textContent, alt: word("pictureOf", {a: name, b: boxes.length})}), overlay));
}
function quoteOf([before, sentence, after]) {
  return make("blockquote", {}, before, make("mark", {}, sentence), after);
}
function buildDetail(finding) {
  const [entries, tables, pictures] = detailsOf(finding.source);
  const [expected, actual, quote, cells, boxes] = entries[finding.place], source = finding.source;
  const parts = [make("p", {class: "soft small"}, [source.agency, source.year || "", formName(source.form), source.format].filter(text => text).join(" · "), make("br"), code(source.path))];
  if (expected !== null && actual !== null) parts.push(make("p", {}, word("expected", {a: expected, b: actual})));
  if (quote.length) parts.push(quoteOf(quote));
  for (const [index, picture] of pictures.entries()) {
    const marks = [];
    for (let i = 0; i < boxes.length; i += 5) if (boxes[i] === index) marks.push(boxes.slice(i + 1, i + 5));
    const figure = marks.length ? pictureFigure(source, picture, marks) : null;
    if (figure) parts.push(figure);
  }
  const marked = new Map();
  for (let i = 0; i < cells.length; i += 3) {
    if (!marked.has(cells[i])) marked.set(cells[i], []);
    marked.get(cells[i]).push([cells[i + 1] - 1, cells[i + 2] - 1]);
  }
  const drawn = tables.filter(table => marked.has(table[0])).map(table => drawnTable(table, marked.get(table[0])));
  if (drawn.length && parts.some(part => part.className === "picture")) parts.push(make("details", {}, make("summary", {}, word("asRead")), ...drawn));
  else parts.push(...drawn);
  if (!drawn.length && !quote.length) parts.push(make("p", {class: "soft"}, word("noPlace")));
  return parts;
}
