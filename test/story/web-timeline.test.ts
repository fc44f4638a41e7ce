import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillEntries } from '../../bench/lib/incident-history.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf } from './incident-desk.ts';

let desk: Desk;
let support: Browser;
beforeEach(async () => {
  desk = await openDesk();
  support = new Browser(desk.system.url);
  await support.signIn('U0CS');
  await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
  const number = await desk.system.store.get<{ record: string }>('incident-numbers/T0TOBAN-1');
  await fillEntries(desk.system.store, number?.data.record ?? '', 0, 180);
});
afterEach(() => desk.close());

const PATH = '/incidents/INC-1';
const numbersIn = (page: string) => [...mainOf(page).matchAll(/message (\d+)/g)].map(([, n]) => Number(n));
const linkIn = (page: string, rel: 'prev' | 'next') =>
  new RegExp(`href="([^"]+)" rel="${rel}"`).exec(page)?.[1]?.replaceAll('&amp;', '&').replace(/#.*/, '') ??
  null;

/** Every page of the timeline by its links; what each shows. */
async function walk(from: string, rel: 'prev' | 'next'): Promise<number[][]> {
  const pages: number[][] = [];
  for (let at: string | null = from; at !== null; ) {
    const page = await support.page(at);
    pages.push(numbersIn(page));
    at = linkIn(page, rel);
  }
  return pages;
}

const all = Array.from({ length: 180 }, (_, i) => i);

test('the page shows the latest; what was before is one press further, none twice and none left out', async () => {
  const pages = await walk(PATH, 'prev');
  expect(pages.length).toBeGreaterThan(2);
  expect(pages[0]?.at(-1)).toBe(179);
  expect(pages.toReversed().flat()).toEqual(all);
});

test('or it is read from the start, in the order of time', async () => {
  const pages = await walk(`${PATH}?from=start`, 'next');
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flat()).toEqual(all);
  expect((await support.get(`${PATH}?cursor=nonsense`)).status).toBe(400);
});

test('a pause is shown as one', async () => {
  await desk.advance('PT2H');
  await desk.slack.people.command('U0CS', 'C0CSHELP', '/incident', 'cs INC-1 +1');
  await desk.system.settle();
  expect(mainOf(await support.page(PATH))).toMatch(/message 179 1時間\d+分 動きなし 14:\d\d 中村 美咲さんが/);
});
