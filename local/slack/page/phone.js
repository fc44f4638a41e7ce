import { createComposer } from './composer.js';
import { button, el, sync } from './dom.js';
import { createHome } from './home.js';
import { markRead, unseen } from './marks.js';
import { summary } from './message.js';
import { createModal } from './modal.js';
import { APP, avatar, dmOf, fillPeople, isDm, nameOf, userOf } from './people.js';
import { clockTime, dayName, ofTs } from './time.js';
import { createTimeline } from './timeline.js';

/** A phone: locked and dark while nothing rings, else the app's messages under the banners of what has rung. */
export function createPhone(root, ctx, { hold }) {
  const who = el('select', { id: 'phone-of', on: { change: () => hold(who.value) } });
  const label = el('label', { htmlFor: 'phone-of' });
  const others = el('div', { class: 'ringing', aria: { live: 'polite' } });
  const bar = el('div', { class: 'status', aria: { hidden: 'true' } });
  const banners = el('div', { class: 'banners', aria: { live: 'assertive' } });
  const lock = el('div', { class: 'lock' });
  const timeline = createTimeline(ctx, ctx.text.direct);
  const home = createHome(ctx);
  const composer = createComposer(ctx, () => ({ channel: dmOf(ctx.viewer.id), threadTs: null }), {
    small: true,
  });
  const tabs = el('div', { class: 'phone-tabs', aria: { role: 'tablist' } });
  const app = el('div', { class: 'phone-app' }, tabs, timeline.node, home.node, composer.node);
  const screen = el('div', { class: 'screen' }, bar, banners, lock, app);
  const modal = createModal(screen, ctx);
  const frame = el('div', { class: 'frame' }, screen);
  root.append(el('div', { class: 'phone-head' }, label, who), others, frame);
  let shownTab = 'messages';

  const seen = () => {
    for (const { channel } of unseen(ctx.state, ctx.viewer.id)) markRead(ctx.state, ctx.viewer.id, channel);
  };
  app.addEventListener('pointerdown', () => {
    seen();
    queueMicrotask(refresh);
  });
  app.addEventListener('focusin', seen);

  function refresh() {
    const { state, text, viewer } = ctx;
    label.textContent = `📱 ${text.phone}`;
    who.setAttribute('aria-label', text.phoneOf);
    fillPeople(who, state, text, viewer.id);
    const dm = dmOf(viewer.id);
    const rung = unseen(state, viewer.id);
    const quiet = rung.length === 0 && !state.messages.some(({ channel }) => channel === dm);
    frame.classList.toggle('asleep', quiet);
    lock.hidden = !quiet;
    app.hidden = quiet;
    tick();
    sync(banners, rung.slice(-2).reverse().map(banner));
    if (rung.length > 0) buzz(rung.at(-1));
    sync(tabs, ['messages', 'home'].map(tabOf));
    timeline.node.hidden = shownTab !== 'messages';
    composer.node.hidden = shownTab !== 'messages';
    home.node.hidden = shownTab !== 'home';
    if (shownTab === 'home') home.refresh();
    timeline.refresh(dm);
    composer.refresh(text.writeTo);
    modal.refresh();
    sync(others, ringingElsewhere());
  }

  /** What moves with the clock alone. */
  function tick(now = ctx.now()) {
    const { text, viewer } = ctx;
    bar.replaceChildren(
      el('span', {}, clockTime(now)),
      el('span', { class: 'owner' }, viewer.realName),
      el('span', {}, viewer.dnd ? '🔕' : '▂▄▆ 🔋'),
    );
    if (lock.hidden) return;
    lock.replaceChildren(
      el('p', { class: 'day' }, dayName(now, viewer.locale)),
      el('p', { class: 'time' }, clockTime(now)),
      el('p', { class: 'sleep' }, text.asleep),
    );
  }

  function banner(one) {
    const { state, text } = ctx;
    const message = state.messages.find(({ channel, ts }) => channel === one.channel && ts === one.ts);
    const from = isDm(one.channel)
      ? text.direct
      : `#${state.channels.find(({ id }) => id === one.channel)?.name}`;
    return {
      key: `${one.channel}/${one.ts}`,
      version: JSON.stringify([message?.text, text.lang, one.silent]),
      make: () =>
        button(
          [
            avatar(userOf(state, message?.user ?? APP)),
            el(
              'span',
              { class: 'said' },
              el('strong', {}, `${nameOf(state, message?.user ?? APP)} · ${from}`),
              el('span', {}, message ? summary(message, ctx) : ''),
            ),
            el('small', {}, one.silent ? '🔕' : clockTime(ofTs(one.ts))),
          ],
          () => {
            seen();
            refresh();
            timeline.toEnd(true);
          },
          { class: 'banner' },
        ),
    };
  }

  let buzzed = '';
  function buzz({ channel, ts, silent }) {
    if (buzzed === channel + ts || silent) return;
    const first = buzzed === '';
    buzzed = channel + ts;
    if (first && ctx.startedAt > Date.now() - 2_000) return;
    frame.classList.remove('buzz');
    requestAnimationFrame(() => frame.classList.add('buzz'));
  }

  const tabOf = (name) => ({
    key: name,
    version: `${ctx.text.lang}/${shownTab}`,
    make: () =>
      button(
        ctx.text[name],
        () => {
          shownTab = name;
          if (name === 'home') ctx.act({ do: 'open-home', user: ctx.viewer.id });
          refresh();
        },
        { aria: { role: 'tab', selected: String(shownTab === name) }, data: { focus: name } },
      ),
  });

  /** Somebody else's phone rings while this one is held. */
  function ringingElsewhere() {
    const { state, viewer, text } = ctx;
    const ids = [...new Set(state.notifications.filter(({ silent }) => !silent).map(({ user }) => user))];
    return ids
      .filter(
        (id) =>
          id !== viewer.id && id !== ctx.asker() && unseen(state, id).some(({ channel }) => isDm(channel)),
      )
      .slice(-2)
      .map((id) => ({
        key: id,
        version: text.lang,
        make: () =>
          button([avatar(userOf(state, id), 'tiny'), ` ${text.ringing(nameOf(state, id))}`], () => hold(id)),
      }));
  }

  return {
    refresh,
    tick,
    isWriting: () => root.contains(document.activeElement) && composer.field.value !== '',
  };
}
