import { button, el } from './dom.js';
import { textOf } from './mrkdwn.js';

let closeOpen = null;

/** A menu beneath a button: arrows move, Escape closes and gives the focus back. Items: {label, run, danger?}. */
export function openMenu(anchor, items, { className = '' } = {}) {
  closeOpen?.();
  const menu = el('div', { class: `menu ${className}`, aria: { role: 'menu' } });
  const close = (refocus) => {
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    closeOpen = null;
    if (refocus) anchor.focus({ preventScroll: true });
  };
  const outside = (event) => menu.contains(event.target) || close(false);
  for (const { label, run, danger, title } of items) {
    const item = button(label, () => {
      close(true);
      run();
    });
    item.setAttribute('role', 'menuitem');
    if (title) Object.assign(item, { title });
    if (danger) item.classList.add('danger');
    menu.append(item);
  }
  menu.addEventListener('keydown', (event) => {
    const all = [...menu.children];
    const at = all.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) all[(at + step + all.length) % all.length].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  place(menu, anchor);
  menu.firstElementChild?.focus({ preventScroll: true });
  document.addEventListener('pointerdown', outside, true);
  closeOpen = () => close(false);
}

/** Within the window, below the anchor where there is room, else above. */
function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = at.bottom + height + 8 < innerHeight;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - height - 4)}px`;
}

/** Asks a confirmation object's question; true at once where there is none. */
export function confirmed(confirm, ctx) {
  if (!confirm) return Promise.resolve(true);
  return ask({
    title: textOf(confirm.title, ctx),
    words: textOf(confirm.text, ctx),
    yes: confirm.confirm?.text ?? ctx.text.submit,
    no: confirm.deny?.text ?? ctx.text.cancel,
    danger: confirm.style === 'danger',
  });
}

export function ask({ title, words, yes, no, danger }) {
  return new Promise((resolve) => {
    const dialog = el('dialog', { class: 'ask' });
    const end = (answer) => () => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    dialog.append(
      title ? el('h2', {}, title) : '',
      el('div', {}, words),
      el(
        'div',
        { class: 'ends' },
        button(no, end(false), { class: 'button' }),
        button(yes, end(true), { class: `button ${danger ? 'danger' : 'primary'}` }),
      ),
    );
    dialog.addEventListener('cancel', end(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}

let hide = null;
/** One sentence at the foot of the page, read out, gone after a while. */
export function toast(words) {
  const box = document.getElementById('toast');
  box.textContent = words;
  box.hidden = words === '';
  clearTimeout(hide);
  hide = setTimeout(() => {
    box.hidden = true;
  }, 6_000);
}
