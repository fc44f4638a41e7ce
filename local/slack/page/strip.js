import { button, el, sync } from './dom.js';
import { openMenu } from './popover.js';
import { clockSeconds, dayShort } from './time.js';

const slack = (kind, times, method) => [{ do: 'fault', method, kind, times }];
const sheet = (kind) => [{ sheetFault: true, kind }];
const FAULTS = {
  down: slack('500', 8, '*'),
  ratelimited: slack('429', 3, 'chat.postMessage'),
  lost: slack('lost', 1, 'chat.postMessage'),
  sheet503: sheet('unavailable'),
  sheet403: sheet('not-shared'),
  sheet429: sheet('rate-limited'),
  heal: [{ do: 'clear-faults' }, ...sheet(null)],
};

/** The line at the top: the business clock and what moves it, and what can be broken. */
export function createStrip(root, ctx) {
  const clock = el('time', { class: 'clock', aria: { role: 'timer' } });
  const moves = el('div', { class: 'moves' });
  const faults = button('', () => openMenu(faults, menu()), {
    class: 'button faults',
    aria: { haspopup: 'menu' },
  });
  root.append(
    el(
      'strong',
      { class: 'brand' },
      el('span', { class: 'avatar app small', aria: { hidden: 'true' } }, '当'),
      el('span', { class: 'word' }, 'Toban'),
    ),
    el('span', { class: 'space' }),
    clock,
    moves,
    faults,
  );

  const menu = () =>
    Object.entries(ctx.text.faultMenu).map(([name, label]) => ({
      label: name === 'heal' ? `💚 ${label}` : `💥 ${label}`,
      async run() {
        for (const command of FAULTS[name]) if (!(await ctx.act(command))) return;
        ctx.say(name === 'heal' ? ctx.text.healed : ctx.text.faultDone(label));
      },
    }));

  async function advance(duration) {
    moves.inert = true;
    root.classList.add('travelling');
    ctx.say(ctx.text.travelling);
    await ctx.act({ do: 'advance', duration });
    ctx.say('');
    moves.inert = false;
    root.classList.remove('travelling');
  }

  function refresh() {
    const { text } = ctx;
    faults.replaceChildren('💥', el('span', { class: 'wide' }, ` ${text.faults}`));
    faults.setAttribute('aria-label', text.faults);
    sync(
      moves,
      Object.entries(text.ahead).map(([duration, label]) => ({
        key: duration,
        version: label,
        make: () => button(label, () => advance(duration), { class: 'button', data: { focus: duration } }),
      })),
    );
    tick();
  }

  function tick() {
    const now = ctx.now();
    clock.dateTime = new Date(now).toISOString();
    clock.title = ctx.text.clock;
    clock.replaceChildren(
      el('span', { class: 'wide' }, `${dayShort(now, ctx.viewer.locale)} `),
      el('b', {}, clockSeconds(now)),
      el('span', { class: 'wide' }, ' JST'),
    );
  }

  return { refresh, tick };
}
