// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is searched, filtered, sorted and paged. Only the rows of one page are in the
// document; what a user chose outlives a change of the language.
//
// spec: {id, title, note, items, columns, filters, search, open, size, sort}
//   columns: {key, value(item), show(item), kind}; kind is a class: number, narrow, wide, name
//   filters: {key, value(item), choices() -> [[value, label], ...]}
//   search(item): the text that a search looks at
//   open(item): the elements shown below a row; rows have no button without it
function makeList(spec) {
  const state = {query: "", chosen: {}, pins: [], sort: spec.sort || "", up: !spec.down, first: 0};
  const size = spec.size || 25;
  let matching = spec.items, haystack = [], ranks = {}, parts = {};

  function matches(item, wanted) {
    for (const {key, value} of spec.filters || [])
      if (state.chosen[key] !== undefined && String(value(item)) !== state.chosen[key]) return false;
    for (const pin of state.pins) if (!pin.test(item)) return false;
    if (wanted.length === 0) return true;
    const text = haystack[item.index] ??= spec.search(item).toLowerCase();
    return wanted.every(part => text.includes(part));
  }
  // Comparing texts as people do is slow: each text is compared once, and gives a number.
  function sortKey(column) {
    if (spec.items.length && typeof column.value(spec.items[0]) === "number") return column.value;
    if (!ranks[column.key]) {
      const order = [...new Set(spec.items.map(column.value))].sort(collators[language].compare);
      ranks[column.key] = new Map(order.map((text, rank) => [text, rank]));
    }
    return item => ranks[column.key].get(column.value(item));
  }
  function refresh() {
    const wanted = state.query.toLowerCase().split(/\s+/).filter(part => part);
    matching = spec.items.filter(item => matches(item, wanted));
    const column = spec.columns.find(c => c.key === state.sort);
    if (column) {
      const key = sortKey(column), sign = state.up ? 1 : -1;
      matching.sort((a, b) => sign * (key(a) - key(b)) || a.index - b.index);
    }
    for (const [i, head] of parts.heads.entries())
      head.setAttribute("aria-sort", spec.columns[i].key !== state.sort ? "none" : state.up ? "ascending" : "descending");
    state.first = 0;
    fill();
  }
  function turn(pages) {
    const to = state.first + pages * size;
    if (to < 0 || to >= matching.length) return false;
    state.first = to;
    fill();
    return true;
  }
  function toggle(button, row, item) {
    const opened = row.nextElementSibling;
    if (opened && opened.classList.contains("more")) {
      opened.remove();
    } else {
      const id = spec.id + "-more-" + item.index;
      row.after(make("tr", {class: "more", id}, make("td", {colspan: spec.columns.length + 1}, ...spec.open(item))));
      button.setAttribute("aria-controls", id);
    }
    const isOpen = row.classList.toggle("opened");
    button.setAttribute("aria-expanded", String(isOpen));
    button.textContent = word(isOpen ? "hide" : "show");
  }
  function makeRow(item) {
    const row = make("tr", {}, ...spec.columns.map(column =>
      make("td", {class: column.kind, "data-label": word(column.key)}, column.show ? column.show(item) : String(column.value(item)))));
    if (spec.open) {
      const button = make("button", {type: "button", class: "toggle", "aria-expanded": "false", onclick: () => toggle(button, row, item)}, word("show"));
      row.append(make("td", {class: "act"}, button));
    }
    return row;
  }
  function fill() {
    const last = Math.min(state.first + size, matching.length);
    parts.body.replaceChildren(...matching.slice(state.first, last).map(makeRow));
    parts.status.textContent = matching.length === 0 ? word("nothing")
      : word("range", {a: shown(state.first + 1), b: shown(last), n: shown(matching.length)});
    parts.previous.disabled = state.first === 0;
    parts.next.disabled = last >= matching.length;
    parts.chips.replaceChildren(...state.pins.map(pin => make("button", {type: "button", class: "chip", title: word("remove"),
      onclick: () => { state.pins = state.pins.filter(p => p !== pin); refresh(); parts.search.focus(); }}, pin.label, " ✕")));
  }
  function select(filter) {
    const choices = filter.choices();
    const box = make("select", {onchange: () => {
      state.chosen[filter.key] = box.value === "" ? undefined : box.value;
      refresh();
    }}, make("option", {value: ""}, word("all")), ...choices.map(([value, label]) => make("option", {value: String(value)}, label)));
    if (state.chosen[filter.key] !== undefined) box.value = state.chosen[filter.key];
    return make("label", {}, word(filter.key), make("br"), box);
  }
  // Arrow keys go from row to row, Escape closes, Page Up and Down turn pages.
  function onKey(event) {
    const rows = [...parts.body.querySelectorAll("button.toggle")], row = event.target.closest("tr");
    if (!row || !rows.length || event.altKey || event.ctrlKey || event.metaKey) return;
    const owner = row.classList.contains("more") ? row.previousElementSibling : row;
    const at = rows.indexOf(owner.querySelector("button.toggle"));
    const go = index => { if (rows[index]) { rows[index].focus(); event.preventDefault(); } };
    if (event.key === "Escape" && owner.classList.contains("opened")) { rows[at].click(); rows[at].focus(); }
    if (event.target !== rows[at]) return;
    if (event.key === "ArrowDown" || event.key === "j") go(at + 1);
    else if (event.key === "ArrowUp" || event.key === "k") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(rows.length - 1);
    else if ((event.key === "PageDown" && turn(1)) || (event.key === "PageUp" && turn(-1))) {
      event.preventDefault();
      parts.body.querySelector("button.toggle").focus();
    }
  }
  function build() {
    haystack = [];
    ranks = {};
    const search = make("input", {type: "search", id: spec.id + "-search", value: state.query, oninput: () => { state.query = search.value; refresh(); }});
    search.value = state.query;
    parts = {search, body: make("tbody"), status: make("span", {class: "soft", role: "status"}), chips: make("span"),
      previous: make("button", {type: "button", onclick: () => turn(-1)}, word("previous")),
      next: make("button", {type: "button", onclick: () => turn(1)}, word("next"))};
    parts.heads = spec.columns.map(column => make("th", {scope: "col", class: column.kind, "aria-sort": "none"},
      make("button", {type: "button", onclick: () => {
        state.up = state.sort === column.key ? !state.up : column.kind !== "number";
        state.sort = column.key;
        refresh();
      }}, word(column.key))));
    parts.body.addEventListener("keydown", onKey);
    const section = make("section", {id: spec.id, "aria-labelledby": spec.id + "-title"},
      make("h2", {id: spec.id + "-title"}, word(spec.title)),
      spec.note ? make("p", {class: "soft small keys"}, word(spec.note)) : null,
      make("div", {class: "controls"}, make("label", {}, word("search"), make("br"), search), ...(spec.filters || []).map(select), parts.chips),
      make("div", {class: "scroll"}, make("table", {class: "list stack", "aria-labelledby": spec.id + "-title"},
        make("thead", {}, make("tr", {}, ...parts.heads, spec.open ? make("th", {class: "act"}, make("span", {class: "skip"}, word("show"))) : null)), parts.body)),
      make("div", {class: "pager"}, parts.previous, parts.next, parts.status));
    refresh();
    return section;
  }
  // Shows only what the pin lets through, and goes there.
  function pin(label, test) {
    state.pins = [{label, test}];
    state.chosen = {};
    state.query = "";
    const section = document.getElementById(spec.id);
    section.replaceWith(build());
    document.getElementById(spec.id).scrollIntoView();
    parts.search.focus({preventScroll: true});
  }
  return {build, pin, focusSearch: () => parts.search.focus()};
}
