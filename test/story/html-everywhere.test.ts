import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, makeToken, Client as Program } from './api-desk.ts';
import { Browser, hiddenIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

/** Ends an attribute, a text area and a script, and begins what would run; and a link that would. */
const HOSTILE = `'"></textarea></script><img src=x onerror=alert(1)><svg onload=alert(2)>`;
const LINK = '[押す](javascript:alert(3)) <a href="javascript:alert(4)">押す</a>';
const SCOPES = ['incidents:write', 'actions:write', 'postmortems:write', 'runbooks:write'];
const RUNBOOK = `---
id: hostile
title: ${JSON.stringify(HOSTILE)}
language: ja
---
## ${HOSTILE} ${LINK} {#facts}

1. ${HOSTILE} ${LINK} \`ask text as what into timeline\`
2. ${HOSTILE}
`;
/** As it would stand where somebody forgot to escape it. */
const RAW = ['<img src=x', '<svg onload', 'href="javascript:', "href='javascript:"];
/** More kinds of pages than there are; a walk that never ends is a fault of its own. */
const MOST = 400;

let desk: Desk;
let admin: Browser;
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
  admin = new Browser(desk.system.url);
  await admin.signIn('U0SRELEAD');
  const api = new Program(desk, await makeToken(desk, 'U0SRELEAD', { name: HOSTILE, scope: SCOPES }));
  await inSlack();
  await byApi(api);
  await onPages();
  await desk.system.settle();
});
afterAll(() => desk.close());

/** Slack hands on what people type escaped, and the names of people as they are. */
async function inSlack() {
  const { users } = desk.slack.workspace.state;
  const caller = users.find(({ id }) => id === 'U0CS');
  if (caller) caller.realName = HOSTILE;
  await desk.say('cs', `@Toban ${HOSTILE.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`);
  await desk.say(
    'cs',
    `@Toban <https://example.com/?q=${encodeURIComponent(HOSTILE)}|${HOSTILE.replace(/[<>|]/g, '')}>`,
  );
}

async function byApi(api: Client) {
  const said = { title: HOSTILE, description: `${HOSTILE}\n${LINK}` };
  const incident = await api.post('/incidents', said, { 'idempotency-key': '1' }, 201);
  const at = `/incidents/${incident.id}`;
  await api.post(`${at}/severity`, { severity: 'SEV1', reason: HOSTILE });
  await api.post(`${at}/impact`, { vehicles: '3', users: '約 100' });
  const ticket = `https://example.com/?${encodeURIComponent(HOSTILE)}`;
  await api.post(`${at}/inquiries`, { count: 2, ticket });
  await api.post(`${at}/timeline`, { text: `${HOSTILE} ${LINK}` }, {}, 201);
  expect((await api.write('PUT', '/runbooks/hostile.ja', { source: RUNBOOK })).status).toBe(200);
  const run = await api.post(`${at}/runs`, { runbook: 'hostile' }, {}, 201);
  await api.post(`/runs/${run.id}/steps/what`, { do: 'answer', value: HOSTILE });
  const item = {
    title: HOSTILE,
    note: `${HOSTILE} ${LINK}`,
    owner: HOSTILE.slice(0, 80),
    incidents: [incident.id],
  };
  await api.post('/action-items', item, {}, 201);
  for (const status of ['investigating', 'fixing', 'resolved']) await api.post(`${at}/status`, { status });
  const postmortem = await api.post(`${at}/postmortem`, {}, {}, 201);
  const [section] = (await api.read(`/postmortems/${postmortem.id}/sections`)).items;
  const text = `# ${HOSTILE}\n\n${LINK}\n\n| a | b |\n|---|---|\n| ${HOSTILE} | ${LINK} |\n\n\`${HOSTILE}\``;
  const written = await api.write(
    'PUT',
    `/postmortems/${postmortem.id}/sections/${section.id}`,
    { text },
    { 'if-match': '*' },
  );
  expect(written.status, await written.text()).toBe(200);
  await api.post(`/postmortems/${postmortem.id}/comments`, { text: HOSTILE, section: section.id }, {}, 201);
}

