/* Search in the text of the page: every place that holds the words, listed with what stands around them. */
(function () {
  'use strict';
  const { fold, foldWithPlaces, fill } = window.plan;
  const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, td, th, caption, figcaption, dt, dd';
  const LEFT_OUT = '.anchor, .filters, .sort-sign, .download, .sources, .popover, .notes > h2, sup, svg, script, style, [role="doc-backlink"]';
  const LISTED = 200;
  const BEFORE = 14;
  const BEHIND = 40;
  const DELAY = 120;

  const main = document.querySelector('main');
  const form = document.querySelector('.search');
  const input = form.querySelector('input');
  const count = form.querySelector('.count');
  const steps = Array.from(form.querySelectorAll('.step'));
  const clear = form.querySelector('.clear');
  const found = document.querySelector('.found');
  const list = found.querySelector('.hits');
  const more = found.querySelector('.more');
  const contents = document.querySelector('.contents');

  let blocks = null;
  let hits = [];
  let at = -1;
  let sought = '';
  let timer = 0;
  let cameFrom = null;

  /* The text nodes of the page by the block that each stands in, in their order. */
  function textsByBlock(root) {
    const texts = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    while (walker.nextNode()) {
      const block = walker.currentNode.parentElement.closest(BLOCKS);
      if (!block || !main.contains(block)) continue;
      if (!texts.has(block)) texts.set(block, []);
      texts.get(block).push(walker.currentNode);
    }
    return texts;
  }

  function words(element) {
    return Array.from(textsByBlock(element).values(), join).join('');
  }

  function join(nodes) {
    return nodes.map((node) => node.data).join('');
  }

  function readPage() {
    blocks = [];
    let heading = '';
    textsByBlock(main).forEach((nodes, element) => {
      const text = join(nodes);
      if (/^H[1-6]$/.test(element.tagName)) heading = text.trim();
      blocks.push({ element, folded: fold(text), heading });
    });
  }

  function search(words) {
    unmark();
    hits = [];
    at = -1;
    sought = fold(words);
    if (sought) {
      if (!blocks) readPage();
      for (const block of blocks) {
        if (block.folded.includes(sought)) mark(block);
      }
    }
    renderList();
    tell();
  }

  /* Marks every place of a block and adds it to the hits. */
  function mark(block) {
    const nodes = textsByBlock(block.element).get(block.element);
    const text = join(nodes);
    const { folded, starts, ends } = foldWithPlaces(text);
    const ranges = [];
    for (let i = folded.indexOf(sought); i >= 0; i = folded.indexOf(sought, i + sought.length)) {
      const range = { from: starts[i], to: ends[i + sought.length - 1], marks: [] };
      ranges.push(range);
      hits.push({ block, text, from: range.from, to: range.to, marks: range.marks });
    }
    let offset = 0;
    for (const node of nodes) {
      const length = node.data.length;
      markNode(node, offset, length, ranges);
      offset += length;
    }
  }

  /* Wraps what the ranges cover of one text node, from its end, so that earlier offsets stay true. */
  function markNode(node, offset, length, ranges) {
    for (let i = ranges.length - 1; i >= 0; i -= 1) {
      const start = Math.max(0, ranges[i].from - offset);
      const end = Math.min(length, ranges[i].to - offset);
      if (start >= end) continue;
      const middle = node.splitText(start);
      middle.splitText(end - start);
      const element = document.createElement('mark');
      element.className = 'hit';
      middle.parentNode.insertBefore(element, middle);
      element.append(middle);
      ranges[i].marks.push(element);
    }
  }

  function unmark() {
    for (const element of main.querySelectorAll('mark.hit')) {
      const parent = element.parentNode;
      while (element.firstChild) parent.insertBefore(element.firstChild, element);
      element.remove();
      parent.normalize();
    }
  }

  function renderList() {
    list.textContent = '';
    hits.slice(0, LISTED).forEach((hit, index) => list.append(option(hit, index)));
    more.hidden = hits.length <= LISTED;
    more.textContent = fill(form.dataset.more, { listed: LISTED, count: hits.length });
    show(Boolean(sought));
  }

  function option(hit, index) {
    const element = document.createElement('div');
    element.className = 'hit-option';
    element.id = 'plan-hit-' + index;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    const place = document.createElement('span');
    place.className = 'hit-place';
    place.textContent = placeOf(hit.block);
    const context = document.createElement('span');
    context.className = 'hit-words';
    const start = Math.max(0, hit.from - BEFORE);
    const end = Math.min(hit.text.length, hit.to + BEHIND);
    const middle = document.createElement('mark');
    middle.textContent = hit.text.slice(hit.from, hit.to);
    context.append((start ? '…' : '') + hit.text.slice(start, hit.from), middle);
    context.append(hit.text.slice(hit.to, end) + (end < hit.text.length ? '…' : ''));
    element.append(place, context);
    return element;
  }

  /* The heading that a hit stands under; in a table, its title and the name of the row. */
  function placeOf(block) {
    const table = block.element.closest('table');
    if (!table) return block.heading;
    const name = block.element.closest('tr') && block.element.closest('tr').querySelector('th[scope="row"]');
    const parts = [table.querySelector('.caption-title'), name === block.element ? null : name];
    return parts.filter(Boolean).map(words).join(' › ');
  }

  function isShown() {
    return !found.hidden;
  }

  /* The list stands where the contents stood. */
  function show(shown) {
    found.hidden = !shown;
    contents.classList.toggle('given-way', shown);
    input.setAttribute('aria-expanded', String(shown && hits.length > 0));
    if (!shown) input.removeAttribute('aria-activedescendant');
  }

  function tell() {
    const message = !sought ? '' : !hits.length ? form.dataset.none : at < 0 ? form.dataset.hits : form.dataset.at;
    count.textContent = fill(message, { count: hits.length, at: at + 1 });
    steps.forEach((step) => { step.hidden = hits.length === 0; });
    clear.hidden = !sought;
    form.classList.toggle('busy', Boolean(sought));
  }

  function go(index) {
    if (!hits.length) return;
    select(false);
    at = (index + hits.length) % hits.length;
    select(true);
    tell();
    reveal(hits[at].marks[0]);
  }

  function select(selected) {
    if (at < 0) return;
    hits[at].marks.forEach((element) => element.classList.toggle('current', selected));
    const element = list.children[at];
    if (!element) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    element.setAttribute('aria-selected', String(selected));
    if (selected && isShown()) {
      input.setAttribute('aria-activedescendant', element.id);
      keepInSight(element);
    }
  }

  function keepInSight(element) {
    const top = element.offsetTop - list.offsetTop;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + element.offsetHeight > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + element.offsetHeight - list.clientHeight;
    }
  }

  function reveal(element) {
    const row = element.closest('tr[hidden], tbody[hidden]');
    if (row) row.dispatchEvent(new CustomEvent('plan-reveal', { bubbles: true }));
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  function now() {
    window.clearTimeout(timer);
    timer = 0;
    if (fold(input.value) !== sought) search(input.value);
  }

  function narrow() {
    return window.getComputedStyle(found).position === 'fixed';
  }

  function leave() {
    input.value = '';
    search('');
    if (cameFrom && cameFrom.isConnected && cameFrom !== document.body) cameFrom.focus({ preventScroll: true });
    else input.blur();
  }

  input.addEventListener('input', (event) => {
    if (event.isComposing) return; // the letters of an input method are no words yet
    window.clearTimeout(timer);
    timer = window.setTimeout(now, DELAY);
  });
  input.addEventListener('compositionend', now);
  input.addEventListener('focus', (event) => {
    cameFrom = event.relatedTarget;
    if (!blocks) readPage();
    if (sought) show(true);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      now();
      if (sought) show(true);
      go(at < 0 && event.key === 'ArrowUp' ? -1 : at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      if (isShown() && sought) show(false);
      else leave();
    } else {
      return;
    }
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
    go(at + 1);
    if (narrow()) show(false);
  });
  steps.forEach((step) => step.addEventListener('click', () => {
    go(at < 0 && step.dataset.step === '-1' ? -1 : at + Number(step.dataset.step));
  }));
  clear.addEventListener('click', () => {
    cameFrom = null;
    leave();
  });
  list.addEventListener('mousedown', (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', (event) => {
    const element = event.target.closest('.hit-option');
    if (!element) return;
    go(Array.prototype.indexOf.call(list.children, element));
    if (narrow()) {
      show(false);
      input.blur();
    }
  });
  document.addEventListener('keydown', (event) => {
    const slash = event.key === '/' || (event.code === 'Slash' && event.key === 'Process');
    if (!slash || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  document.addEventListener('plan-rearranged', () => { blocks = null; });
  document.addEventListener('click', (event) => {
    if (narrow() && isShown() && !found.contains(event.target) && !form.contains(event.target)) show(false);
  });
})();
