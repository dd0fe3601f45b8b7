// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by year, with axes, a legend and the same figures as a table.

// Steps of 1, 2 or 5 times a power of ten, at most six of them up to `most`.
function axisStep(most) {
  let step = 1;
  for (let i = 0; most / step > 6; ++i) step *= i % 3 === 1 ? 2.5 : 2;
  return step;
}
// series: [{name, values}], one value a year, null where no report states it.
function chartPicture(title, unit, years, series, width) {
  const left = 74, right = 12, top = 30, bottom = 50, height = 330;
  const totals = years.map((_, i) => series.reduce((sum, s) => sum + Math.max(0, s.values[i] ?? 0), 0));
  const said = years.map((_, i) => series.some(s => s.values[i] !== null) ? shown(totals[i]) : "–");
  const step = axisStep(Math.max(1, ...totals)), ceiling = Math.max(1, Math.ceil(Math.max(...totals) / step)) * step;
  const y = value => top + (height - top - bottom) * (1 - value / ceiling);
  const band = (width - left - right) / years.length, column = Math.min(90, band * 0.62);
  const picture = draw("svg", {viewBox: `0 0 ${width} ${height}`, width, height, role: "img",
    "aria-label": title + ". " + years.map((year, i) => year + ": " + said[i]).join("; ")});
  const label = (text, x, at, anchor, kind) => picture.append(draw("text", {x, y: at, "text-anchor": anchor, class: kind}, text));
  label(unit, left - 8, 16, "end", "soft");
  for (let value = 0; value <= ceiling; value += step) {
    picture.append(draw("line", {x1: left, x2: width - right, y1: y(value), y2: y(value), class: value === 0 ? "axis" : "grid"}));
    label(shown(value), left - 8, y(value) + 4, "end", "soft");
  }
  years.forEach((year, i) => {
    const middle = left + band * (i + 0.5);
    let sum = 0;
    series.forEach((part, k) => {
      const value = part.values[i] ?? 0;
      if (value <= 0) return;
      const tall = y(sum) - y(sum + value);
      picture.append(draw("rect", {x: middle - column / 2, y: y(sum + value), width: column, height: tall, class: "c" + k % 8},
        draw("title", {}, document.createTextNode(`${year} · ${part.name}: ${shown(value)}`))));
      if (series.length > 1 && tall > 16 && column > 44) label(shown(value), middle, y(sum) - tall / 2 + 4, "middle", "inside c" + k % 8);
      sum += value;
    });
    label(said[i], middle, y(sum) - 6, "middle", "sum");
    label(String(year), middle, height - bottom + 20, "middle", "year");
    if (band > 60) label(word("reportsShort", {n: shown(data.years.reports[i])}), middle, height - bottom + 37, "middle", "soft");
  });
  return picture;
}
function chartTable(title, years, series) {
  const cell = value => make("td", {class: "number"}, value === null ? "–" : shown(value));
  const rows = series.map(part => make("tr", {}, make("th", {scope: "row"}, part.name), ...part.values.map(cell)));
  if (series.length > 1)
    rows.push(make("tr", {}, make("th", {scope: "row"}, word("total")), ...years.map((_, i) => cell(series.reduce((sum, s) => sum + (s.values[i] ?? 0), 0)))));
  const extra = (name, values) => make("tr", {}, make("th", {scope: "row", class: "soft"}, word(name)), ...values.map(cell));
  return make("div", {class: "scroll"}, make("table", {class: "list", "aria-label": title},
    make("thead", {}, make("tr", {}, make("td"), ...years.map(year => make("th", {scope: "col", class: "number"}, String(year))))),
    make("tbody", {}, ...rows, extra("reports", data.years.reports), extra("withErrors", data.years.wrong))));
}
function chartFigure(title, unit, series, room) {
  const years = data.years.names;
  const legend = make("ul", {class: "legend"}, ...series.map((part, k) => make("li", {}, make("i", {class: "c" + k % 8}), part.name)));
  return make("div", {class: "chart"}, make("h3", {}, title), series.length > 1 ? legend : null,
    chartPicture(title, unit, years, series, Math.max(300, Math.min(room, 140 + 150 * years.length))),
    make("details", {}, make("summary", {}, word("asTable")), chartTable(title, years, series)));
}
// At first one that has something to show.
const chosenField = {value: Math.max(0, data.fields.findIndex(field => field.slice(6).some(sum => sum > 0)))};
function buildCharts() {
  const section = make("section", {id: "years", "aria-labelledby": "years-title"}, make("h2", {id: "years-title"}, word("years")),
    make("p", {class: "soft small"}, word("yearsNote", {n: shown(data.years.reports.reduce((a, b) => a + b, 0)), m: shown(data.years.wrong.reduce((a, b) => a + b, 0))})));
  const room = Math.min(document.documentElement.clientWidth - 40, 1240);
  const two = room > 900 ? (room - 40) / 2 : room;
  const grid = make("div", {class: "columns"});
  for (const chart of data.charts)
    grid.append(chartFigure(chart.name[language], chart.unit[language], chart.series.map(s => ({name: s.name[language], values: s.values})), two));
  section.append(grid);
  const place = make("div"), groups = new Map();
  data.fields.forEach((field, index) => {
    const group = texts[field[language]];
    if (!groups.has(group)) groups.set(group, make("optgroup", {label: group}));
    groups.get(group).append(make("option", {value: index}, [texts[field[2]], texts[field[3]]].filter(text => text).join(" · ")));
  });
  const box = make("select", {id: "field", onchange: () => { chosenField.value = Number(box.value); show(); }}, ...groups.values());
  box.value = String(chosenField.value);
  const show = () => {
    const field = data.fields[chosenField.value], title = [texts[field[2]], texts[field[3]]].filter(text => text).join(" · ");
    place.replaceChildren(chartFigure(title, texts[field[4 + language]], [{name: title, values: field.slice(6)}], room));
  };
  show();
  section.append(make("div", {class: "controls", style: "margin-top:1.6rem"}, make("label", {}, word("field"), make("br"), box)), place);
  return section;
}
