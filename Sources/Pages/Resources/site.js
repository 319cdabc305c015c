// Makes easier what works without it: finding, sorting, reading values off a chart with the arrow keys.
(() => {
  'use strict';
  const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);
  const language = document.documentElement.lang;

  // Letters as they are looked for: å and aa, ø, ö and oe, æ, ä and ae are the same, case and accents do not matter.
  const folded = text => text.toLowerCase().replace(/aa/g, 'å').replace(/oe|ö/g, 'ø').replace(/ae|ä/g, 'æ')
    .normalize('NFC').replace(/[éèêë]/g, 'e').replace(/[üû]/g, 'u').replace(/[^a-z0-9æøå]+/g, ' ').trim();
  // The endings that Danish and Norwegian nouns and verbs take; what is left is at least three letters.
  const endings = language === 'en' ? /(ings|ing|ies|es|ed|s|y)$/
    : /(ernes|erne|enes|ene|ers|ens|ets|ede|ende|er|en|et|es|te|s|e)$/;
  const stem = word => {
    const short = word.replace(endings, '');
    return short.length >= 3 ? short : word;
  };

  each('form.search', form => {
    const box = form.querySelector('input'), told = form.querySelector('.result');
    const items = [...document.querySelectorAll('.found li')].map(item => ({
      item, words: folded(item.textContent + ' ' + (item.dataset.words || '')).split(' ').map(w => [w, stem(w)]),
    }));
    const show = () => {
      const asked = folded(box.value).split(' ').filter(Boolean);
      let count = 0;
      for (const { item, words } of items) {
        const fits = asked.every(a => words.some(([w, s]) => w.includes(a) || s === stem(a)));
        item.hidden = !fits;
        if (fits) count += 1;
      }
      each('.find section', part => { part.hidden = !part.querySelector('li:not([hidden])'); });
      told.textContent = !asked.length ? '' : count ? told.dataset.found.replace('{count}', count) : told.dataset.none;
    };
    form.hidden = false;
    form.addEventListener('submit', event => event.preventDefault());
    box.addEventListener('input', show);
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) { box.value = asked; show(); }
  });

  // Sorting: a button in each heading; a third press gives the organisation's own order back.
  const order = new Intl.Collator(language, { numeric: true });
  const number = text => {
    const found = text.replace(/[\s\u00a0\u202f]/g, '').match(/^[−-]?[\d.,]+/);
    if (!found) return null;
    const plain = language === 'en' ? found[0].replace(/,/g, '') : found[0].replace(/\./g, '').replace(',', '.');
    return parseFloat(plain.replace('−', '-'));
  };
  each('table[data-sort]', table => {
    const body = table.tBodies[0], first = [...body.rows];
    const label = table.dataset.sort;
    [...table.tHead.rows[0].cells].forEach((head, place) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.setAttribute('aria-label', label.replace('{column}', (head.querySelector('a') || head).textContent));
      head.append(button);
      button.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        const next = now === 'descending' ? 'ascending' : now === 'ascending' ? null : 'descending';
        each('[aria-sort]', other => other.removeAttribute('aria-sort'), table);
        const fixed = first.filter(row => row.classList.contains('total'));
        let rows = first.filter(row => !row.classList.contains('total'));
        if (next) {
          head.setAttribute('aria-sort', next);
          const sign = next === 'ascending' ? 1 : -1;
          const cells = rows.map(row => [row, row.cells[place].textContent]);
          const isNumber = head.classList.contains('num');
          cells.sort(([, a], [, b]) => {
            if (!isNumber) return -sign * order.compare(a, b);
            const [x, y] = [number(a), number(b)];
            if (x === null || y === null) return (x === null) - (y === null);
            return sign * (x - y);
          });
          rows = cells.map(([row]) => row);
        }
        body.append(...fixed, ...rows);
      });
    });
  });

  // A chart: its values in words as the pointer or the arrow keys move along it.
  each('svg.chart', chart => {
    const marks = [...chart.querySelectorAll('.hit rect')];
    const figure = chart.closest('figure');
    if (!marks.length || !figure) return;
    const told = document.createElement('p');
    told.className = 'told';
    told.setAttribute('role', 'status');
    let place = -1;
    const tell = next => {
      marks.forEach((mark, index) => mark.classList.toggle('at', index === next));
      place = next;
      const title = next < 0 ? '' : marks[next].querySelector('title').textContent;
      told.textContent = title.split('\n').join(' · ');
    };
    chart.parentElement.append(told);
    chart.setAttribute('tabindex', '0');
    chart.addEventListener('keydown', event => {
      const last = marks.length - 1;
      const step = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: last };
      if (event.key === 'Escape') tell(-1);
      if (!(event.key in step)) return;
      event.preventDefault();
      tell(Math.max(0, Math.min(last, place < 0 && event.key !== 'Home' ? (event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 0 : last) : step[event.key])));
    });
    chart.addEventListener('blur', () => tell(-1));
    chart.addEventListener('pointerover', event => {
      const index = marks.indexOf(event.target);
      if (index >= 0) tell(index);
    });
    chart.addEventListener('pointerleave', () => { if (document.activeElement !== chart) tell(-1); });
    // Pointing at the name of a series leaves it alone in the chart.
    each('.t', name => {
      const role = [...name.classList].find(c => c.startsWith('r-'));
      const own = role && chart.querySelectorAll('path.' + role);
      if (!own || !own.length || ['r-ink', 'r-muted', 'r-grid', 'r-axis', 'r-paper'].includes(role)) return;
      name.addEventListener('pointerenter', () => {
        chart.classList.add('picked');
        each('path', path => path.classList.toggle('on', path.classList.contains(role)), chart);
      });
      name.addEventListener('pointerleave', () => chart.classList.remove('picked'));
    }, chart);
  });
})();
