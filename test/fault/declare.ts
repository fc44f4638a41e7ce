import type { Escalation } from '../../shared/escalation/index.ts';
import { escalationPath } from '../../shared/escalation/records.ts';
import { evolve } from '../../shared/incident/evolve.ts';
import type { Incident, IncidentEvent } from '../../shared/incident/model.ts';
import { plainText } from '../../shared/slack/index.ts';
import { eventsOfRecord, tasksOfRecord } from '../../shared/store/shapes.ts';
import type { Task } from '../../shared/tasks/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { People } from './sim/people.ts';
import { drain } from './sim/play.ts';
import { SimRooms } from './sim/rooms.ts';
import { CHANNEL, TEAM } from './sim/scene.ts';
import { dmOf, type Message } from './sim/slack.ts';
import { World } from './sim/world.ts';

const BY = 'U0ONO';
const GUEST = 'U0ARAI';
const ASKER = 'U0CS';
const WANTED = [BY, GUEST, 'U0LEAD', 'U0KATO'];

const config = parseConfig(`
workspace: { timezone: Asia/Tokyo, locale: ja }
rotas:
  - { id: mobility, spreadsheet: s1, sheet: 当番表, members: メンバー, layout: dates, columns: { primary: 担当 }, fallback: [U0LEAD] }
routes: [{ channel: C0HELP, rota: mobility, triggers: { mention: true }, ladder: [{ to: primary }] }]
incident:
  announce: C0INCIDENTS
  services: [{ id: rental, name: 貸出, rota: mobility }]
  invite: { people: [U0LEAD, ${GUEST}, U0KATO] }
  askForRolesAfter: 12h
  bookmarks: [{ title: 会議, url: 'https://meet.example/x' }]
`);

export interface Declared {
  /** Boundaries that the first life passed, by name. */
  readonly passed: readonly string[];
  /** What does not hold afterwards, in words. Empty: all is well. */
  readonly broken: readonly string[];
}

export interface Scene {
  /** Channels are the administrator's to make. */
  readonly restricted: boolean;
  /** Somebody has called for help, and it is declared from that call. */
  readonly fromCall: boolean;
}

/** Declares one incident by its form, the program being killed at its `kill`-th boundary; never, when that is null. */
export async function playDeclare(kill: number | null, { restricted, fromCall }: Scene): Promise<Declared> {
  const world = new World(1, {
    config,
    rooms: (time) => new SimRooms(time, restricted, [GUEST]),
  });
  const call = fromCall ? await callIn(world) : null;
  if (kill !== null) world.killIn(kill);
  const first = world.life;
  const before = first.passed.length;
  const send = async (): Promise<void> => {
    // Slack says that it did not go through; the form is still there, and is sent again.
    if ((await world.post('/slack/interactivity', form(call))) !== 200) world.later(5_000, send);
  };
  world.later(0, send);
  await world.pass(60_000);
  await drain(world);
  const broken = [...(await faultsOf(world, call)), ...(call ? await callFaults(world, call) : [])];
  await world.store.close();
  return { passed: first.passed.slice(before), broken };
}

/** Support calls, and who is on duty has been called before anything goes wrong. Returns the call's record. */
async function callIn(world: World): Promise<string> {
  const { ts } = new People(world).say(ASKER, '<@U0TOBAN> 返却できません', null, [0]);
  await world.pass(20_000);
  return escalationPath(TEAM, CHANNEL, ts);
}

/** What must hold of the call: it has ended as this incident, whose room its thread names. */
async function callFaults(world: World, path: string): Promise<string[]> {
  const state = (await world.store.get<Escalation>(path))?.data;
  const broken: string[] = [];
  if (state?.status !== 'incident') broken.push(`the call is ${state?.status}`);
  if (state?.incident?.room !== world.rooms?.rooms[0]?.id) broken.push('the call knows no room');
  const cards = world.slack
    .ours()
    .filter(({ channel, threadTs }) => channel === CHANNEL && threadTs === state?.ts);
  if (cards.length !== 1) broken.push(`${cards.length} messages in the call's thread`);
  if (!cards.some((card) => card.text.includes('INC-1'))) broken.push(`its card says: ${cards[0]?.text}`);
  return broken;
}

