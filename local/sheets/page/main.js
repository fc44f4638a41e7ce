import { createEditing } from './editing.js';
import { createGrid } from './grid.js';
import * as server from './server.js';
import { locale, sayError, text } from './text.js';
import { createToolbar, drawTabs, notice } from './toolbar.js';

const POLL_MS = 1_000;
const $ = (id) => document.getElementById(id);
const params = new URLSearchParams(location.search);
const embedded = params.has('embed');

let view = null;
let tabTitle = params.get('tab') ?? '';
let lost = false;
let said = null;

document.documentElement.lang = locale;
document.body.classList.toggle('embed', embedded);
document.title = text.page;
for (const [id, sign, label] of [
  ['undo', '↶', text.undo],
  ['redo', '↷', text.redo],
]) {
  Object.assign($(id), { textContent: sign, title: label });
  $(id).setAttribute('aria-label', label);
}
$('entry').setAttribute('aria-label', text.entry);
$('cell').setAttribute('aria-label', text.entry);
$('documents').setAttribute('aria-label', text.documents);

const grid = createGrid();
const page = { id: () => view?.id ?? params.get('id') ?? '', tab: () => tabTitle, reload };
const toolbar = createToolbar(page);
const editing = createEditing(grid, {
  tabTitle: () => tabTitle,
  locked: () => view === null || view.problem !== null,
  onPick: showUndo,
  async save(edits) {
    $('saved').textContent = text.saving;
    try {
      await server.edit(page.id(), edits);
      const formula = edits.some(({ typed }) => typed.startsWith('=') && typed.length > 1);
      say('edit', formula ? text.formula : null, 'plain');
      await reload();
      $('saved').textContent = text.saved;
    } catch (error) {
      $('saved').textContent = '';
      say('edit', error instanceof server.Refused ? sayError(error) : text.failed);
      throw error;
    }
  },
});
$('undo').addEventListener('click', () => editing.undo());
$('redo').addEventListener('click', () => editing.redo());
$('documents').addEventListener('change', () => {
  params.set('id', $('documents').value);
  params.delete('tab');
  location.search = params.toString();
});

function showUndo() {
  $('undo').disabled = !editing?.canUndo();
  $('redo').disabled = !editing?.canRedo();
}

/** One sentence at a time; a later one of the same kind replaces it, others stay until theirs ends. */
function say(kind, words, style) {
  if (words === null && said !== kind) return;
  said = words === null ? null : kind;
  notice(words, style);
}

function openTab(title) {
  tabTitle = title;
  editing.close();
  show(view);
  grid.pick(0, 0);
  $('sheet').scrollTo(0, 0);
  grid.goToToday();
  editing.refresh();
}

async function rename(from, to) {
  if (to !== from && to !== '') {
    try {
      await server.renameTab(page.id(), from, to);
      tabTitle = to;
      say('edit', null);
    } catch (error) {
      say('edit', sayError(error));
    }
  }
  await reload(tabTitle);
  drawTabs(view.tabs, tabTitle, { onOpen: openTab, onRename: rename });
}

function show(next) {
  const gone = !next.tabs.some((tab) => tab.title === tabTitle);
  if (gone) tabTitle = next.tabs[0]?.title ?? '';
  const before = view;
  view = next;
  $('title').textContent = next.title;
  $('documents').hidden = next.documents.length < 2 || embedded;
  $('documents').replaceChildren(
    ...next.documents.map((id) => new Option(id, id, id === next.id, id === next.id)),
  );
  toolbar.showFault(next.fault);
  say('file', next.problem === null ? null : text.broken(next.problem));
  const tab = next.tabs.find(({ title }) => title === tabTitle) ?? { title: '', rows: [], merges: [] };
  grid.show(tab, next.today);
  const key = (of) => JSON.stringify(of?.tabs.map(({ title }) => title));
  // The tabs are drawn anew only when they changed: a name being typed there would be lost.
  if (key(before) !== key(next) || !$('tabs').querySelector('input')) {
    drawTabs(next.tabs, tabTitle, { onOpen: openTab, onRename: rename });
  }
}

async function reload(openTitle) {
  const next = await server.load(page.id());
  if (openTitle !== undefined) tabTitle = openTitle;
  if (next || openTitle !== undefined) show(next ?? view);
  if (!editing.isOpen()) editing.refresh();
  if (lost) {
    lost = false;
    say('lost', null);
  }
}

async function poll() {
  try {
    if (!document.hidden) await reload();
  } catch (error) {
    lost = true;
    say('lost', error instanceof server.Refused ? sayError(error) : text.offline);
  }
  setTimeout(poll, POLL_MS);
}

const ids = await server.list();
if (!ids.includes(params.get('id'))) params.set('id', ids.includes('mobility') ? 'mobility' : (ids[0] ?? ''));
/** A pane that is hidden at first cannot scroll: today is looked for once it has a height. */
function showToday() {
  const seen = new ResizeObserver(() => {
    if ($('sheet').clientHeight === 0) return;
    seen.disconnect();
    grid.goToToday();
    editing.refresh();
  });
  seen.observe($('sheet'));
}
await reload().then(
  () => {
    showToday();
    editing.refresh();
    if (!embedded && matchMedia('(pointer: fine)').matches) $('cell').focus({ preventScroll: true });
  },
  () => {},
);
poll();
