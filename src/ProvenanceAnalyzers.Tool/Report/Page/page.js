'use strict';
(() => {
  const report = JSON.parse(document.getElementById('report').textContent);
  const { rows, words, rules } = report;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const number = value => value.toLocaleString('en-US');
  const word = (of, value) => Object.hasOwn(words[of], value) ? words[of][value] : value;
  const person = written => (/([^<>\s]+@[^<>\s]+)[^@]*$/.exec(written)?.[1] ?? written.trim()).toLowerCase();
  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // Each colour has three times the contrast of the paper behind it, in the light and in the dark.
  const colours = {
    light: { human: '#2f6fad', assisted: '#7a52c0', generated: '#b4500b', autonomous: '#a11d3f', unknown: '#6b7280', undeclared: '#8a6d00',
      good: '#1f7a3d', soso: '#8a6d00', bad: '#b3261e', none: '#6b7280', ink: '#1c2127', line: '#c9d0d9', least: '#dbe6f3', most: '#8f2f00' },
    dark: { human: '#6aa9e6', assisted: '#b594f0', generated: '#f08a4b', autonomous: '#ef6b8b', unknown: '#98a2b0', undeclared: '#d0b23c',
      good: '#5cc07c', soso: '#d0b23c', bad: '#f2786f', none: '#98a2b0', ink: '#e8ebef', line: '#434c58', least: '#2b3a4c', most: '#ff9a5c' },
  };
  const reviewColours = { reviewedByTwo: 'good', reviewedByAnother: 'good', reviewedRequesterUnknown: 'human', reviewedDoubted: 'soso',
    stale: 'soso', unreviewed: 'bad', notRequired: 'none' };
  const trainingColours = { allowed: 'good', restricted: 'bad', unverified: 'soso', unknown: 'none' };

  // Charts. One is drawn when it comes into view, or when there is nothing else to do: all at once would keep the list waiting. So would
  // their library, which the browser reads for the first of them.
  const library = () => {
    if (!globalThis.echarts) document.head.append(element('script', document.getElementById('charts').textContent));
    return globalThis.echarts;
  };
  let charts = [];
  let waiting = new Map();
  const theme = () => document.documentElement.dataset.theme;
  const go = filters => {
    const before = location.hash;
    location.hash = `units?${new URLSearchParams(filters)}`;
    if (location.hash === before) fromAddress();
  };
  const drawAt = place => {
    const make = waiting.get(place);
    waiting.delete(place);
    inView.unobserve(place);
    make?.();
  };
  const inView = new IntersectionObserver(
    seen => seen.filter(one => one.isIntersecting).forEach(one => drawAt(one.target)), { rootMargin: '300px' });
  const drawAll = () => [...waiting.keys()].forEach(drawAt);
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  const drawWhenIdle = () => {
    const [next] = waiting.keys();
    if (next) whenIdle(() => { drawAt(next); drawWhenIdle(); });
  };
  const chart = (id, option, label, follow, height) => {
    const place = document.getElementById(id);
    if (!place) return;
    if (height) place.style.height = `${height}px`;
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', label);
    waiting.set(place, () => {
      const made = library().init(place, null, { renderer: 'svg' });
      made.setOption({ animation: false, textStyle: { color: colours[theme()].ink, fontFamily: 'system-ui, sans-serif' }, ...option() });
      if (follow) made.on('click', event => follow(event.data));
      charts.push(made);
    });
    inView.observe(place);
  };
  const bars = (id, data, label, colourOf, follow) => {
    const colour = colours[theme()];
    chart(id, () => ({
      grid: { left: 200, right: 90, top: 4, bottom: 4 },
      xAxis: { type: 'value', show: false },
      yAxis: { type: 'category', inverse: true, data: data.map(one => one.name), axisLine: { lineStyle: { color: colour.line } },
        axisTick: { show: false }, axisLabel: { color: colour.ink, width: 185, overflow: 'break', lineHeight: 14 } },
      tooltip: { trigger: 'item', renderMode: 'richText', formatter: one => `${one.name}: ${number(one.value)}` },
      series: [{ type: 'bar', barMaxWidth: 26, label: { show: true, position: 'right', color: colour.ink, formatter: one => number(one.value) },
        data: data.map(one => ({ ...one, itemStyle: { color: colour[colourOf(one)] } })) }],
    }), `${label}: ${data.map(one => `${one.name} ${number(one.value)}`).join(', ')}`, follow, 20 + 48 * data.length);
  };
  const folderMap = () => {
    const colour = colours[theme()];
    const root = { children: new Map() };
    for (const row of rows.folders) {
      let at = root;
      let path = '';
      for (const name of (row.folder || '(root)').split('/')) {
        path = path ? `${path}/${name}` : name;
        if (!at.children.has(name)) at.children.set(name, { name, path, own: 0, ownAI: 0, children: new Map() });
        at = at.children.get(name);
      }
      at.own += row.lines;
      at.ownAI += row.aiMadeLines;
    }
    const channels = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
    const [least, most] = [channels(colour.least), channels(colour.most)];
    const mixed = share => least.map((from, index) => Math.round(from + (most[index] - from) * share));
    const luminance = of => of.map(one => one / 255).map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
      .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
    const readable = of => luminance(of) > 0.18 ? '#000000' : '#ffffff';
    const node = folder => {
      const children = [...folder.children.values()].map(node);
      if (children.length > 0 && folder.own > 0) {
        children.push(leaf({ name: '(files)', path: folder.path, lines: folder.own, ai: folder.ownAI }));
      }
      const lines = folder.own + [...folder.children.values()].reduce((sum, child) => sum + total(child, 'own'), 0);
      const ai = folder.ownAI + [...folder.children.values()].reduce((sum, child) => sum + total(child, 'ownAI'), 0);
      return { ...leaf({ name: folder.name, path: folder.path, lines, ai }), children: children.length > 0 ? children : undefined };
    };
    const total = (folder, key) => folder[key] + [...folder.children.values()].reduce((sum, child) => sum + total(child, key), 0);
    const leaf = ({ name, path, lines, ai }) => {
      const share = lines === 0 ? 0 : ai / lines;
      return { name, path, ai, value: lines, itemStyle: { color: `rgb(${mixed(share).join(', ')})` }, label: { color: readable(mixed(share)) } };
    };
    const data = [...root.children.values()].map(node);
    return {
      tooltip: { renderMode: 'richText', formatter: one =>
        `${one.data.path ?? ''}\n${number(one.value)} lines, ${number(one.data.ai ?? 0)} by AI` },
      series: [{ type: 'treemap', roam: false, nodeClick: 'zoomToNode', leafDepth: 2, left: 0, right: 0, top: 0, bottom: 34, data,
        breadcrumb: { bottom: 2, left: 'left', itemStyle: { color: colour.least, textStyle: { color: colour.ink } },
          emphasis: { itemStyle: { color: colour.line, textStyle: { color: colour.ink } } } },
        levels: [{ itemStyle: { gapWidth: 3, borderWidth: 0 } },
          { upperLabel: { show: true, height: 22, color: colour.ink }, itemStyle: { gapWidth: 1, borderWidth: 0 } }] }],
    };
  };
  const folders = () => chart('folders-chart', folderMap,
    `Folders by lines: ${rows.folders.slice(0, 5).map(row => `${row.folder || 'the root'} ${number(row.lines)}, of which ${number(row.aiMadeLines)} by AI`).join('; ')}`,
    one => { if (one?.path && !one.children) go({ folder: one.path === '(root)' ? '' : one.path }); });
  const trend = () => {
    const colour = colours[theme()];
    const line = (name, key, tone) => ({ name, type: 'line', data: rows.trend.map(row => row[key]), itemStyle: { color: colour[tone] },
      lineStyle: { color: colour[tone], width: 2 }, endLabel: { show: true, formatter: name, color: colour.ink, minMargin: 8 },
      labelLayout: { moveOverlap: 'shiftY' } });
    chart('trend-chart', () => ({
      grid: { left: 8, right: 120, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: { type: 'category', data: rows.trend.map(row => row.day), axisLabel: { color: colour.ink } },
      yAxis: { type: 'value', axisLabel: { color: colour.ink }, splitLine: { lineStyle: { color: colour.line } } },
      series: [line('AI-made', 'aiMade', 'generated'), line('reviewed', 'reviewed', 'good'), line('not reviewed', 'unreviewed', 'bad'),
        line('stale', 'stale', 'soso')],
    }), `AI-made units by day: ${rows.trend.map(row => `${row.day} ${number(row.aiMade)}, of them ${number(row.reviewed)} reviewed`).join('; ')}`);
  };
  const draw = () => {
    charts.forEach(one => one.dispose());
    charts = [];
    waiting = new Map();
    inView.disconnect();
    bars('origins-chart', rows.origins.map(row => ({ name: word('origin', row.origin), value: row.lines, key: row.origin })),
      'Lines by origin', one => one.key, one => go({ origin: one.key }));
    bars('providers-chart', rows.providers.slice(0, 10).map(row => ({ name: row.provider, value: row.lines })),
      'Lines by provider', () => 'generated', one => go({ provider: one.name }));
    bars('reviews-chart', rows.reviews.map(row => ({ name: word('reviewState', row.state), value: row.units, key: row.state })),
      'AI-made units by their reviews', one => reviewColours[one.key], one => go({ origin: 'ai', state: one.key }));
    const statuses = Map.groupBy(rows.training, row => row.status);
    bars('training-chart', [...statuses].map(([status, of]) =>
      ({ name: word('training', status), value: of.reduce((sum, row) => sum + row.lines, 0), key: status })),
      'Lines by what they may be trained on', one => trainingColours[one.key], one => go({ training: one.key }));
    folders();
    trend();
    if (document.documentElement.dataset.ready) drawWhenIdle();
  };

  // The light and the dark.
  const button = document.getElementById('theme');
  const setTheme = name => {
    document.documentElement.dataset.theme = name;
    document.documentElement.dataset.agThemeMode = name;
    button.setAttribute('aria-pressed', String(name === 'dark'));
    draw();
  };
  button.addEventListener('click', () => setTheme(theme() === 'dark' ? 'light' : 'dark'));

  // Paper is light: while they print, browsers say that the system is, and then that it is dark again.
  let isDark = dark.matches;
  let printed = null;
  dark.addEventListener('change', () => {
    if (printed || dark.matches === isDark) return;
    isDark = dark.matches;
    setTheme(isDark ? 'dark' : 'light');
  });
  setTheme(dark.matches ? 'dark' : 'light');
  const fit = () => charts.forEach(one => one.resize());
  addEventListener('resize', fit);
  matchMedia('print').addEventListener('change', fit);
  addEventListener('beforeprint', () => {
    if (printed) return;
    printed = { theme: theme(), closed: [...document.querySelectorAll('main details:not([open])')] };
    printed.closed.forEach(one => { one.open = true; });
    setTheme('light');
    drawAll();
  });
  addEventListener('afterprint', () => {
    if (!printed) return;
    const before = printed;
    printed = null;
    before.closed.forEach(one => { one.open = false; });
    setTheme(before.theme);
  });

  // The units.
  const unzipped = async id => {
    const text = atob(document.getElementById(id).textContent);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
    return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text());
  };
  const form = document.getElementById('filters');
  const details = document.getElementById('details');
  const waits = {
    review: unit => unit.isUnreviewed || unit.isStale,
    declaration: unit => unit.origin === 'undeclared',
    policy: unit => unit.isViolation,
    contradicted: unit => unit.isContradicted,
    contested: unit => unit.contested,
    suppressed: unit => unit.suppressed || unit.suppressedRules.length > 0,
    anything: unit => waits.review(unit) || waits.declaration(unit) || waits.policy(unit) || waits.contradicted(unit),
  };
  const made = ['assisted', 'generated', 'autonomous'];
  // What is in a column several times is looked at once: there are fifty thousand units.
  let searched = [];
  // Of all scripts the capital letters alone are the same wherever they stand in a word.
  const fold = text => text.toUpperCase();
  const textsOf = column =>
    column.texts ??= column.values.map(value => fold(Array.isArray(value) ? value.join('\n') : String(value ?? '')));
  const found = text => {
    const units = new Uint8Array(listed);
    for (const column of searched) {
      const isIn = textsOf(column).map(one => one.includes(text));
      if (!isIn.includes(true)) continue;
      if (column.at) column.at.forEach((place, index) => { if (isIn[place]) units[index] = 1; });
      else if (isIn.length === listed) isIn.forEach((one, index) => { if (one) units[index] = 1; });
      else units.fill(1);
    }
    return units;
  };
  const search = text => {
    let units;
    return unit => (units ??= found(text))[unit.index] === 1;
  };
  const passes = {
    waits: (unit, what) => Object.hasOwn(waits, what) ? waits[what](unit) : true,
    origin: (unit, origin) => origin === 'ai' ? unit.isAIMade : unit.origin === origin,
    review: (unit, review) => unit.review === review,
    state: (unit, state) => unit.reviewState === state,
    training: (unit, training) => unit.training === training,
    tool: (unit, tool) => tool === '(no tool named)' ? unit.isAIMade && unit.tools.length === 0 : unit.tools.includes(tool),
    project: (unit, project) => unit.project === project,
    repository: (unit, repository) => (unit.repository ?? '') === repository,
    provider: (unit, provider) => provider === '(unknown)' ? unit.isAIMade && unit.providers.length === 0 : unit.providers.includes(provider),
    terms: (unit, terms) => unit.terms === terms,
    reviewer: (unit, reviewer) => reviewer === '(nobody named)' ? unit.signers.includes('')
      : unit.signers.some(one => fold(person(one)) === fold(reviewer)),
    folder: (unit, folder) => unit.folders.includes(folder),
    maker: (unit, maker) => unit.makers.includes(maker),
    rule: (unit, rule) => unit.rules.includes(rule) || unit.suppressedRules.includes(rule),
    policy: (unit, rule) => unit.policy.includes(rule),
  };
  const ofNothingToo = ['folder', 'repository', 'terms'];
  let filters = {};
  let tests = [];
  let grid;
  let units = [];
  let shown = [];
  const count = document.getElementById('count');
  const said = () => {
    const others = Object.entries(filters).filter(([name]) => !form.elements[name]);
    count.textContent = `${number(shown.length)} of ${number(listed)} units${others.length > 0
      ? `, ${others.map(([name, value]) => `${name}: ${name === 'state' ? word('reviewState', value) : value || 'none'}`).join(', ')}` : ''}`;
  };

  // The grid asks for the rows that are in sight, and knows of no others: to tell it of fifty thousand takes longer than to find them.
  let sortedBy = [];
  const sorted = some => {
    if (sortedBy.length === 0) return some;
    const keys = sortedBy.map(({ colId, sort }) => {
      const column = columnDefs.find(one => one.field === colId);
      const none = column.type === 'numericColumn' ? -Infinity : '';
      return { direction: sort === 'desc' ? -1 : 1, of: some.map(unit => column.valueGetter({ data: unit }) ?? none) };
    });
    const compare = (one, other) => {
      for (const { direction, of } of keys) {
        if (of[one] !== of[other]) return of[one] < of[other] ? -direction : direction;
      }
      return one - other;
    };
    return some.map((_, index) => index).sort(compare).map(index => some[index]);
  };
  const datasource = {
    getRows: ({ startRow, endRow, sortModel, successCallback }) => {
      if (JSON.stringify(sortModel) !== JSON.stringify(sortedBy)) {
        sortedBy = sortModel;
        findShown();
      }
      successCallback(shown.slice(startRow, endRow), shown.length);
    },
  };
  const findShown = () => { shown = sorted(units.filter(unit => tests.every(test => test(unit)))); };
  const showAgain = () => {
    const had = shown.length;
    findShown();
    grid.setRowCount(shown.length, true);

    // Where no row was or none is, the grid has done all there is to do.
    if (had > 0 && shown.length > 0) grid.refreshInfiniteCache();
    said();
  };
  const column = (field, headerName, width, of, more = {}) =>
    ({ field, headerName, width, valueGetter: one => one.data && of(one.data), ...more });
  const columnDefs = [
    column('name', 'Unit', 260, unit => unit.name, { pinned: innerWidth < 700 ? null : 'left', tooltipField: 'id' }),
    column('lines', 'Lines', 95, unit => unit.lines, { type: 'numericColumn' }),
    column('origin', 'Origin', 200, unit => word('origin', unit.origin)),
    column('tools', 'Tools', 160, unit => unit.tools.join(', ')),
    column('models', 'Models', 150, unit => unit.models.join(', ')),
    column('review', 'Review', 190, unit => word('review', unit.review)),
    column('reviewers', 'Reviewers', 190, unit => unit.reviewers.join(', ')),
    column('rules', 'Findings', 170, unit => unit.rules.join(', ')),
    column('training', 'Training', 170, unit => word('training', unit.training)),
    column('path', 'Path', 320, unit => unit.startLine ? `${unit.path}:${unit.startLine}` : unit.path),
    column('project', 'Project', 240, unit => unit.project),
    column('kind', 'Kind', 120, unit => unit.kind),
  ];
  const filter = next => {
    filters = Object.fromEntries(Object.entries(next).filter(([name, value]) =>
      (Object.hasOwn(passes, name) || name === 'search') && (value !== '' || ofNothingToo.includes(name))));
    for (const field of form.elements) {
      if (!field.name) continue;
      const value = filters[field.name] ?? '';
      // What is not to be chosen, or not yet, is shown nevertheless, and stays when something else is.
      if (field.options && ![...field.options].some(one => one.value === value)) field.append(element('option', value, { value }));
      field.value = value;
    }
    tests = Object.entries(filters).map(([name, value]) => {
      if (name === 'search') return search(fold(value));
      return unit => passes[name](unit, value);
    });
    if (grid) showAgain();
  };
  const addressAtLoad = location.hash;
  const filtersInAddress = () => {
    const [place, query] = location.hash.slice(1).split('?');
    return place === 'units' || place === '' ? Object.fromEntries(new URLSearchParams(query)) : null;
  };
  const fromAddress = () => {
    const next = filtersInAddress();
    if (!next) return;
    filter(next);
    if (location.hash.includes('?')) {
      const section = document.getElementById('units');
      section.scrollIntoView();
      section.focus({ preventScroll: true });
    }
  };
  const fromForm = () => {
    const others = Object.fromEntries(Object.entries(filters).filter(([name]) => !form.elements[name]));
    filter({ ...others, ...Object.fromEntries(new FormData(form)) });

    // The address says what is shown, and a link to what was shown before leads there again. A browser takes as long for it as for all else
    // that a search is, so that it comes after what was found is seen.
    const before = location.hash;
    const say = () => {
      // Whoever has followed a link meanwhile is there.
      if (location.hash === before) history.replaceState(null, '', `#units?${new URLSearchParams(filters)}`);
    };
    if (grid) requestAnimationFrame(() => setTimeout(say));
    else say();
  };
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('input', fromForm);
  form.addEventListener('reset', event => {
    event.preventDefault();
    history.replaceState(null, '', '#units');
    filter({});
  });
  addEventListener('hashchange', fromAddress);
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#units?"]');
    if (link && link.hash === location.hash) fromAddress();
  });

  const list = (title, of, text) => {
    if (of.length === 0) return [];
    const items = element('ul');
    of.forEach(one => items.append(element('li', text(one))));
    return [element('h4', title), items];
  };
  const joined = parts => parts.filter(part => part !== null && part !== undefined && part !== '' && part !== false).join(', ');
  // The parcels of the details lie behind this script, so that the list need not wait for them.
  const loaded = new Promise(done => addEventListener('DOMContentLoaded', done, { once: true }));
  let asked = 0;
  const show = async unit => {
    const turn = ++asked;
    await loaded;
    const parcel = await unzipped(`parcel-${Math.floor(unit.index / parcelSize)}`);
    if (turn !== asked) return;
    const more = parcel[unit.index % parcelSize];
    const facts = element('dl');
    const fact = (name, value) => {
      if (value !== null && value !== undefined && value !== '') facts.append(element('dt', name), element('dd', String(value)));
    };
    fact('Id', unit.id);
    fact('Project', joined([unit.repository, unit.project]));
    fact('Place', unit.startLine ? `${unit.path}:${unit.startLine}` : unit.path);
    fact('Kind', joined([unit.kind, unit.test && 'of tests', unit.lines ? `${number(unit.lines)} lines` : unit.size === null ? '' : `${number(unit.size)} bytes`]));
    fact('Origin', `${word('origin', unit.origin)}, declared ${word('level', unit.level)}`);
    fact('Declaration', joined([unit.due && `${unit.due} asks for one`, unit.isInBaseline && 'in the baseline', unit.suppressed && 'suppressed', unit.justification]));
    fact('Review', joined([word('review', unit.review), unit.reviewsRequired > 0 && `${unit.reviewsRequired} asked for`]));
    fact('Policy', unit.policy.map(rule => `${rule} ${rules[rule] ?? ''}`).join('; '));
    fact('Training', joined([word('training', unit.training), more.training?.provider, more.training?.document, more.training?.date]));
    fact('Digest', more.digest);
    fact('Target frameworks', more.frameworks.join(', '));
    const close = element('button', 'Close', { type: 'button' });
    close.addEventListener('click', () => {
      details.hidden = true;
      const row = shown.indexOf(unit);
      if (row < 0) {
        form.elements.search.focus();
        return;
      }

      // A cell that is out of sight is not there, and takes no focus.
      grid.ensureIndexVisible(row);
      grid.ensureColumnVisible('name');
      grid.setFocusedCell(row, 'name');
    });
    details.replaceChildren(
      element('h3', unit.name, { id: 'details-title' }), close, facts,
      ...list('Annotations', more.annotations, one => joined([word('origin', one.origin), one.tool, one.provider, one.model,
        one.requestedBy && `requested by ${one.requestedBy}`, one.on, one.reference])),
      ...list('Reviews', more.reviews, one => joined([one.reviewer ?? 'nobody named', one.on, one.valid ? 'counts' : `does not count: ${one.faults.join(', ')}`])),
      ...(more.evidence ? list('History', [more.evidence], one => joined([`${number(one.lines)} lines count`,
        `${number(one.notedLines)} noted as an AI's`, `${number(one.committedLines)} committed by an AI's account`,
        `${number(one.assistedLines)} with an AI's help`, `${number(one.suggestedLines)} in commits that took a suggestion`,
        one.tools.join(' '), one.undeclaredTools.length > 0 && `not declared: ${one.undeclaredTools.join(' ')}`,
        `${one.firstDay} to ${one.lastDay}`])) : []),
      ...list('Findings', more.findings, one => joined([`${one.rule} ${one.message ?? rules[one.rule] ?? ''}`, one.suppressed && 'suppressed', one.justification])),
      ...(more.parts.length > 1 ? list('Parts', more.parts, one => `${one.path}${one.startLine ? `:${one.startLine}-${one.endLine}` : ''}`) : []));
    details.hidden = false;
    details.focus();
    details.scrollIntoView({ block: 'nearest' });
  };
  details.addEventListener('keydown', event => { if (event.key === 'Escape') details.querySelector('button').click(); });

  const options = (name, values) => {
    const field = form.elements[name];
    const there = new Map([...field.options].map(one => [one.value, one]));
    for (const [value, text] of values) {
      if (there.has(value)) there.get(value).textContent = text;
      else field.append(element('option', text, { value }));
    }
  };
  const start = async () => {
    const columns = await unzipped('columns');
    const names = Object.keys(columns);
    // A unit reads its values where they lie: to copy those of fifty thousand takes as long as all else that is done here.
    class Unit {
      constructor(index) { this.index = index; }
    }
    for (const name of names) {
      const { values, at } = columns[name];
      Object.defineProperty(Unit.prototype, name, at ? { get() { return values[at[this.index]]; } }
        : values.length === 1 ? { value: values[0] }
        : { get() { return values[this.index]; } });
    }
    searched = ['name', 'id', 'path', 'project', 'kind', 'tools', 'models', 'providers', 'signers', 'rules', 'suppressedRules', 'policy',
      'repository'].map(name => columns[name]).filter(one => one);
    searched.forEach(textsOf);
    units = Array.from({ length: listed }, (_, index) => new Unit(index));
    options('origin', Object.entries(words.origin));
    options('review', Object.entries(words.review));
    options('training', Object.entries(words.training));
    options('tool', [...new Set((columns.tools?.values ?? []).flat())].sort().map(tool => [tool, tool]));
    options('project', [...new Set(columns.project?.values)].sort().map(project => [project, project]));
    findShown();
    grid = agGrid.createGrid(document.getElementById('grid'), {
      theme: agGrid.themeQuartz.withParams(
        { backgroundColor: '#ffffff', foregroundColor: '#1c2127', headerBackgroundColor: '#f3f5f8', accentColor: '#0b57a4' }, 'light')
        .withParams(
          { backgroundColor: '#14181d', foregroundColor: '#e8ebef', headerBackgroundColor: '#1f252c', accentColor: '#8ec2ff', browserColorScheme: 'dark' }, 'dark'),
      rowModelType: 'infinite',
      datasource,
      // Each sort begins with so many rows, whatever is found: with none the grid would ask for none.
      infiniteInitialRowCount: Math.max(1, listed),
      getRowId: one => String(one.data.index),
      rowBuffer: 2,
      ensureDomOrder: true,
      tabToNextCell: () => false,
      enableCellTextSelection: true,
      defaultColDef: { sortable: true, resizable: true, suppressHeaderMenuButton: true },
      columnDefs,
      onRowClicked: one => { if (one.data) show(one.data); },
      onCellKeyDown: one => { if (one.event.key === 'Enter' && one.data) show(one.data); },
    });
    document.querySelector('#grid [role$="grid"]')?.setAttribute('aria-labelledby', 'units-title');
    said();

    // Whoever has begun to search meanwhile stays where they are.
    if (location.hash === addressAtLoad) fromAddress();

    document.documentElement.dataset.ready = 'true';
    drawWhenIdle();
  };
  // Before the list is there too, so that whoever begins to search meanwhile does not lose what the address says.
  filter(filtersInAddress() ?? {});
  start();
})();
