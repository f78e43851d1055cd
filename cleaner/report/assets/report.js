"use strict";
(() => {
  const root = document.documentElement;
  const sheet = document.getElementById("sheet");
  const tip = document.getElementById("tip");
  const live = document.getElementById("live");
  const rules = [...document.querySelectorAll("#rules li")].map((item) => item.textContent);
  const isChange = (node) => node instanceof Element && node.matches("del[data-r], ins[data-r]");

  function partner(node) {
    // A change is the same number of changes into its row on both sides.
    const row = node.closest(".row");
    const at = [...row.querySelectorAll(node.tagName)].indexOf(node);
    return row.querySelectorAll(node.tagName === "DEL" ? "ins" : "del")[at];
  }
  function describe(node) {
    const other = partner(node);
    const before = node.tagName === "DEL" ? node : other;
    const after = node.tagName === "DEL" ? other : node;
    const text = (side) => (side && side.textContent ? side.textContent.slice(0, 80) : "∅");
    return [`${text(before)} → ${text(after)}`, rules[node.dataset.r] || ""];
  }
  function show(node) {
    const [change, rule] = describe(node);
    tip.replaceChildren();
    const head = document.createElement("b");
    head.textContent = change;
    const foot = document.createElement("span");
    foot.textContent = rule;
    tip.append(head, foot);
    tip.hidden = false;
    const box = node.getClientRects()[0] || node.getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left), innerWidth - own.width - 8);
    const above = box.top - own.height - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 60 ? above : box.bottom + 8}px`;
  }
  const hide = () => { tip.hidden = true; };

  sheet.addEventListener("mouseover", (event) => {
    const node = event.target.closest("del[data-r], ins[data-r]");
    if (node) show(node); else hide();
  });
  sheet.addEventListener("mouseleave", hide);
  sheet.addEventListener("click", (event) => {
    const node = event.target.closest("del[data-r], ins[data-r]");
    if (node && getSelection().isCollapsed) { current = node; show(node); }
  });
  sheet.addEventListener("focusin", (event) => { if (isChange(event.target)) show(event.target); });
  sheet.addEventListener("focusout", hide);
  addEventListener("scroll", () => {
    if (document.activeElement && isChange(document.activeElement)) show(document.activeElement);
    else hide();
  }, { passive: true });

  let current = null;
  let list = null;
  function stops() {
    // One stop a change: its original side, or the cleaned one where nothing stood before.
    if (!list) list = [...sheet.querySelectorAll("del[data-r]:not(:empty), ins.a")];
    return list;
  }
  function visible(node) {
    const kind = node.classList[0];
    const row = node.closest(".row");
    return !root.classList.contains(`off-${kind}`)
      && !(row.classList.contains("d") && root.classList.contains("off-d"));
  }
  function step(by) {
    const all = stops();
    if (!all.length) return;
    let at = current ? all.indexOf(current) : by > 0 ? -1 : all.length;
    if (current && at < 0) at = all.findIndex((node) => current.compareDocumentPosition(node) & 4) - (by > 0 ? 1 : 0);
    for (let turn = 0; turn < all.length; turn += 1) {
      at = (at + by + all.length) % all.length;
      if (visible(all[at])) break;
    }
    if (current) current.removeAttribute("tabindex");
    current = all[at];
    current.tabIndex = 0;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "center", behavior: "auto" });
    show(current);
    live.textContent = describe(current).join(", ");
  }
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n" || event.key === "j") step(1);
    else if (event.key === "p" || event.key === "k") step(-1);
    else if (event.key === "Escape") hide();
    else return;
    event.preventDefault();
  });

  for (const button of document.querySelectorAll("button[data-off]")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      root.classList.toggle(`off-${button.dataset.off}`, !on);
      hide();
    });
  }
  const only = document.getElementById("only");
  only.addEventListener("click", () => {
    const on = only.getAttribute("aria-pressed") !== "true";
    only.setAttribute("aria-pressed", String(on));
    root.classList.toggle("only", on);
  });
  const theme = document.getElementById("theme");
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
})();
