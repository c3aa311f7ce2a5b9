/* The contents follow the reader; on a narrow window they open over the text. */
(function () {
  'use strict';
  const panel = document.querySelector('.contents');
  const button = document.querySelector('.contents-button');
  const places = Array.from(panel.querySelectorAll('a'), (link) => {
    return { link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) };
  }).filter((place) => place.target);
  const LINE = 40; // a heading that is this near to the bar is the one being read
  let current = null;
  let waiting = false;

  function follow() {
    waiting = false;
    const line = window.plan.top() + LINE;
    const root = document.documentElement;
    const atEnd = root.scrollTop + window.innerHeight >= root.scrollHeight - 2;
    const limit = atEnd ? window.innerHeight : line;
    let place = null;
    for (const each of places) {
      if (each.target.getBoundingClientRect().top > limit) break;
      place = each;
    }
    show(place ? place.link : null);
  }

  function show(link) {
    if (link === current) return;
    if (current) current.removeAttribute('aria-current');
    current = link;
    if (!link) return;
    link.setAttribute('aria-current', 'location');
    keepInSight(link);
  }

  /* Only the panel scrolls, and only as far as it must. */
  function keepInSight(link) {
    const inner = link.getBoundingClientRect();
    const outer = panel.getBoundingClientRect();
    const room = Math.min(80, outer.height / 4);
    if (inner.top < outer.top + room) panel.scrollTop -= outer.top + room - inner.top;
    else if (inner.bottom > outer.bottom - room) panel.scrollTop += inner.bottom - outer.bottom + room;
  }

  function later() {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(follow);
    }
  }

  function isOpen() {
    return button.getAttribute('aria-expanded') === 'true';
  }

  function setOpen(open) {
    button.setAttribute('aria-expanded', String(open));
    panel.classList.toggle('open', open);
    if (open && current) keepInSight(current);
  }

  window.addEventListener('scroll', later, { passive: true });
  window.addEventListener('resize', later);
  window.addEventListener('load', later);
  button.addEventListener('click', () => {
    setOpen(!isOpen());
    if (isOpen()) (current || panel.querySelector('a') || panel).focus();
  });
  panel.addEventListener('click', (event) => {
    if (event.target.closest('a')) setOpen(false);
  });
  document.addEventListener('click', (event) => {
    if (isOpen() && !panel.contains(event.target) && !button.contains(event.target)) setOpen(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    event.preventDefault();
    setOpen(false);
    button.focus();
  });
  panel.addEventListener('focusout', (event) => {
    if (isOpen() && event.relatedTarget && !panel.contains(event.relatedTarget)) setOpen(false);
  });
  later();
})();
