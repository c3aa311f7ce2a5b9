/* The text of both versions, in a frame in which no script runs: what is shown of it, and the way from change to change. */
(function () {
  "use strict";
  const LOOK = `
    .view-new del, .view-new .row-deleted, .view-new .entry-deleted { display: none !important; }
    .view-old ins, .view-old .row-inserted, .view-old .entry-inserted, .changed-only .same { display: none !important; }
    .view-new ins, .view-old del { color: inherit; text-decoration: none; }
    .view-new .mark, .view-old .mark { padding: 0; border: 0; }
    .view-new .row-inserted > *, .view-old .row-deleted > * { box-shadow: none; }
    .current-change { outline: 3px solid var(--accent, currentColor); outline-offset: 2px; }
    .move-note { display: none; text-indent: 0; margin: .3rem 0; padding: .1rem .8rem; border-left: 3px solid var(--accent, currentColor); font-size: .9rem; }
    .view-both .move-note { display: block; }
    .view-both del.mark-moved { display: none !important; }
    .view-both ins.mark-moved { color: inherit; border-color: var(--accent, currentColor); }
    ins.mark, ins, del, .move-note { scroll-margin: 30vh 0; }`;
  const byId = (id) => document.getElementById(id);
  const frame = byId("text"), view = byId("view"), only = byId("changed-only"), at = byId("at");
  const tabs = [byId("changes-tab"), byId("full-text-tab")];
  let text = null, stops = [], spans = [], current = -1;

  document.querySelector(".tabs").hidden = false;
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => open(index));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      open(1 - index);
      tabs[1 - index].focus();
    });
  });
  open(0);
  frame.addEventListener("load", connect);
  connect();
  view.addEventListener("input", show);
  only.addEventListener("input", show);
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));

  function open(index) {
    tabs.forEach((tab, number) => {
      tab.setAttribute("aria-selected", String(number === index));
      tab.tabIndex = number === index ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = number !== index;
    });
  }

  function connect() {
    const inner = frame.contentDocument;
    if (!inner || inner === text || inner.readyState !== "complete" || !inner.querySelector("main")) return;
    text = inner;
    const look = text.createElement("style");
    look.textContent = LOOK;
    text.head.append(look);
    text.addEventListener("click", follow);
    noteMoves();
    stops = changes();
    markUnchanged();
    spans = spanning();
    byId("views").hidden = false;
    show();
  }

  /* A link of the text leads within it; left alone, it would load this page into the frame. */
  function follow(event) {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const place = text.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (place) place.scrollIntoView();
  }

  /* What moved stands once, where it is now; here and where it was a line says so, and leads to the other. */
  function noteMoves() {
    const sides = [["del", frame.dataset.movedAway], ["ins", frame.dataset.movedHere]];
    const first = text.querySelectorAll("ins.mark-moved");
    for (const number of new Set([...first].map((mark) => mark.dataset.move))) {
      sides.forEach(([tag, words], side) => {
        const marks = text.querySelectorAll(`${tag}.mark-moved[data-move="${number}"]`);
        const note = text.createElement("p"), link = text.createElement("a");
        const heading = marks[0].querySelector(".heading");
        note.className = "move-note";
        note.id = `move-${number}-${side}`;
        link.href = `#move-${number}-${1 - side}`;
        link.textContent = words.replace("{what}", heading ? title(heading) : "").replace("{count}", marks.length);
        note.append(link);
        marks[0].before(note);
      });
    }
  }

  /* The words of a heading as it reads in its own version. */
  function title(heading) {
    const copy = heading.cloneNode(true), other = heading.closest("del") ? "ins" : "del";
    for (const part of copy.querySelectorAll(`.anchor, ${other}`)) part.remove();
    return copy.textContent.trim();
  }

  /* The notes of a move, which are shown with both versions, and what moved, of which either version has one. */
  function move(number) {
    const marks = [1, 0].map((side) => text.getElementById(`move-${number}-${side}`));
    return [...marks, ...marks.map((note) => note.nextElementSibling)];
  }

  /* Each change once: what was put in the place of something is one with it, and so is a whole row, and what moved. */
  function changes() {
    const found = [];
    let last = null;
    for (const mark of text.querySelectorAll("header ins, header del, main ins, main del")) {
      if (mark.parentElement.closest("ins:not(.mark-moved), del") || isNumber(mark)) continue;
      if (mark.matches(".mark-moved")) {
        if (mark.matches("ins") && mark.previousElementSibling.matches(".move-note")) found.push(move(mark.dataset.move));
        last = mark;
        continue;
      }
      const whole = mark.closest("tr.row-inserted, tr.row-deleted") || mark;
      const joins = whole === last || (last && whole.previousSibling === last);
      if (joins) found[found.length - 1].push(whole);
      else found.push([whole]);
      last = whole;
    }
    return found;
  }

  /* Whether a mark is on the number of a heading, or of a row: the figure before its name. What is renumbered did not change. */
  function isNumber(mark) {
    const cell = mark.closest("td"), name = cell && cell.nextElementSibling;
    const counts = Boolean(name) && name.matches("th") && /^\d+$/.test(cell.textContent.trim());
    return Boolean(mark.closest(".label")) || (counts && !mark.closest(".row-inserted, .row-deleted"));
  }

  /* Another place of what moved is no change of it: a note says that. */
  function holdsChange(node) {
    const above = node.closest("ins, del"), inside = [...node.querySelectorAll("ins, del")];
    const isMoved = above && above.matches("ins.mark-moved");
    return node.matches(".move-note") || Boolean(above && !isMoved) || inside.some((mark) => !isNumber(mark));
  }

  function markUnchanged() {
    for (const node of text.querySelectorAll("main li, main tbody tr, main .box > :not(.box-title), main .notes")) {
      node.classList.toggle("same", !holdsChange(node));
    }
    for (const part of text.querySelectorAll("main .part")) {
      const below = [];
      for (const node of [...part.children].reverse()) {
        const heading = /\bheading-(\d)/.exec((node.matches(".mark-moved") ? node.firstElementChild : node).className);
        const level = heading ? Number(heading[1]) : 9;
        const kept = holdsChange(node) || (heading && below[level]);
        node.classList.toggle("same", !kept);
        if (heading) for (let deeper = level; deeper <= 9; deeper += 1) below[deeper] = false;
        if (kept) for (let above = 1; above < level; above += 1) below[above] = true;
      }
    }
  }

  /* The cells that span rows, each with its rows and its column; every cell has the number of its column. */
  function spanning() {
    const found = [];
    for (const body of text.querySelectorAll("main tbody")) {
      const rows = [...body.rows], taken = rows.map(() => []);
      rows.forEach((row, at) => {
        let column = 0;
        for (const cell of row.cells) {
          while (taken[at][column]) column += 1;
          cell.column = column;
          const covered = rows.slice(at, at + cell.rowSpan);
          for (let below = 0; below < covered.length; below += 1) {
            for (let across = 0; across < cell.colSpan; across += 1) taken[at + below][column + across] = true;
          }
          if (covered.length > 1) found.push({ cell, covered });
          column += cell.colSpan;
        }
      });
    }
    return found;
  }

  /* A cell that spans rows stands in the first of them that is shown, and spans as many as are. */
  function fitSpans() {
    const root = text.documentElement.classList;
    const isHidden = (row) =>
      (root.contains("changed-only") && row.classList.contains("same")) ||
      (root.contains("view-new") && row.classList.contains("row-deleted")) ||
      (root.contains("view-old") && row.classList.contains("row-inserted"));
    for (const { cell, covered } of spans) {
      const shown = covered.filter((row) => !isHidden(row));
      const row = shown[0] || covered[0];
      cell.rowSpan = shown.length || covered.length;
      row.insertBefore(cell, [...row.cells].find((other) => other !== cell && other.column > cell.column) || null);
    }
  }

  function show() {
    const root = text && text.documentElement;
    if (!root) return;
    root.classList.toggle("view-both", view.value === "both");
    root.classList.toggle("view-new", view.value === "new");
    root.classList.toggle("view-old", view.value === "old");
    root.classList.toggle("changed-only", only.checked);
    fitSpans();
    count();
  }

  function count() {
    at.textContent = current < 0 ? at.dataset.all.replace("{count}", stops.length) : current + 1 + " / " + stops.length;
    byId("previous").disabled = byId("next").disabled = !stops.length;
  }

  function step(by) {
    const seen = (marks) => marks.find((mark) => mark.getClientRects().length);
    for (const mark of stops[current] || []) mark.classList.remove("current-change");
    for (let tries = 0; tries < stops.length; tries += 1) {
      current = (current + by + stops.length + (current < 0 && by < 0 ? 1 : 0)) % stops.length;
      if (seen(stops[current])) break;
    }
    for (const mark of stops[current]) mark.classList.add("current-change");
    const mark = seen(stops[current]);
    if (mark) mark.scrollIntoView({ block: "center", inline: "nearest" });
    count();
  }
}());
