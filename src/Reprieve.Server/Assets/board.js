// Keys of the list of cases: comfort only, all works without.
(() => {
  "use strict";
  const board = document.querySelector("[data-board]");
  const keys = document.getElementById("board-keys");
  const search = document.querySelector("[data-board-search]");
  if (!board || !keys) return;
  document.querySelector("[data-board-hint]").hidden = false;
  const rows = [...board.querySelectorAll("tbody th a")];

  // Each row is known by its link: the link has the focus, so that Enter opens it and a reader says it.
  const go = (step) => {
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    row?.focus();
    row?.closest("tr").scrollIntoView({ block: "nearest" });
  };

  const isTyping = (element) =>
    element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.closest("dialog") !== null;

  // Arrows scroll the page as ever until a row has the focus.
  const acts = {
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => rows.includes(document.activeElement) && (go(1), true),
    ArrowUp: () => rows.includes(document.activeElement) && (go(-1), true),
    "/": () => search?.focus(),
    "?": () => keys.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (!Object.hasOwn(acts, event.key)) return;
    if (acts[event.key]() !== false) event.preventDefault();
  });
})();
