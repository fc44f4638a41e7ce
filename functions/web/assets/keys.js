// `/` goes to the search, `j` and `k` to the next and the one before; enter opens, as it does on any link. In a list
// whose rows can be changed `x` picks the row and `e` opens its form; `?` shows what the keys do.
const rows = () => [...document.querySelectorAll('[data-row]')];

function step(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
  all[next].focus();
  all[next].scrollIntoView({ block: 'nearest' });
}

const inRow = (what) => document.activeElement?.closest('li')?.querySelector(what);

function edit() {
  const form = inRow('[data-edit]');
  if (!form) return;
  form.open = true;
  form.querySelector('input:not([type="hidden"])')?.focus();
}

function help() {
  const keys = document.querySelector('.keys');
  if (!keys) return;
  keys.classList.add('shown');
  keys.tabIndex = -1;
  keys.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
  const typing =
    event.target instanceof Element && event.target.matches('input:not([type="checkbox"]), textarea, select');
  if (typing) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === 'x') inRow('[data-pick]')?.click();
  else if (event.key === 'e') {
    event.preventDefault();
    edit();
  } else if (event.key === '?') help();
  else if (event.key === '/') {
    const search = document.querySelector('[data-search]') ?? document.querySelector('[data-finder]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  }
});
