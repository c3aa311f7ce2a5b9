/* Long tables: sorted by a column, filtered by choices and words, with exact sums of what is shown. */
(function () {
  'use strict';
  const { fold, fill } = window.plan;
  const NEXT = { none: 'ascending', ascending: 'descending', descending: 'none' };
  const NEXT_AMOUNT = { none: 'descending', descending: 'ascending', ascending: 'none' };
  const DELAY = 120;

  /* Decimals as whole numbers of one scale: nothing is rounded. */
  function scaled(text, places) {
    const negative = text.startsWith('-');
    const [whole, fraction = ''] = text.replace('-', '').split('.');
    const value = BigInt(whole + fraction.padEnd(places, '0'));
    return negative ? -value : value;
  }

  function decimals(text) {
    return (text.split('.')[1] || '').length;
  }

  function exactSum(values) {
    const places = Math.max(0, ...values.map(decimals));
    const zero = BigInt(0);
    const total = values.reduce((sum, value) => sum + scaled(value, places), zero);
    const digits = String(total < zero ? -total : total).padStart(places + 1, '0');
    const point = digits.length - places;
    const text = places ? digits.slice(0, point) + '.' + digits.slice(point) : digits;
    return (total < zero ? '-' : '') + text;
  }

  class LongTable {
    constructor(form) {
      this.form = form;
      this.table = document.getElementById(form.dataset.table);
      this.choices = Array.from(form.querySelectorAll('select'));
      this.words = form.querySelector('input[type="search"]');
      this.together = form.querySelector('input[type="checkbox"]');
      this.status = form.querySelector('.filter-status');
      this.collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      this.groups = Array.from(this.table.tBodies, (body) => this.readGroup(body));
      this.rows = [].concat(...this.groups.map((group) => group.items));
      this.places = this.rows.reduce((most, row) => Math.max(most, ...row.values.map(decimals)), 0);
      this.flat = document.createElement('tbody');
      this.heads = this.makeHeads();
      this.sorting = { column: -1, direction: 'none' };
      this.timer = 0;
      this.connect();
    }

    readGroup(body) {
      const rows = Array.from(body.rows);
      const items = rows.filter((row) => row.classList.contains('row')).map((row, index) => ({
        row,
        index,
        options: new Set((row.dataset.options || '').split(' ')),
        values: Array.from(row.cells, (cell) => cell.dataset.value || ''),
        words: null,
      }));
      const of = (role) => rows.filter((row) => row.classList.contains(role));
      return { body, items, heads: of('group'), subtotals: of('subtotal'), totals: of('total') };
    }

    makeHeads() {
      return Array.from(this.table.tHead.rows[0].cells).map((cell, column) => {
        if (!cell.dataset.sort) return null;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'sort';
        while (cell.firstChild) button.append(cell.firstChild);
        const sign = document.createElement('span');
        sign.className = 'sort-sign';
        sign.setAttribute('aria-hidden', 'true');
        button.append(sign);
        cell.append(button);
        cell.setAttribute('aria-sort', 'none');
        button.addEventListener('click', () => this.sortBy(column));
        return { cell, amount: cell.dataset.sort === 'amount', title: cell.textContent.trim() };
      });
    }

    connect() {
      this.form.hidden = false;
      this.form.addEventListener('input', (event) => {
        if (event.isComposing || event.target === this.together) return;
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.filter(), event.target === this.words ? DELAY : 0);
      });
      this.words.addEventListener('compositionend', () => this.filter());
      this.together.addEventListener('change', () => {
        this.arrange();
        this.tell('');
      });
      this.form.querySelector('button').addEventListener('click', () => {
        this.sorting = { column: -1, direction: 'none' };
        this.together.checked = false;
        this.arrange();
        this.listAll();
      });
      this.table.addEventListener('plan-reveal', () => this.listAll());
      this.show();
      this.tell('');
    }

    listAll() {
      this.words.value = '';
      this.choices.forEach((select) => { select.value = ''; });
      this.filter();
    }

    sortBy(column) {
      const head = this.heads[column];
      const before = this.sorting.column === column ? this.sorting.direction : 'none';
      const direction = (head.amount ? NEXT_AMOUNT : NEXT)[before];
      this.sorting = { column, direction };
      this.arrange();
      const words = direction === 'none' ? this.form.dataset.unsorted : this.form.dataset[direction];
      this.tell(fill(words, { column: head.title }));
    }

    compare(one, other) {
      const { column, direction } = this.sorting;
      if (direction === 'none') return 0;
      const sign = direction === 'ascending' ? 1 : -1;
      if (!this.heads[column].amount) {
        return sign * this.collator.compare(one.row.cells[column].textContent, other.row.cells[column].textContent);
      }
      const [first, second] = [one.values[column], other.values[column]];
      if (!first || !second) return Boolean(second) - Boolean(first); // what is no figure stands last
      const [a, b] = [scaled(first, this.places), scaled(second, this.places)];
      return a < b ? -sign : a > b ? sign : 0;
    }

    /* Rows stand within their groups, or all together; those that are alike keep their order. */
    arrange() {
      if (this.together.checked) {
        this.table.insertBefore(this.flat, this.groups.find((group) => group.items.length).body);
        this.flat.append(...this.sorted(this.rows).map((item) => item.row));
      } else {
        this.flat.remove();
        for (const { body, items, heads, subtotals, totals } of this.groups) {
          body.append(...heads, ...this.sorted(items).map((item) => item.row), ...subtotals, ...totals);
        }
      }
      this.heads.forEach((head, column) => {
        if (head) head.cell.setAttribute('aria-sort', column === this.sorting.column ? this.sorting.direction : 'none');
      });
      this.show();
      document.dispatchEvent(new CustomEvent('plan-rearranged'));
    }

    sorted(items) {
      return items.slice().sort((one, other) => this.compare(one, other));
    }

    filter() {
      window.clearTimeout(this.timer);
      const chosen = this.choices.map((select) => select.value).filter(Boolean);
      const words = fold(this.words.value);
      for (const item of this.rows) {
        if (words && item.words === null) item.words = fold(item.row.textContent);
        const fits = chosen.every((option) => item.options.has(option)) && (!words || item.words.includes(words));
        item.row.hidden = !fits;
      }
      this.show();
      this.tell('');
    }

    /* A subtotal stands under all it is the sum of, or not at all; so does the total. */
    show() {
      const flat = this.together.checked;
      const isShown = (item) => !item.row.hidden;
      const all = this.rows.every(isShown);
      for (const { body, items, heads, subtotals, totals } of this.groups) {
        heads.forEach((row) => { row.hidden = flat || !items.some(isShown); });
        subtotals.forEach((row) => { row.hidden = flat || !items.every(isShown); });
        totals.forEach((row) => { row.hidden = !all; });
        body.hidden = Array.from(body.rows).every((row) => row.hidden);
      }
    }

    tell(sorting) {
      const shown = this.rows.filter((item) => !item.row.hidden);
      const { shown: some, none } = this.form.dataset;
      const parts = [sorting, fill(shown.length ? some : none, { shown: shown.length, all: this.rows.length })];
      if (shown.length && shown.length < this.rows.length) parts.push(this.sums(shown));
      this.status.textContent = parts.filter(Boolean).join('');
    }

    /* Amounts of the rows shown, added up exactly; what has no exact amount is said to be left out. */
    sums(shown) {
      const { sum, column, left, separator } = this.form.dataset;
      if (sum === undefined) return '';
      const parts = [];
      this.heads.forEach((head, index) => {
        const values = head && head.amount ? shown.map((item) => item.values[index]).filter(Boolean) : [];
        if (!values.length) return;
        const missing = shown.length - values.length;
        parts.push(fill(column, { column: head.title, sum: exactSum(values) }) + (missing ? fill(left, { count: missing }) : ''));
      });
      return parts.length ? fill(sum, { sums: parts.join(separator) }) : '';
    }
  }

  /* A table that fits needs no scrolling of its own: its header can then stay under the window's edge. */
  function fit(scroll) {
    const table = scroll.querySelector('table');
    const fits = table.offsetWidth <= scroll.clientWidth + 1;
    scroll.classList.toggle('fits', fits);
    if (fits) scroll.removeAttribute('tabindex');
    else scroll.setAttribute('tabindex', '0');
  }

  document.querySelectorAll('.filters').forEach((form) => new LongTable(form));
  const scrolls = document.querySelectorAll('.scroll');
  const fitAll = () => scrolls.forEach(fit);
  window.addEventListener('resize', fitAll);
  window.addEventListener('load', fitAll);
  fitAll();
})();
