import { attachCompletion } from './completion.js';
import { button, el } from './dom.js';
import { drafts } from './marks.js';
import { toMrkdwn } from './typed.js';

const COMMAND = /^\/([a-z][\w-]*)(?:\s+([\s\S]*))?$/;

/**
 * Where a person writes: Enter sends, Shift+Enter makes a line, an input method's Enter does neither. `where()` gives
 * {channel, threadTs}. What is typed is kept for each person and place, over a reload too.
 */
export function createComposer(ctx, where, { onSent = () => {}, small = false } = {}) {
  const field = el('textarea', { class: 'write', rows: 1, autocomplete: 'off', enterKeyHint: 'send' });
  const send = el('button', { type: 'submit', class: 'button primary send' });
  const box = el('div', { class: 'completing' });
  const form = el(
    'form',
    { class: small ? 'composer small' : 'composer' },
    box,
    field,
    el('div', { class: 'bar' }),
  );
  const completion = attachCompletion(field, box, ctx, () => where().channel);
  const insert = (sign) => () => {
    field.focus();
    const gap = field.value !== '' && !/\s$/.test(field.value) && sign !== '/' ? ' ' : '';
    if (sign === '/') field.value = '/';
    else field.setRangeText(gap + sign, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const at = button('@', insert('@'), { class: 'tool' });
  const slash = button('/', insert('/'), { class: 'tool' });
  form.lastElementChild.append(at, small ? '' : slash, el('span', { class: 'space' }), send);

  const place = () => [ctx.viewer?.id, where().channel, where().threadTs ?? ''].join(':');
  let shown = '';

  function grow() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight + 2, 160)}px`;
    send.disabled = field.value.trim() === '';
  }

  async function submit() {
    const typed = field.value;
    if (typed.trim() === '' || form.dataset.sending) return;
    form.dataset.sending = 'true';
    const { channel, threadTs } = where();
    const user = ctx.viewer.id;
    const command = COMMAND.exec(typed.trim());
    const from = place();
    const done = command
      ? await ctx.act({ do: 'command', user, channel, command: `/${command[1]}`, text: command[2] ?? '' })
      : await ctx.act({
          do: 'say',
          user,
          channel,
          text: toMrkdwn(typed.trim(), ctx.state),
          threadTs: threadTs ?? null,
        });
    delete form.dataset.sending;
    if (!done) return;
    drafts.set(from, '');
    if (place() === from && field.value === typed) field.value = '';
    grow();
    onSent();
  }

  field.addEventListener('input', () => {
    drafts.set(place(), field.value);
    grow();
  });
  field.addEventListener('keydown', (event) => {
    // 229: some input methods end a conversion by an Enter that says nothing of composing.
    if (event.isComposing || event.keyCode === 229 || completion.onKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  return {
    node: form,
    field,
    submit,
    /** Draws for the person and place of now; the text changes only when those do. */
    refresh(placeholder) {
      const { text } = ctx;
      field.placeholder = placeholder;
      field.setAttribute('aria-label', placeholder);
      send.textContent = text.send;
      for (const [node, label] of [
        [at, text.mentionSomebody],
        [slash, text.commandList],
      ])
        Object.assign(node, { title: label, ariaLabel: label });
      if (shown === place()) return;
      shown = place();
      field.value = drafts.get(shown);
      grow();
    },
    write(words) {
      field.value = words;
      drafts.set(place(), words);
      grow();
    },
  };
}
