import { button, el, sync } from './dom.js';
import { tab } from './marks.js';
import { APP, isDm, nameOf, userOf } from './people.js';

/** What to try next, from what has been done: call, acknowledge, change the rota and call again. Then it is gone. */
export function stepOf(state) {
  const calls = state.messages.filter(
    ({ user, text, channel }) =>
      !isDm(channel) && userOf(state, user)?.kind !== 'bot' && text.includes(`<@${APP}>`),
  );
  const last = calls.at(-1);
  if (!last) return { name: 'call' };
  const rung = state.notifications.filter(({ channel }) => isDm(channel)).map(({ user }) => user);
  const marked = (name) => last.reactions.some((one) => one.name === name && one.user === APP);
  if (!marked('white_check_mark')) return rung.length > 0 ? { name: 'answer', who: rung.at(-1) } : null;
  return calls.length === 1 ? { name: 'again' } : null;
}

export function createGuide(ctx, { send }) {
  const node = el('aside', { class: 'guide', hidden: true, aria: { live: 'polite' } });

  function refresh() {
    const { state, text } = ctx;
    const step = stepOf(state);
    node.hidden = step === null || tab.get('guide') === 'closed';
    if (node.hidden) return;
    const narrow = matchMedia('(max-width: 999px)').matches;
    sync(node, [
      {
        key: 'step',
        version: JSON.stringify([step, text.lang, narrow]),
        make: () => draw(step, narrow),
      },
    ]);
  }

  function draw(step, narrow) {
    const { state, text } = ctx;
    const words = {
      call: () => text.guide.call,
      answer: () => (narrow ? text.guide.answerTab : text.guide.answer)(nameOf(state, step.who)),
      again: () => text.guide.again,
    };
    const close = () => {
      tab.set('guide', 'closed');
      refresh();
    };
    return el(
      'div',
      { class: 'hint-row' },
      el(
        'span',
        { class: 'step', aria: { hidden: 'true' } },
        { call: '1', answer: '2', again: '3' }[step.name],
      ),
      el(
        'div',
        { class: 'words' },
        el(
          'p',
          {},
          el('strong', {}, `${step.name === 'call' ? text.guide.first : text.guide.next}: `),
          words[step.name](),
        ),
        step.name === 'call' && el('p', { class: 'example' }, text.example),
      ),
      step.name === 'call' &&
        button(text.guide.callDo, () => send(text.example), { class: 'button primary' }),
      button('×', close, { class: 'tool', aria: { label: text.guide.dismiss } }),
    );
  }

  return { node, refresh };
}
