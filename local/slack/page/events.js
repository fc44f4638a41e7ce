import { el, sync } from './dom.js';

const SHOWN = 40;

/** What Slack sent the app and how it answered, newest first. */
export function createEvents(root, ctx) {
  const title = el('h2', {});
  const list = el('ol');
  const log = el('div', { class: 'log', tabIndex: 0, aria: { role: 'log' } }, list);
  root.append(title, log);

  function refresh() {
    const { state, text } = ctx;
    const total = state.deliveries ?? state.events.length;
    title.textContent = text.events;
    log.setAttribute('aria-label', text.events);
    const items = state.events.map((event, i) => ({
      key: String(event.id ?? total - state.events.length + i),
      version: `${text.lang}/${event.status}`,
      make: () => line(event),
    }));
    const none = { key: 'none', version: text.lang, make: () => el('li', { class: 'empty' }, text.noEvents) };
    sync(list, items.length > 0 ? items.slice(-SHOWN).reverse() : [none]);
  }

  function line({ type, status, retry }) {
    const { text } = ctx;
    const good = status >= 200 && status < 300;
    return el(
      'li',
      { class: 'fresh' },
      el('code', {}, type),
      retry > 0 && el('small', {}, text.retry(retry)),
      el(
        'span',
        { class: good ? 'answer good' : 'answer bad' },
        `${good ? '✓' : '✗'} ${status || text.noAnswer}`,
      ),
    );
  }

  return { refresh };
}
