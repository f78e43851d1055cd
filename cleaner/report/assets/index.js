"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const body = document.querySelector("#list tbody");
  const more = document.getElementById("more");
  const count = document.getElementById("count");
  const find = document.getElementById("find");
  const root = document.documentElement;
  const PAGE = 100;
  const numbers = new Intl.NumberFormat("en");

  data.forEach((item, at) => {
    item.worry = data.length - at;
    item.kept = item.before ? 1 - item.lost / item.before : 1;
    item.text = [item.name, item.title, item.encoding, item.variant, ...item.warnings,
      ...Object.keys(item.rules), ...item.samples].join("\n").toLowerCase();
  });
  let order = "worry";
  let falling = true;
  let shown = data;
  let size = PAGE;

  // What cannot be seen, or would turn the text around it, is shown by its number.
  const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
  const safe = (text) => text.replace(HIDDEN, (char) => `[U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
  function add(parent, tag, text, kind) {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = safe(String(text));
    if (kind) node.className = kind;
    parent.append(node);
    return node;
  }
  function row(item) {
    const line = document.createElement("tr");
    const first = add(line, "td");
    const details = add(first, "details");
    const head = add(details, "summary");
    const name = add(head, "bdi", item.title || item.name, "name");
    if (item.title) name.lang = "zh-Hans";
    if (item.title) add(head, "small", item.name);
    for (const warning of item.warnings) add(head, "small", warning, "warn");
    details.addEventListener("toggle", () => { if (details.open) open(details, item); });
    add(line, "td", `${numbers.format(item.before)} → ${numbers.format(item.after)}`, "n");
    const kept = add(line, "td", undefined, "n share");
    add(kept, "span", `${Math.round(100 * item.kept)}%`);
    const bar = add(add(kept, "i"), "i", undefined, "bg-changed");
    bar.style.width = `${100 * item.kept}%`;
    add(line, "td", numbers.format(item.lines), "n");
    add(line, "td", numbers.format(item.edits), "n");
    add(line, "td", item.encoding || "text");
    add(line, "td", item.variant);
    return line;
  }
  function open(details, item) {
    if (details.querySelector("div")) return;
    const box = add(details, "div");
    const rules = Object.entries(item.rules).sort((a, b) => b[1] - a[1]);
    add(box, "p", rules.map(([rule, edits]) => `${rule} ${numbers.format(edits)}`).join(", ") || "Nothing was changed.");
    if (item.samples.length) {
      const list = add(box, "ul");
      for (const sample of item.samples) add(list, "li", sample);
    }
    if (item.link && /^[\w.-]+\.html$/.test(item.link)) {
      const link = add(box, "a", "Report on this document");
      link.href = item.link;
    }
  }
  function draw() {
    body.replaceChildren(...shown.slice(0, size).map(row));
    more.hidden = shown.length <= size;
    count.textContent = shown.length === data.length
      ? `${numbers.format(data.length)} documents`
      : `${numbers.format(shown.length)} of ${numbers.format(data.length)}`;
  }
  function sort() {
    const sign = falling ? -1 : 1;
    shown.sort((a, b) => {
      const one = a[order];
      const other = b[order];
      const by = typeof one === "number" ? one - other : String(one).localeCompare(String(other));
      return sign * by || b.worry - a.worry;
    });
  }
  for (const button of document.querySelectorAll("th button")) {
    button.addEventListener("click", () => {
      const key = button.dataset.key;
      falling = order === key ? !falling : key !== "kept" && key !== "encoding" && key !== "variant";
      order = key;
      for (const head of document.querySelectorAll("th")) head.removeAttribute("aria-sort");
      button.closest("th").setAttribute("aria-sort", falling ? "descending" : "ascending");
      sort();
      size = PAGE;
      draw();
    });
  }
  find.addEventListener("input", () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = data.filter((item) => words.every((word) => item.text.includes(word)));
    sort();
    size = PAGE;
    draw();
  });
  more.addEventListener("click", () => { size += 5 * PAGE; draw(); });
  document.getElementById("theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  draw();
})();