async function onPages() {
  const csrf = await admin.csrf('/');
  const hook = { csrf, url: 'https://hooks.example.com/x', description: HOSTILE, kinds: ['call.done'] };
  expect((await admin.post('/settings/webhooks', hook)).status).toBe(200);
  const filter = {
    csrf,
    list: 'incidents',
    query: `q=${encodeURIComponent(HOSTILE)}`,
    name: HOSTILE.slice(0, 40),
    do: 'save',
  };
  expect((await admin.post('/filters', filter)).status).toBe(303);
  const page = await admin.page('/settings/import');
  const fields = { csrf, nonce: hiddenIn(page, 'nonce'), source: '' };
  const quoted = `"${HOSTILE.replaceAll('"', '""')}"`;
  const csv = `${quoted},タイトル,発生日時\n${quoted},${quoted},2024-03-05 14:03\n${quoted},,いつか${quoted}\n`;
  const upload = await admin.upload(
    '/settings/import',
    fields,
    new File([csv], `${HOSTILE.replaceAll('/', '')}.csv`),
  );
  expect(upload.status).toBe(303);
}

/** What the address bar may hold: each of these shows it again. */
const Q = encodeURIComponent(HOSTILE);
const ASKED = [
  `/search?q=${Q}`,
  `/incidents?q=${Q}&service=${Q}&from=${Q}&severity=${Q}`,
  `/calls?q=${Q}&person=${Q}&rota=${Q}&filter=${Q}`,
  `/actions?q=${Q}&owner=${Q}&sort=${Q}`,
  `/postmortems?q=${Q}&state=${Q}`,
  `/runbooks?q=${Q}`,
  `/insights?service=${Q}&span=${Q}&until=${Q}`,
  `/settings/audit?name=${Q}&noun=${Q}&from=${Q}`,
  `/settings/import?name=${Q}`,
  ...['postmortems', 'actions', 'runbooks', 'dead-letters', 'settings/tokens', 'settings/audit', 'calls'].map(
    (list) => `/${list}?cursor=${Q}`,
  ),
  `/sign-in?to=${Q}`,
  `/incidents/new?title=${Q}&service=${Q}`,
  `/incidents/${Q}`,
  `/rotas/${Q}`,
  `/weekly/${Q}`,
  `/${Q}`,
];

/** Links of a page to other pages of ours; what is downloaded, leaves or only changes the language is none. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&#39;', "'"))
    .map((href) => href.split('#', 1)[0] ?? '')
    .filter((href) => !/^\/(?:\/|slack\/|sign-|assets\/)|\.(?:csv|ics|md|json)(?:\?|$)|[?&]lang=/.test(href));

/** One of a kind is enough: a list narrowed by the same parameters, a week, a day. */
const kindOf = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://x');
  const bare = pathname.replace(/\d{4}-(?:W\d\d|\d\d(?:-\d\d)?)/g, 'DATE');
  return `${bare} ${[...new Set(searchParams.keys())].sort().join()}`;
};

test('whatever is written into whatever field, no page runs or shows it but as words', async () => {
  const open = ['/', ...ASKED];
  const known = new Set(open.map(kindOf));
  const showing = new Set<string>();
  const faults: string[] = [];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const answer = await admin.get(path);
    expect(answer.status, path).toBeLessThan(500);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const html = await answer.text();
    for (const raw of RAW) if (html.includes(raw)) faults.push(`${path}: ${raw}`);
    if (/&lt;(?:img src=x|svg onload)/.test(html)) showing.add(kindOf(path));
    for (const href of linksIn(html).filter((one) => !known.has(kindOf(one)))) {
      known.add(kindOf(href));
      open.push(href);
      expect(known.size, href).toBeLessThan(MOST);
    }
  }
  expect(faults).toEqual([]);
  expect(showing.size).toBeGreaterThan(25);
});
