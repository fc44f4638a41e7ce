import { createChat } from './chat.js';
import { createEvents } from './events.js';
import { tab } from './marks.js';
import { APP, humans, userOf } from './people.js';
import { createPhone } from './phone.js';
import { toast } from './popover.js';
import { control, load, loadScene } from './server.js';
import { createStrip } from './strip.js';
import { createTabs } from './tabs.js';
import { textFor } from './text.js';

const POLL_MS = 500;
const SCENE_MS = 2_000;
const HIDDEN_MS = 3_000;
const $ = (id) => document.getElementById(id);
const params = new URLSearchParams(location.search);

let state = null;
let ahead = 0;
let lost = false;
let latestRing = '';
let scene = { rota: [], onDuty: [] };

/** What a pane draws for one person; the same object all along, so that what was wired once sees the present. */
const pane = () => ({
  state: null,
  viewer: null,
  text: textFor('ja'),
  editing: null,
  startedAt: Date.now(),
  now: () => Date.now() + ahead,
  say: toast,
  act,
  asker: () => chatCtx.viewer.id,
});
const chatCtx = pane();
const phoneCtx = pane();

async function act(command) {
  try {
    const answer = await control(command, command.sheetFault ? '/scene/sheet-fault' : '/control');
    await refresh();
    return answer;
  } catch (error) {
    const { text } = chatCtx;
    toast(error instanceof TypeError ? text.failed : text.refused(error.message));
    return null;
  }
}

function become(id) {
  tab.set('me', id);
  params.set('as', id);
  history.replaceState(null, '', `?${params}`);
  draw();
}

function hold(id) {
  tab.set('phone', id);
  draw();
}

const ringKey = ({ user, channel, ts }) => `${user}/${channel}/${ts}`;
const ringsOf = ({ notifications }) =>
  notifications.filter(({ user, silent }) => !silent && user !== chatCtx.viewer?.id);

/** The phone shown is the one that rang last, unless somebody is writing on another. */
function followRing() {
  const ring = ringsOf(state)
    .filter(({ channel }) => channel.startsWith('D'))
    .at(-1);
  if (!ring || ringKey(ring) === latestRing) return;
  const first = latestRing === '';
  latestRing = ringKey(ring);
  if ((first && tab.get('phone') !== '') || phone.isWriting()) return;
  tab.set('phone', ring.user);
}

const someone = (...ids) =>
  ids.map((id) => userOf(state, id)).find((user) => user && user.kind !== 'bot' && !user.deactivated);

function draw() {
  const people = humans(state);
  chatCtx.viewer = someone(params.get('as'), tab.get('me'), 'U0CS') ?? people[0];
  followRing();
  phoneCtx.viewer = someone(tab.get('phone'), ...scene.onDuty, 'U0ARAI') ?? people[0];
  for (const ctx of [chatCtx, phoneCtx])
    Object.assign(ctx, { state: { ...state, ...scene }, text: textFor(ctx.viewer.locale) });
  const { text } = chatCtx;
  document.documentElement.lang = text.lang;
  document.title = text.page;
  showSheet(text);
  chat.refresh();
  phone.refresh();
  strip.refresh();
  events.refresh();
  tabs.refresh();
}

function showSheet(text) {
  const frame = $('sheet-frame');
  $('sheet').setAttribute('aria-label', text.sheet);
  $('no-sheet').textContent = text.noSheet;
  $('no-sheet').hidden = Boolean(state.sheetsUrl);
  frame.hidden = !state.sheetsUrl;
  const address = `${state.sheetsUrl}/?embed=1&lang=${text.lang}`;
  frame.title = text.sheet;
  if (state.sheetsUrl && frame.src !== address) frame.src = address;
}

async function refresh() {
  const { state: next, now } = await load();
  if (now) ahead = now - Date.now();
  if (lost) toast('');
  lost = false;
  if (!next) return;
  state = next;
  draw();
}

async function poll() {
  try {
    await refresh();
  } catch (error) {
    if (!(error instanceof TypeError)) console.error(error);
    if (!lost) toast(chatCtx.text.lost);
    lost = true;
  }
  setTimeout(poll, document.hidden ? HIDDEN_MS : POLL_MS);
}

/** The page may be opened before the server: it waits and says so. */
async function firstState() {
  for (;;) {
    try {
      return await load();
    } catch {
      toast(chatCtx.text.lost);
      await new Promise((resolve) => setTimeout(resolve, 2 * POLL_MS));
    }
  }
}

const first = await firstState();
scene = await loadScene().catch(() => scene);
toast('');
state = first.state;
ahead = (first.now || state.now) - Date.now();
chatCtx.state = phoneCtx.state = state;
chatCtx.viewer = phoneCtx.viewer = userOf(state, APP);
const chat = createChat($('chat'), chatCtx, { become });
const phone = createPhone($('phone'), phoneCtx, { hold });
const strip = createStrip($('strip'), chatCtx);
const events = createEvents($('events'), chatCtx);
const tabs = createTabs($('tabs'), chatCtx, phoneCtx);
draw();
setInterval(() => {
  strip.tick();
  phone.tick();
}, 1_000);
document.addEventListener('visibilitychange', () => document.hidden || draw());
poll();
setInterval(async () => {
  if (document.hidden) return;
  const next = await loadScene().catch(() => scene);
  if (JSON.stringify(next) === JSON.stringify(scene)) return;
  scene = next;
  draw();
}, SCENE_MS);
