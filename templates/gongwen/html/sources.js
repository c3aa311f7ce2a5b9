/* A figure under the pointer, the finger or the focus tells where it comes from (WCAG 2.1, 1.4.13). */
(function () {
  'use strict';
  const ID = 'plan-source';
  const DELAY = 180; // long enough to move the pointer from the figure into what it tells
  const GAP = 6;
  const MARGIN = 8;

  const details = document.querySelector('.sources details');
  let shown = null; // {link, box, pinned}
  let timer = 0;

  function sourceOf(link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  }

  function open(link, pinned) {
    window.clearTimeout(timer);
    if (shown && shown.link === link) {
      shown.pinned = shown.pinned || pinned;
      return;
    }
    close();
    const source = sourceOf(link);
    if (!source) return;
    const box = document.createElement('span');
    box.className = 'popover';
    box.id = ID;
    fill(box, source, link.textContent);
    box.addEventListener('mouseleave', closeLater);
    box.addEventListener('mouseenter', () => window.clearTimeout(timer));
    link.setAttribute('aria-describedby', ID);
    link.after(box);
    shown = { link, box, pinned };
    place(link, box);
  }

  /* What is printed here, and what its home prints where that is worded otherwise. */
  function fill(box, source, printed) {
    for (const child of source.children) box.append(child.cloneNode(true));
    const home = box.querySelector('.source-figure');
    const here = document.createElement('span');
    here.className = 'source-here';
    here.textContent = printed;
    box.prepend(here);
    if (home && (home.textContent === printed || box.querySelector('.source-definition'))) home.remove();
  }

  /* Under the first line of the figure, above it where there is no room, and never beyond the window's edge. */
  function place(link, box) {
    const figure = link.getClientRects()[0] || link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const size = box.getBoundingClientRect();
    const left = Math.max(MARGIN, Math.min(figure.left, width - size.width - MARGIN));
    const below = figure.bottom + GAP;
    const fits = below + size.height <= window.innerHeight || figure.top - GAP - size.height < window.plan.top();
    move(box, left, fits ? below : figure.top - GAP - size.height);
  }

  function move(box, left, top) {
    box.style.left = '0px';
    box.style.top = '0px';
    const origin = box.getBoundingClientRect();
    box.style.left = (left - origin.left) + 'px';
    box.style.top = (top - origin.top) + 'px';
  }

  function close() {
    window.clearTimeout(timer);
    if (!shown) return;
    shown.link.removeAttribute('aria-describedby');
    shown.box.remove();
    shown = null;
  }

  function closeLater() {
    window.clearTimeout(timer);
    if (shown && !shown.pinned) timer = window.setTimeout(close, DELAY);
  }

  function figureAt(event) {
    return event.target instanceof Element ? event.target.closest('a.number') : null;
  }

  document.addEventListener('mouseover', (event) => {
    const link = figureAt(event);
    if (link) open(link, false);
  });
  document.addEventListener('mouseout', (event) => {
    if (figureAt(event)) closeLater();
  });
  document.addEventListener('focusin', (event) => {
    const link = figureAt(event);
    if (link) open(link, true);
    else if (shown && !shown.box.contains(event.target)) close();
  });
  document.addEventListener('click', (event) => {
    const link = figureAt(event);
    if (link && !event.ctrlKey && !event.metaKey && sourceOf(link)) {
      event.preventDefault();
      open(link, true);
    } else if (shown && (!shown.box.contains(event.target) || event.target.closest('a'))) {
      close();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !shown) return;
    event.preventDefault();
    event.stopPropagation();
    if (shown.box.contains(document.activeElement)) shown.link.focus({ preventScroll: true });
    close();
  }, true);
  window.addEventListener('resize', close);
  if (details) details.open = false; // open for those who read without scripts
})();
