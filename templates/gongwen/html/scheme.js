/* Light and dark: as the system has it, until the reader chooses; the choice is kept. Runs before anything is painted. */
(function () {
  'use strict';
  const KEY = 'plan-scheme';
  const ORDER = ['auto', 'light', 'dark'];
  const root = document.documentElement;
  let scheme = stored();

  root.classList.add('js');
  apply();
  document.addEventListener('DOMContentLoaded', connect);

  function stored() {
    try {
      const value = window.localStorage.getItem(KEY);
      return ORDER.includes(value) ? value : 'auto';
    } catch (error) { // a browser may keep nothing for pages of the disk
      return 'auto';
    }
  }

  function keep() {
    try {
      window.localStorage.setItem(KEY, scheme);
    } catch (error) {
      /* it lasts as long as the page */
    }
  }

  function apply() {
    if (scheme === 'auto') root.removeAttribute('data-scheme');
    else root.setAttribute('data-scheme', scheme);
  }

  function connect() {
    const button = document.querySelector('.scheme-button');
    const name = button.querySelector('.scheme-name');
    const show = () => { name.textContent = button.getAttribute('data-' + scheme); };
    button.addEventListener('click', () => {
      scheme = ORDER[(ORDER.indexOf(scheme) + 1) % ORDER.length];
      keep();
      apply();
      show();
    });
    show();
    document.querySelector('.bar').hidden = false;
  }
})();
