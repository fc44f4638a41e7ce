import { el, newId } from './dom.js';
import { emoji, emojiNames } from './emoji.js';
import { APP, avatar, humans, userOf } from './people.js';

const LIMIT = 8;
const fits = (query) => (words) => words.some((word) => word?.toLowerCase().includes(query.toLowerCase()));

/** What may stand where the caret is: {from, options: [{insert, label, hint, face?}]}; null for nothing. */
function suggestions(before, ctx, channel) {
  const found = /(?:^|[\s　、。「（])?([@#:])([^\s@#:　]*)$/.exec(before);
  const command = /^\/(\S*)$/.exec(before);
  if (command) return { from: 0, options: commands(command[1], ctx) };
  if (!found) return null;
  const [, sign, query] = found;
  const from = before.length - query.length - 1;
  if (sign === '@') return { from, options: people(query, ctx, channel) };
  if (sign === '#') return { from, options: channels(query, ctx) };
  return query.length < 2 ? null : { from, options: emojis(query) };
}

function people(query, { state, text }, channel) {
  const members = state.channels.find(({ id }) => id === channel)?.members ?? [];
  const app = userOf(state, APP);
  const inside = (user) => (members.includes(user.id) ? 0 : 1);
  const all = [...(app ? [app] : []), ...humans(state).sort((a, b) => inside(a) - inside(b))];
  const groups = (state.userGroups ?? []).map(({ handle, name }) => ({
    insert: `@${handle} `,
    label: `@${handle}`,
    hint: name,
  }));
  const users = all
    .filter((user) => fits(query)([user.realName, user.handle, user.title]))
    .map((user) => ({
      insert: `@${user.realName} `,
      label: user.realName,
      hint: user.title ?? `@${user.handle}`,
      face: user,
    }));
  const everyone = ['channel', 'here'].map((word) => ({
    insert: `@${word} `,
    label: `@${word}`,
    hint: text.everyoneHere,
  }));
  return [...users, ...[...groups, ...everyone].filter((one) => fits(query)([one.label, one.hint]))];
}

const channels = (query, { state, viewer }) =>
  state.channels
    .filter((one) => (!one.private || one.members.includes(viewer.id)) && fits(query)([one.name]))
    .map(({ name, topic }) => ({ insert: `#${name} `, label: `#${name}`, hint: topic ?? '' }));

const emojis = (query) =>
  emojiNames
    .filter((name) => name.startsWith(query.toLowerCase()))
    .map((name) => ({ insert: `:${name}: `, label: `${emoji(name)} :${name}:`, hint: '' }));

function commands(query, { state, text }) {
  const known =
    state.commands ??
    Object.entries(text.commands).map(([command, description]) => ({ command, description }));
  return known
    .filter(({ command }) => command.startsWith(`/${query.toLowerCase()}`))
    .map(({ command, description, hint }) => ({
      insert: `${command} `,
      label: command,
      hint: [hint, description].filter(Boolean).join(' · '),
    }));
}

/** A list above a text field while a name, channel, emoji or command is being written. `onKey` true: it took the key. */
export function attachCompletion(field, box, ctx, channel) {
  const id = newId('list');
  const list = el('ul', {
    class: 'completion',
    id,
    hidden: true,
    aria: { role: 'listbox', label: ctx.text.candidates },
  });
  box.append(list);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', id);
  let shown = null;
  let at = 0;

  function close() {
    shown = null;
    list.hidden = true;
    field.removeAttribute('aria-activedescendant');
  }

  function take(option) {
    const caret = field.selectionStart;
    field.setRangeText(option.insert, shown.from, caret, 'end');
    close();
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }

  function draw() {
    list.hidden = false;
    list.replaceChildren(
      ...shown.options.map((option, i) =>
        el(
          'li',
          {
            id: `${id}-${i}`,
            class: i === at ? 'chosen' : '',
            aria: { role: 'option', selected: String(i === at) },
            on: {
              pointerdown: (event) => {
                event.preventDefault();
                take(option);
              },
            },
          },
          option.face && avatar(option.face, 'small'),
          el('strong', {}, option.label),
          el('small', {}, option.hint),
        ),
      ),
    );
    field.setAttribute('aria-activedescendant', `${id}-${at}`);
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  function refresh() {
    const found = suggestions(field.value.slice(0, field.selectionStart), ctx, channel());
    const whole =
      found?.options.length === 1 &&
      found.options[0].insert.trim() === field.value.slice(found.from, field.selectionStart);
    if (!found || found.options.length === 0 || whole) return close();
    shown = { ...found, options: found.options.slice(0, LIMIT) };
    at = 0;
    return draw();
  }

  field.addEventListener('input', refresh);
  field.addEventListener('blur', close);
  return {
    onKey(event) {
      if (!shown) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        at = (at + step + shown.options.length) % shown.options.length;
        draw();
      } else if (event.key === 'Enter' || event.key === 'Tab') take(shown.options[at]);
      else if (event.key === 'Escape') close();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
