/* Texts as they are compared: compatibility forms and case made alike, spaces and invisible signs left out. */
window.plan = (function () {
  'use strict';
  const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
  const DROPPED = /[\s\p{Cc}\p{Cf}]/gu;
  const PLAIN = /^[\u4e00-\u9fffa-z0-9]$/;

  function foldCluster(cluster) {
    if (PLAIN.test(cluster)) return cluster;
    return cluster.normalize('NFKC').toLowerCase().normalize('NFKC').replace(DROPPED, '');
  }

  /* Cluster by cluster, so that a part of a text folds as it does within the whole. */
  function fold(text) {
    return text.replace(CLUSTER, foldCluster);
  }

  /* The folded text, and for each of its letters where in `text` the cluster begins and ends that it comes from. */
  function foldWithPlaces(text) {
    const starts = [];
    const ends = [];
    let folded = '';
    for (const match of text.matchAll(CLUSTER)) {
      const letters = foldCluster(match[0]);
      folded += letters;
      for (let i = 0; i < letters.length; i += 1) {
        starts.push(match.index);
        ends.push(match.index + match[0].length);
      }
    }
    return { folded, starts, ends };
  }

  /* The words of the page, with values put in for {names}. */
  function fill(form, values) {
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  /* Where the reader's part of the window begins, under the bar. */
  function top() {
    const bar = document.querySelector('.bar');
    return bar ? bar.getBoundingClientRect().bottom : 0;
  }

  return { fold, foldWithPlaces, fill, top };
})();
