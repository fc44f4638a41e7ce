// Checks and draws anew what is being written, a moment after the last stroke; without it the button does the same.
const QUIET_MS = 500;

const form = document.querySelector('[data-editor]');
const field = form.elements.namedItem('source');
const caret = document.getElementById('caret');
const trouble = document.getElementById('not-current');
let drawn = field.value;
let asked = 0;
let timer = 0;
let leaving = false;

function say(text) {
  trouble.hidden = text === '';
  trouble.textContent = text;
}

async function check() {
  if (field.value === drawn) return;
  asked += 1;
  const [mine, source] = [asked, field.value];
  const body = new FormData(form);
  body.set('do', 'check');
  try {
    const response = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // Answers may overtake each other: only that to the latest question counts.
    if (mine !== asked) return;
    for (const old of document.querySelectorAll('[data-preview][id]')) {
      const fresh = page.getElementById(old.id);
      if (fresh) old.replaceWith(document.importNode(fresh, true));
    }
    drawn = source;
    say('');
  } catch {
    if (mine === asked) say(trouble.dataset.text ?? '');
  }
}

function place() {
  const before = field.value.slice(0, field.selectionStart).split('\n');
  caret.textContent = form.dataset.place
    .replace('{line}', String(before.length))
    .replace('{column}', String(before.at(-1).length + 1));
}

/** Selects a line and brings it into sight. */
function goTo(line, column) {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  field.focus();
  field.setSelectionRange(start + column - 1, start + (lines[line - 1]?.length ?? 0));
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 4) * height);
  place();
}

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(check, QUIET_MS);
});
document.addEventListener('selectionchange', () => {
  if (document.activeElement === field) place();
});
form.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-line]') : null;
  if (!link) return;
  event.preventDefault();
  goTo(Number(link.dataset.line), Number(link.dataset.column));
});
// The key that saves everywhere else.
form.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key !== 's' || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector('button[value="save"]'));
});
form.addEventListener('submit', () => {
  leaving = true;
});
addEventListener('beforeunload', (event) => {
  if (!leaving && (field.value !== field.defaultValue || 'unsaved' in form.dataset)) event.preventDefault();
});
