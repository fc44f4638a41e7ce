import * as server from './server.js';
import { sayError, text } from './text.js';

const $ = (id) => document.getElementById(id);

/** A sentence above the sheet, with buttons where there is something to choose. `kind`: `error` or `plain`. */
export function notice(words, kind = 'error', choices = []) {
  const box = $('notice');
  box.hidden = words === null;
  box.className = kind;
  if (words === null) return;
  const sentence = document.createElement('span');
  sentence.textContent = words;
  const buttons = choices.map(([label, act]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    return button;
  });
  box.replaceChildren(sentence, ...buttons);
}

/** The line of tools; `page` has `id()`, `tab()`, `reload()`. */
export function createToolbar(page) {
  $('fault-text').textContent = text.fault;
  $('fault').title = text.fault;
  $('fault').append(...Object.entries(text.faults).map(([kind, label]) => new Option(label, kind)));
  $('fault').addEventListener('change', async () => {
    const kind = $('fault').value;
    await server.setFault(page.id(), kind === 'none' ? null : kind).catch((error) => notice(sayError(error)));
    await page.reload();
  });

  $('import').textContent = text.import;
  $('import').addEventListener('click', () => $('file').click());
  $('file').addEventListener('change', () => {
    const [file] = $('file').files;
    if (!file) return;
    const fresh = file.name.replace(/\.csv$/i, '').slice(0, 100) || 'CSV';
    const into = (tab) => async () => {
      notice(null);
      try {
        await server.importCsv(page.id(), tab, file);
        await page.reload(tab);
      } catch (error) {
        notice(sayError(error));
      }
    };
    const choices = [[text.importHere(page.tab()), into(page.tab())]];
    if (fresh !== page.tab()) choices.push([text.importNew(fresh), into(fresh)]);
    notice(text.importAsk(file.name), 'plain', [...choices, [text.cancel, () => notice(null)]]);
    $('file').value = '';
  });

  return {
    showFault(kind) {
      if (document.activeElement !== $('fault')) $('fault').value = kind ?? 'none';
      $('fault-label').classList.toggle('on', kind !== null);
    },
  };
}

/** The tabs below the sheet; the open one can be renamed in place. */
export function drawTabs(tabs, current, { onOpen, onRename }) {
  const buttons = tabs.flatMap(({ title }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.setAttribute('aria-selected', String(title === current));
    button.addEventListener('click', () => onOpen(title));
    if (title !== current) return [button];
    const rename = document.createElement('button');
    rename.type = 'button';
    rename.className = 'rename';
    rename.textContent = '✎';
    rename.title = text.rename;
    rename.setAttribute('aria-label', text.rename);
    const start = () => renameInPlace(button, rename, title, onRename);
    rename.addEventListener('click', start);
    button.addEventListener('dblclick', start);
    return [button, rename];
  });
  $('tabs').replaceChildren(...buttons);
}

function renameInPlace(button, pencil, title, onRename) {
  const input = document.createElement('input');
  input.value = title;
  input.maxLength = 100;
  input.setAttribute('aria-label', text.rename);
  button.replaceWith(input);
  pencil.remove();
  input.select();
  let over = false;
  const finish = (to) => {
    if (over) return;
    over = true;
    onRename(title, to);
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') finish(input.value.trim());
    if (event.key === 'Escape') finish(title);
  });
  input.addEventListener('blur', () => finish(input.value.trim()));
}
