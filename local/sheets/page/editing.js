const $ = (id) => document.getElementById(id);

/**
 * Typing into cells, as in any spreadsheet: type over, Enter and Tab, F2, Escape, Delete, paste, undo. The input lies
 * over the picked cell at all times, unseen, so that an input method for Japanese can start in it.
 * `save(edits)` resolves when they are on disk and throws otherwise.
 */
export function createEditing(grid, { tabTitle, save, locked, onPick }) {
  const input = $('cell');
  const entry = $('entry');
  const done = [];
  const undone = [];
  let open = false;
  let caretMode = false;

  function place() {
    const { top, left, width, height } = grid.place();
    Object.assign(input.style, {
      top: `${top}px`,
      left: `${left}px`,
      width: `${Math.max(width, open ? 120 : 0)}px`,
      height: `${height}px`,
    });
  }

  function refresh() {
    const { row, column } = grid.picked();
    if (document.activeElement !== entry) entry.value = open ? input.value : grid.typedAt(row, column);
    $('address').value = grid.address();
    place();
    onPick();
  }

  function close() {
    open = false;
    caretMode = false;
    input.value = '';
    input.classList.remove('open');
    refresh();
  }

  function begin(value, withCaret) {
    if (locked()) return;
    open = true;
    caretMode = withCaret;
    input.value = value;
    input.classList.add('open');
    input.focus({ preventScroll: true });
    place();
    if (withCaret) input.setSelectionRange(value.length, value.length);
  }

  /** Saves edits; when that fails the cell is open again with what was typed. */
  async function apply(edits, { remember = done, forget = true } = {}) {
    const tab = tabTitle();
    const before = edits.map(({ row, column }) => ({ tab, row, column, typed: grid.typedAt(row, column) }));
    const changed = edits.some(({ typed }, i) => typed !== before[i].typed);
    if (!changed) return true;
    if (forget) undone.length = 0;
    grid.setPending(edits);
    try {
      await save(edits.map((edit) => ({ tab, ...edit })));
      remember.push(before);
      return true;
    } catch {
      const [first] = edits;
      if (edits.length === 1) {
        grid.pick(first.row, first.column);
        begin(first.typed, true);
      }
      return false;
    } finally {
      grid.setPending([]);
      refresh();
    }
  }

  function commit(rows, columns) {
    const { row, column } = grid.picked();
    const typed = input.value;
    close();
    grid.step(rows, columns);
    refresh();
    return apply([{ row, column, typed }]);
  }

  async function travel(from, to) {
    const edits = from.pop();
    if (!edits || locked()) return;
    if (edits[0].tab !== tabTitle()) return;
    grid.pick(edits[0].row, edits[0].column);
    grid.reveal();
    await apply(edits, { remember: to, forget: false });
  }

  function move(rows, columns) {
    if (open) commit(rows, columns);
    else {
      grid.step(rows, columns);
      refresh();
    }
  }

  const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  function onKey(event) {
    if (event.isComposing) return;
    const shortcut = event.ctrlKey || event.metaKey;
    const key = event.key;
    /** The grid takes the key; the browser must not scroll or leave the cell. */
    const take = (act) => {
      event.preventDefault();
      act();
    };
    const edit = () => begin(grid.typedAt(grid.picked().row, grid.picked().column), true);
    if (shortcut && !open && ['y', 'z'].includes(key.toLowerCase())) {
      const again = event.shiftKey || key.toLowerCase() === 'y';
      return take(() => (again ? travel(undone, done) : travel(done, undone)));
    }
    if (shortcut || event.altKey) return undefined;
    if (key === 'Tab') return take(() => move(0, event.shiftKey ? -1 : 1));
    if (key === 'Enter') return take(() => (open ? commit(event.shiftKey ? -1 : 1, 0) : edit()));
    if (key === 'Escape') return take(close);
    if (key === 'F2') return take(edit);
    if (ARROWS[key] && !caretMode) return take(() => move(...ARROWS[key]));
    if ((key === 'Delete' || key === 'Backspace') && !open) {
      return take(() => locked() || apply([{ ...grid.picked(), typed: '' }]));
    }
    if (key === 'PageDown' || key === 'PageUp') return take(() => move(key === 'PageDown' ? 15 : -15, 0));
    return undefined;
  }

  input.addEventListener('keydown', onKey);
  input.addEventListener('input', () => {
    if (!open && locked()) input.value = '';
    else if (!open) begin(input.value, false);
    entry.value = input.value;
  });
  input.addEventListener('compositionstart', () => open || begin('', false));
  input.addEventListener('copy', (event) => {
    if (open) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.typedAt(grid.picked().row, grid.picked().column));
  });
  input.addEventListener('paste', (event) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (open || locked()) return;
    event.preventDefault();
    const { row, column } = grid.picked();
    const rows = pasted
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    apply(rows.flatMap((line, i) => line.map((typed, j) => ({ row: row + i, column: column + j, typed }))));
  });
  input.addEventListener('blur', () => open && document.activeElement !== entry && commit(0, 0));

  entry.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      entry.value = grid.typedAt(grid.picked().row, grid.picked().column);
      input.focus({ preventScroll: true });
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const { row, column } = grid.picked();
      const typed = entry.value;
      if (matchMedia('(pointer: fine)').matches) input.focus({ preventScroll: true });
      else entry.blur();
      apply([{ row, column, typed }]);
    }
  });
  // Leaving the line above the sheet keeps what was typed there, as leaving a cell does.
  entry.addEventListener('change', () => {
    const { row, column } = grid.picked();
    if (!locked()) apply([{ row, column, typed: entry.value }]);
  });

  $('cells').addEventListener('pointerdown', (event) => {
    const at = event.target.dataset?.at;
    if (!at) return;
    if (document.activeElement === entry) entry.blur();
    if (open) commit(0, 0);
    const [row, column] = at.split(',').map(Number);
    const again = grid.picked().row === row && grid.picked().column === column;
    grid.pick(row, column);
    refresh();
    if (event.pointerType === 'mouse') {
      event.preventDefault();
      input.focus({ preventScroll: true });
      if (event.detail > 1 || (again && event.timeStamp - lastPress < 400))
        begin(grid.typedAt(row, column), true);
    }
    lastPress = event.timeStamp;
    touched = again && event.pointerType !== 'mouse' ? at : null;
  });
  let lastPress = 0;
  let touched = null;
  // A phone opens its keyboard only on purpose: the second tap on the same cell.
  $('cells').addEventListener('click', (event) => {
    const at = event.target.dataset?.at;
    if (touched === null || touched !== at) return;
    const [row, column] = at.split(',').map(Number);
    begin(grid.typedAt(row, column), true);
  });

  return {
    refresh,
    close,
    isOpen: () => open || document.activeElement === entry,
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    undo: () => travel(done, undone),
    redo: () => travel(undone, done),
  };
}
