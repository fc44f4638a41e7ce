import { text } from './text.js';

const ROW = 28;
const HEAD = 24;
const GUTTER = 44;
const SPARE = { rows: 20, columns: 3 };

const $ = (id) => document.getElementById(id);
const sheet = $('sheet');

export function letters(index) {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Draws the part of a tab that can be seen. Every text goes in as text, never as markup. */
export function createGrid() {
  let tab = { title: '', rows: [], merges: [] };
  let today = '';
  let lefts = [0];
  let picked = { row: 0, column: 0 };
  let pending = new Map();

  const cellAt = (row, column) => tab.rows[row]?.[column] ?? null;
  const mergeAt = (row, column) =>
    tab.merges.find(
      (m) => row >= m.row && row < m.row + m.rows && column >= m.column && column < m.column + m.columns,
    );
  const rowCount = () => Math.max(tab.rows.length + SPARE.rows, picked.row + SPARE.rows, 40);
  const columnCount = () => lefts.length - 1;
  /** The first row stays in sight, as teams freeze it. */
  const frozen = () => tab.rows.length > 1 && !tab.merges.some((m) => m.row === 0);
  const isToday = (row) => today !== '' && (tab.rows[row] ?? []).some((cell) => cell?.date === today);

  /** Wide signs count double; a column is as wide as its longest usual content. */
  function measure() {
    const width = Math.max(6, ...tab.rows.map((row) => row.length)) + SPARE.columns;
    const count = Math.max(width, picked.column + 2);
    const widest = new Array(count).fill(72);
    for (const row of tab.rows.slice(0, 500)) {
      row.forEach((cell, column) => {
        if (!cell) return;
        const signs = [...cell.shown].reduce((sum, sign) => sum + (sign > '\u2000' ? 14 : 8), 0);
        widest[column] = Math.max(widest[column], Math.min(signs + 16, 220));
      });
    }
    lefts = [0];
    for (const one of widest) lefts.push(lefts.at(-1) + one);
  }

  function box(row, column) {
    const merge = mergeAt(row, column);
    const [r, c] = merge ? [merge.row, merge.column] : [row, column];
    const [rows, columns] = merge ? [merge.rows, merge.columns] : [1, 1];
    const right = lefts[Math.min(c + columns, lefts.length - 1)];
    return {
      row: r,
      column: c,
      top: HEAD + r * ROW,
      left: GUTTER + lefts[c],
      width: right - lefts[c],
      height: rows * ROW,
    };
  }

  function classes(row, column, cell) {
    const names = [];
    if (row === 0 && tab.rows.length > 1) names.push('head');
    if (isToday(row)) names.push('today');
    if (cell) names.push(cell.kind);
    const day = cell?.date ? new Date(`${cell.date}T00:00Z`).getUTCDay() : -1;
    if (day === 6) names.push('saturday');
    if (day === 0) names.push('sunday');
    if (pending.has(`${row},${column}`)) names.push('pending');
    if (row === picked.row && column === picked.column) names.push('picked');
    return names;
  }

  function drawCell(row, column) {
    const { top, left, width, height } = box(row, column);
    const cell = cellAt(row, column);
    const element = document.createElement('div');
    element.textContent = pending.get(`${row},${column}`) ?? cell?.shown ?? '';
    element.className = classes(row, column, cell).join(' ');
    if (height > ROW || mergeAt(row, column)) element.classList.add('merged');
    element.setAttribute('role', 'gridcell');
    element.setAttribute('aria-label', `${letters(column)}${row + 1} ${element.textContent}`);
    element.dataset.at = `${row},${column}`;
    if (cell && cell.shown.length > 12) element.title = cell.shown;
    Object.assign(element.style, {
      top: `${top - HEAD}px`,
      left: `${left}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
    return element;
  }

  function label(words, style, marked, hint) {
    const element = document.createElement('div');
    element.textContent = words;
    if (marked) element.classList.add('picked');
    if (hint) element.title = hint;
    Object.assign(element.style, style);
    return element;
  }

  function visible() {
    const first = Math.max(0, Math.floor(sheet.scrollTop / ROW) - 5);
    const last = Math.min(rowCount(), Math.ceil((sheet.scrollTop + sheet.clientHeight) / ROW) + 5);
    const from = sheet.scrollLeft - 200;
    const to = sheet.scrollLeft + sheet.clientWidth + 200;
    const columns = [...Array(columnCount()).keys()].filter((c) => lefts[c + 1] >= from && lefts[c] <= to);
    return { first, last, columns };
  }

  function draw() {
    const { first, last, columns } = visible();
    const width = GUTTER + lefts.at(-1);
    Object.assign($('canvas').style, { width: `${width}px`, height: `${HEAD + rowCount() * ROW}px` });
    const corner = label('', { left: '0', top: '0', width: `${GUTTER}px`, height: `${HEAD}px` });
    $('columns').replaceChildren(
      corner,
      ...columns.map((c) => {
        const style = {
          left: `${GUTTER + lefts[c]}px`,
          top: '0',
          width: `${lefts[c + 1] - lefts[c]}px`,
          height: `${HEAD}px`,
        };
        return label(letters(c), style, c === picked.column);
      }),
    );
    const cells = [];
    const lines = [];
    if (frozen()) {
      const style = { top: `${sheet.scrollTop}px`, zIndex: 1 };
      lines.push(label('1', style, picked.row === 0));
    }
    const drawn = new Set();
    for (let row = frozen() ? Math.max(1, first) : first; row < last; row++) {
      const now = isToday(row);
      const line = label(
        now ? `▶${row + 1}` : String(row + 1),
        { top: `${row * ROW}px` },
        row === picked.row,
        now ? text.today : '',
      );
      if (now) line.classList.add('today');
      lines.push(line);
      for (const column of columns) {
        const at = box(row, column);
        if (drawn.has(`${at.row},${at.column}`)) continue;
        drawn.add(`${at.row},${at.column}`);
        cells.push(drawCell(at.row, at.column));
      }
    }
    $('lines').replaceChildren(...lines);
    const head = document.createElement('header');
    head.id = 'frozen';
    if (frozen()) head.append(...columns.map((column) => drawCell(0, column)));
    $('cells').style.height = `${rowCount() * ROW}px`;
    $('cells').replaceChildren(head, ...cells);
  }

  let asked = false;
  sheet.addEventListener('scroll', () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  });
  new ResizeObserver(draw).observe(sheet);

  return {
    show(next, date) {
      tab = next;
      today = date;
      measure();
      draw();
    },
    pick(row, column) {
      const at = box(Math.max(0, row), Math.max(0, column));
      picked = { row: at.row, column: at.column };
      if (picked.column >= columnCount() - 1) measure();
      if (picked.row === 0) sheet.scrollTop = 0;
      draw();
    },
    /** From one cell to the next, over a merged range as a whole. */
    step(rows, columns) {
      const merge = mergeAt(picked.row, picked.column);
      const row = picked.row + (rows > 0 && merge ? merge.rows : rows);
      const column = picked.column + (columns > 0 && merge ? merge.columns : columns);
      this.pick(row, column);
      this.reveal();
    },
    reveal() {
      const { top, left, width, height } = box(picked.row, picked.column);
      const above = top - HEAD - (frozen() ? ROW : 0);
      if (above < sheet.scrollTop) sheet.scrollTop = Math.max(0, above);
      if (top + height > sheet.scrollTop + sheet.clientHeight)
        sheet.scrollTop = top + height - sheet.clientHeight;
      if (left - GUTTER < sheet.scrollLeft) sheet.scrollLeft = left - GUTTER;
      if (left + width > sheet.scrollLeft + sheet.clientWidth)
        sheet.scrollLeft = left + width - sheet.clientWidth;
    },
    /** Picks today's row, a little below the top. */
    goToToday() {
      const row = tab.rows.findIndex((_row, i) => isToday(i));
      if (row < 0) return;
      this.pick(row, Math.min(2, Math.max(0, (tab.rows[row]?.length ?? 1) - 1)));
      sheet.scrollTop = Math.max(0, (row - 2) * ROW);
    },
    setPending(edits) {
      pending = new Map(edits.map(({ row, column, typed }) => [`${row},${column}`, typed]));
      draw();
    },
    place: () => box(picked.row, picked.column),
    picked: () => picked,
    cellAt,
    typedAt: (row, column) => cellAt(row, column)?.typed ?? '',
    address: () => `${letters(picked.column)}${picked.row + 1}`,
  };
}
