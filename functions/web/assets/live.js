// Keeps the parts marked `data-live` current: the same page again, which answers 304 while nothing has changed.
const EVERY_MS = 5_000;
const SLOWEST_MS = 60_000;

const parts = () => [...document.querySelectorAll('[data-live][id]')];
const stale = document.getElementById('stale');
let etag = null;
let wait = EVERY_MS;
let timer = 0;

function say(text) {
  if (!stale) return;
  stale.hidden = text === '';
  stale.textContent = text;
}

/** What the reader is on stays what they are on, and what they unfolded unfolded, also when it was drawn anew. */
function replace(old, fresh) {
  for (const { id } of old.querySelectorAll('details[id][open]'))
    fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
  if (old.outerHTML === fresh.outerHTML) return;
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  if (held?.matches('input, textarea, select')) return;
  const mark = held?.id
    ? `#${CSS.escape(held.id)}`
    : held?.getAttribute('href')
      ? `[href="${CSS.escape(held.getAttribute('href'))}"]`
      : null;
  const node = document.importNode(fresh, true);
  old.replaceWith(node);
  if (mark) node.querySelector(mark)?.focus({ preventScroll: true });
}

const changed = (field) =>
  field.matches('select')
    ? [...field.options].some((one) => one.selected !== one.defaultSelected)
    : field.matches('[type=checkbox]')
      ? field.checked !== field.defaultChecked
      : field.type !== 'hidden' && field.value !== field.defaultValue;

/** Somebody is in one of its fields, has filled one in, or sent it and was refused: not to be drawn anew beneath them. */
const held = (item) =>
  item.matches('[data-hold]') ||
  [...item.querySelectorAll('input, textarea, select')].some(
    (field) => field === document.activeElement || changed(field),
  );

/** A list whose items come and go by themselves: what is typed in one outlives the news in the others. */
function replaceEach(old, fresh) {
  const child = (list, { id }) => [...list.children].find((one) => one.id === id);
  for (const item of [...old.children]) {
    if (child(fresh, item)) continue;
    if (held(item)) item.querySelector('[data-gone]')?.removeAttribute('hidden');
    else item.remove();
  }
  // Nothing moves under somebody who types: what is new comes after what they are on.
  let last = [...old.children].findLast((item) => !child(fresh, item)) ?? null;
  for (const wanted of fresh.children) {
    const there = child(old, wanted);
    if (there && !held(there)) replace(there, wanted);
    if (!there) {
      const node = document.importNode(wanted, true);
      if (last) last.after(node);
      else old.prepend(node);
    }
    last = child(old, wanted);
  }
}

async function look() {
  try {
    const headers = etag ? { 'if-none-match': etag } : {};
    const response = await fetch(location.href, { headers, cache: 'no-store', redirect: 'manual' });
    if (response.status === 200) {
      etag = response.headers.get('etag');
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      for (const old of parts()) {
        const fresh = page.getElementById(old.id);
        if (fresh && old.dataset.live === 'each') replaceEach(old, fresh);
        else if (fresh) replace(old, fresh);
      }
    } else if (response.status !== 304) throw new Error(String(response.status));
    wait = EVERY_MS;
    say('');
  } catch {
    // Somebody may read an old page for a current one: say so, and ask less and less often.
    wait = Math.min(SLOWEST_MS, wait * 2);
    say(stale?.dataset.text ?? '');
  }
  plan();
}

function plan() {
  clearTimeout(timer);
  if (!document.hidden && parts().length > 0) timer = setTimeout(look, wait);
}

document.addEventListener('visibilitychange', () => (document.hidden ? plan() : look()));
plan();