function form(call: string | null): string {
  const state = {
    values: {
      title: { value: { type: 'plain_text_input', value: '返却できない' } },
      service: chosen('rental'),
    },
  };
  const view = {
    id: 'V1',
    callback_id: 'incident_declare',
    hash: 'h',
    private_metadata: JSON.stringify(call ? { call } : {}),
    state,
  };
  const payload = { type: 'view_submission', team: { id: TEAM }, user: { id: BY, team_id: TEAM }, view };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
const chosen = (value: string) => ({ value: { type: 'static_select', selected_option: { value } } });

async function faultsOf(world: World, call: string | null): Promise<string[]> {
  const wanted = call ? [...WANTED, ASKER] : WANTED;
  const broken: string[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  const incidents = await recordsOf(world);
  expect(incidents.length === 1, `${incidents.length} incidents`);
  const [one] = incidents;
  const made = world.rooms?.rooms ?? [];
  expect(made.length === 1, `${made.length} rooms: ${made.map(({ name }) => name).join()}`);
  const [room] = made;
  if (!one || !room) return [...broken, ...world.log.bugs];
  const { state, events, tasks } = one;
  expect(state.number === 1, `its number is ${state.number}`);
  expect(
    JSON.stringify(events.reduce<Incident | null>(evolve, null)) === JSON.stringify(state),
    'fold(events) ≠ state',
  );
  expect(state.room?.channel === room.id, 'the record knows another room');
  for (const user of wanted) {
    const times = room.joins.filter((joined) => joined === user).length;
    expect(times === 1, `${user} came in ${times} times`);
  }
  expect(
    new Set(events.filter(({ type }) => type === 'joined').map((event) => (event as { user: string }).user))
      .size === wanted.length,
    'not everybody is noted as joined',
  );
  expect(
    room.pins.length === 1 && room.bookmarks.length === 1 + state.calls.length,
    'pin or bookmark is missing or double',
  );
  expect(room.topic.includes('INC-1'), 'the topic is missing');
  expect(
    tasks.every(({ failedAt }) => failedAt === null),
    'something was given up',
  );
  const places = { card: room.id, announce: 'C0INCIDENTS', receipt: dmOf(BY) };
  for (const [key, channel] of Object.entries(places)) {
    const shown = world.slack.ours().filter((one) => one.key === `${state.id}/${key}`);
    expect(shown.length === 1 && shown[0]?.channel === channel, `${shown.length} messages of ${key}`);
  }
  const receipt = world.slack.ours().find(({ key }) => key === `${state.id}/receipt`);
  expect(
    receipt !== undefined && complete(receipt, call !== null),
    `the checklist says: ${receipt && textOf(receipt)}`,
  );
  const card = world.slack.ours().find(({ key }) => key === `${state.id}/card`);
  expect(card !== undefined && !/準備 \d/.test(textOf(card)), `the card says: ${card && textOf(card)}`);
  return [...broken, ...world.log.bugs, ...world.bugs.map(String)];
}

/** All that was to be done is said to be done, each by name. */
function complete(receipt: Message, called: boolean): boolean {
  const text = textOf(receipt);
  const names = [
    '番号',
    '対応チャンネル',
    'お知らせ',
    'トピック',
    '説明',
    '状況カード',
    'ブックマーク',
    '当番の確認',
    ...(called ? ['呼び出しのスレッド'] : []),
  ];
  return (
    !/⏳|⚠️/.test(text) &&
    names.every((name) => text.includes(`✅ ${name}`)) &&
    (text.match(/さんの招待/g) ?? []).length === WANTED.length + (called ? 1 : 0)
  );
}

const textOf = ({ blocks }: Message): string => plainText(JSON.stringify(blocks));

async function recordsOf({ store }: World) {
  const shape = {
    collection: 'incidents',
    scope: 'collection',
    where: [
      { field: 'team', op: '==' },
      { field: 'open', op: '==' },
    ],
    orderBy: [{ field: 'declaredAt', direction: 'desc' }],
  } as const;
  const { docs } = await store.page<Incident>({ shape, values: { team: TEAM, open: true }, limit: 10 });
  return Promise.all(
    docs.map(async ({ path, data }) => {
      const all = { values: {}, parent: path, limit: 1_000 };
      const events = await store.page<IncidentEvent & { seq?: number }>({ ...all, shape: eventsOfRecord });
      const tasks = await store.page<Task>({ ...all, shape: tasksOfRecord });
      return {
        state: data,
        events: events.docs.map(({ data: { seq: _seq, ...event } }) => event as IncidentEvent),
        tasks: tasks.docs.map((doc) => doc.data),
      };
    }),
  );
}
