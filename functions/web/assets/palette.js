// Ctrl-K or ⌘-K from anywhere: pages, actions, incidents and what a search finds, by the keyboard alone. The server says
// what there is; here it is only shown. Without this file the header's search leads to the same.
const dialog = document.getElementById('palette');
const input = dialog?.querySelector('input');
const list = dialog?.querySelector('[role="listbox"]');
const status = dialog?.querySelector('[role="status"]');
const WAIT_MS = 120;
let asked = null;
let timer = 0;

const options = () => [...list.querySelectorAll('[role="option"]')];

/** The one that Enter opens. */
function choose(option) {
  for (const one of options()) one.setAttribute('aria-selected', String(one === option));
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
  option?.scrollIntoView({ block: 'nearest' });
}

function step(by) {
  const all = options();
  if (all.length === 0) return;
  const at = all.findIndex((one) => one.getAttribute('aria-selected') === 'true');
  choose(all[(at + by + all.length) % all.length]);
}

function piece(tag, text, role) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (role) node.setAttribute('role', role);
  return node;
}

function draw(groups) {
  let count = 0;
  list.replaceChildren(
    ...groups.map(({ title, items }) => {
      const group = piece('div', '', 'group');
      group.setAttribute('aria-label', title);
      const head = piece('p', title);
      head.setAttribute('aria-hidden', 'true');
      const rows = items.map(({ label, note, to }) => {
        const row = piece('div', '', 'option');
        row.id = `palette-${count}`;
        count += 1;
        row.dataset.to = to;
        row.append(piece('span', label), ' ', piece('small', note));
        return row;
      });
      group.append(head, ...rows);
      return group;
    }),
  );
  input.setAttribute('aria-expanded', String(count > 0));
  status.textContent = dialog.dataset.count.replace('{n}', String(count));
  choose(options()[0]);
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const answer = await fetch(`/palette?${new URLSearchParams({ q: input.value.trim() })}`, { signal });
    if (!answer.ok) throw new Error(String(answer.status));
    draw((await answer.json()).groups);
  } catch {
    if (signal.aborted) return;
    draw([]);
    status.textContent = dialog.dataset.failed;
  }
}

/** Only ever to a place of our own: whatever the answer says. */
function go(option) {
  const to = option?.dataset.to;
  if (to?.startsWith('/') && !to.startsWith('//')) location.assign(to);
}

function open() {
  input.value = '';
  list.replaceChildren();
  dialog.showModal();
  ask();
}

if (dialog) {
  document.addEventListener('keydown', (event) => {
    if (
      event.key.toLowerCase() !== 'k' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener('keydown', (event) => {
    // While a word is being converted, Enter and the arrows belong to the input method.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      // A search field would only be emptied.
      event.preventDefault();
      dialog.close();
    } else if (event.key === 'Enter') {
      const chosen = list.querySelector('[aria-selected="true"]');
      if (!chosen) return;
      event.preventDefault();
      go(chosen);
    }
  });
  list.addEventListener('click', (event) => go(event.target.closest('[role="option"]')));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  for (const hint of document.querySelectorAll('[data-palette-key]')) {
    hint.textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K';
    hint.hidden = false;
  }
}
