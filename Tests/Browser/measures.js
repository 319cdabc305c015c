// What the tests measure inside a page. Every function returns a list of sentences, one for each fault, or a count.
globalThis.measures = (() => {
  const seen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const shown = text => text.replace(/\s+/g, ' ').trim().slice(0, 60);
  const place = element => `<${element.tagName.toLowerCase()}${element.id ? '#' + element.id : ''}${
    element.getAttribute('class') ? '.' + element.getAttribute('class').split(' ').join('.') : ''}> ${
    shown(element.textContent)}`;
  const sheets = {};

  // Replaces the style rules that a test has added under a name; no text removes them.
  function style(name, text) {
    sheets[name] ??= new CSSStyleSheet();
    sheets[name].replaceSync(text);
    if (!document.adoptedStyleSheets.includes(sheets[name])) document.adoptedStyleSheets.push(sheets[name]);
  }

  // Charts: the box of each text in the drawing's own units.
  function labels(svg) {
    const toDrawing = svg.getScreenCTM().inverse();
    return [...svg.querySelectorAll('text')].filter(seen).map(text => {
      const box = text.getBBox(), matrix = toDrawing.multiply(text.getScreenCTM());
      const corners = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) =>
        new DOMPoint(box.x + x * box.width, box.y + y * box.height).matrixTransform(matrix));
      const xs = corners.map(p => p.x), ys = corners.map(p => p.y);
      return { text: text.textContent, size: parseFloat(getComputedStyle(text).fontSize), left: Math.min(...xs),
        right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    }).filter(box => box.right > box.left);
  }

  // The faults of one drawing. A text's box holds the font's empty space above and below its letters: 0.15 of its size.
  function chartFaults(svg) {
    const frame = svg.viewBox.baseVal, faults = [], boxes = labels(svg);
    const name = svg.getAttribute('aria-labelledby')?.split(' ')[0] ?? '';
    boxes.forEach((a, i) => {
      const space = .15 * a.size;
      if (a.left < frame.x - .5 || a.right > frame.x + frame.width + .5 || a.top + space < frame.y - .5
          || a.bottom - space > frame.y + frame.height + .5) faults.push(`${name}: cut: ${shown(a.text)}`);
      boxes.slice(i + 1).forEach(b => {
        const spare = .15 * Math.min(a.size, b.size);
        if (a.left + .5 < b.right && b.left + .5 < a.right && a.top + spare < b.bottom && b.top + spare < a.bottom)
          faults.push(`${name}: ${shown(a.text)} × ${shown(b.text)}`);
      });
    });
    return faults;
  }

  const charts = () => [...document.querySelectorAll('svg.chart')].filter(seen);
  function chartLabels() {
    return charts().flatMap(chartFaults);
  }
  const counts = () => [charts().length, charts().reduce((sum, svg) => sum + svg.querySelectorAll('text').length, 0)];

  // Text on the page: the boxes of its lines, for each text node that is seen.
  function lines() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest('svg, script, style, template') || !seen(parent)) continue;
      if (aside(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
      found.push(...boxes.map(box => ({ node, parent, box })));
    }
    return found;
  }

  // Text for screen readers only, and the skip link before it is reached, are out of sight on purpose.
  function aside(element) {
    for (let e = element; e && e !== document.body; e = e.parentElement) {
      const css = getComputedStyle(e);
      if (css.clipPath.startsWith('inset(50%') || (e.clientWidth <= 1 && css.overflow === 'hidden')) return true;
      if (css.position === 'absolute' && e.getBoundingClientRect().bottom + scrollY < 0) return true;
    }
    return false;
  }

  // Two elements with text of every sort: alike are those with the same name and class, inside the same ones.
  function alike() {
    const sorts = new Map();
    for (const e of document.body.querySelectorAll('*')) {
      if (![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) continue;
      if (e instanceof SVGElement && !e.matches('text, tspan')) continue;
      let sort = '';
      for (let a = e, depth = 0; a && depth < 6; a = a.parentElement, depth++)
        sort += `${a.localName}.${a.getAttribute('class')}>`;
      const some = sorts.get(sort) ?? [];
      if (some.length < 2 && seen(e)) sorts.set(sort, [...some, e]);
    }
    return [...sorts.values()].flat();
  }

  // Text that is cut off by a box that does not scroll.
  function cut() {
    const faults = new Set();
    for (const { parent, box } of lines()) {
      for (let e = parent; e && e !== document.documentElement; e = e.parentElement) {
        const css = getComputedStyle(e), clip = e.getBoundingClientRect();
        const scrolls = /auto|scroll/;
        if (scrolls.test(css.overflowX) && scrolls.test(css.overflowY)) break;
        const across = /hidden|clip/.test(css.overflowX), down = /hidden|clip/.test(css.overflowY);
        if ((across && (box.left < clip.left - 1 || box.right > clip.right + 1))
            || (down && (box.top < clip.top - 4 || box.bottom > clip.bottom + 4))) {
          faults.add(`cut: ${place(parent)}`);
        }
        if (scrolls.test(css.overflowX)) break;
      }
    }
    return [...faults];
  }

  // The part of a line that is seen through the boxes around it that scroll.
  function throughScrolls({ node, parent, box }) {
    let { left, right, top, bottom } = box;
    for (let e = parent; e && e !== document.body; e = e.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(e).overflowX)) continue;
      const clip = e.getBoundingClientRect();
      [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
      [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
    }
    return { node, parent, box: { left, right, top, bottom, height: bottom - top, width: right - left } };
  }

  // Lines of different texts that lie over each other by more than the space above and below their letters.
  function overlaps() {
    const faults = new Set(), all = lines().map(throughScrolls)
      .filter(({ box }) => box.width > 1 && box.height > 1).sort((a, b) => a.box.top - b.box.top);
    all.forEach((a, i) => {
      const spare = Math.max(2, .2 * a.box.height);
      for (let j = i + 1; j < all.length && all[j].box.top < a.box.bottom - spare; j++) {
        const b = all[j];
        if (a.node !== b.node && a.box.left + 2 < b.box.right && b.box.left + 2 < a.box.right
            && b.box.bottom > a.box.top + spare && stays(a.parent) === stays(b.parent)) {
          faults.add(`overlap: ${place(a.parent)} × ${place(b.parent)}`);
        }
      }
    });
    return [...faults];
  }

  // Headings of rows and columns that stay in sight lie over what is scrolled under them; that is no fault.
  const stays = element => {
    for (let e = element; e; e = e.parentElement) if (getComputedStyle(e).position === 'sticky') return true;
    return false;
  };

  function sideways() {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(e => seen(e)
      && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, svg'));
    return [`scrolls ${over} px sideways: ${wide.slice(-1).map(place)}`];
  }

  // Everything the tab key stops at, in the order of the document.
  function stops() {
    const all = 'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';
    return [...document.querySelectorAll(all)].filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden'
      && !e.closest('[inert]') && (seen(e) || e.matches('.skip')));
  }

  // The order of tabbing is the order of reading: down the page and along the line, or to the top of a next column.
  function order() {
    document.querySelectorAll('.scroll').forEach(e => e.scrollTo(0, 0));
    const faults = [], all = stops().filter(e => !e.matches('.skip'));
    for (const e of all) if (e.tabIndex > 0) faults.push(`tabindex above 0: ${place(e)}`);
    all.slice(1).forEach((b, i) => {
      const a = all[i], from = [...a.getClientRects()].at(-1), to = b.getClientRects()[0];
      if (!from || !to || a.contains(b)) return;
      const [one, other] = columns(a, b), beside = one.right <= other.left + 1;
      const up = to.bottom <= from.top + 1, same = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top)
        > .5 * Math.min(from.height, to.height);
      if ((up && !beside) || (same && to.right <= from.left + 1))
        faults.push(`tab goes back: ${place(a)} → ${place(b)}`);
    });
    return faults;
  }

  // The boxes of the two parts of the page that part two elements from each other.
  function columns(a, b) {
    const above = new Set();
    for (let e = a; e; e = e.parentElement) above.add(e);
    let other = b, one = a;
    while (!above.has(other.parentElement)) other = other.parentElement;
    while (one.parentElement !== other.parentElement) one = one.parentElement;
    return [one.getBoundingClientRect(), other.getBoundingClientRect()];
  }

  function chartStops() {
    return [...document.querySelectorAll('svg.chart')].filter(svg =>
      stops().filter(e => e === svg || svg.contains(e)).length > 1).map(svg => `more than one stop: ${place(svg)}`);
  }

  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = colour => channels(colour).slice(0, 3).map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  function contrast(one, other) {
    const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  }
  function background(element) {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if ((channels(colour)[3] ?? 1) > .5) return colour;
    }
    return 'rgb(255, 255, 255)';
  }

  // Every stop shows that it has focus: an outline of at least 2 px and 3:1, inside what is seen, covered by nothing.
  // The tab key must have been pressed before, or the browser shows no focus.
  function focus() {
    const faults = [];
    for (const e of stops()) {
      e.focus();
      if (document.activeElement !== e) { faults.push(`takes no focus: ${place(e)}`); continue; }
      const css = getComputedStyle(e), behind = background(e.parentElement);
      if (css.outlineStyle === 'none' || parseFloat(css.outlineWidth) < 2) faults.push(`no outline: ${place(e)}`);
      else if (contrast(css.outlineColor, behind) < 3) faults.push(`faint outline: ${place(e)}`);
      if (e.matches('.skip')) e.getAnimations().forEach(animation => animation.finish());
      const box = e.getClientRects()[0];
      if (!box || box.bottom <= 0 || box.top >= innerHeight) { faults.push(`out of sight: ${place(e)}`); continue; }
      const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
      const hit = document.elementFromPoint(x, y);
      if (hit && !e.contains(hit) && !hit.contains(e)) faults.push(`covered: ${place(e)} by ${place(hit)}`);
    }
    return faults;
  }

  // Tables: every one has rows that are seen once its fold is opened, and headings for its columns or rows.
  function tables() {
    document.querySelectorAll('details').forEach(e => { e.open = true; });
    return [...document.querySelectorAll('table')].flatMap(table => {
      const cells = [...table.querySelectorAll('td')], box = table.getBoundingClientRect();
      if (!box.width || !box.height || table.closest('[hidden]')) return [`not seen: ${place(table)}`];
      return cells.length && !table.querySelector('th') ? [`no headings: ${place(table)}`] : [];
    });
  }

  // Without scripts: nothing that a reader is meant to have is hidden, and nothing that needs a script is shown.
  function unusable() {
    const dead = [...document.querySelectorAll('main button, main input:not([type=hidden]), main select')].filter(e =>
      seen(e) && !e.closest('form[action]'));
    const gone = [...document.querySelectorAll('main table, main p, main ul, main figure')].filter(e =>
      e.closest('[hidden]') && !e.closest('[data-script], template') && e.textContent.trim());
    return [...dead.map(e => `does nothing: ${place(e)}`), ...gone.map(e => `hidden for ever: ${place(e)}`)];
  }

  const active = () => place(document.activeElement);

  return { active, alike, chartLabels, chartStops, counts, cut, focus, order, overlaps, sideways, style, tables,
    unusable, stops: () => stops().map(place) };
})();
