import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAudit } from '../../shared/audit/index.ts';
import { NOTHING_KNOWN, pushRunbook } from '../../shared/runbook/index.ts';
import { Browser, hiddenIn, signedIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';
import { FIRST } from './runbook-sample.ts';

const MORI = { user: 'U0SRELEAD', name: '森 由紀' };

let desk: Desk;
let mori: Browser;
let misaki: Browser;
const push = (source: string) =>
  pushRunbook(desk.system.store, source, MORI, NOTHING_KNOWN, desk.system.clock.now());

beforeAll(async () => {
  desk = await openDesk();
  [mori, misaki] = await signedIn(desk, 'U0SRELEAD', 'U0CS');
  await push(FIRST);
});
afterAll(() => desk?.close());

describe('writing', () => {
  const NEW = FIRST.replace('return-fails', 'payment').replace('返却できない <b>', '決済できない');

  /** Presses a button of the editor with another text in it. */
  async function send(path: string, source: string, verb: string, page?: string) {
    const shown = page ?? (await mori.page(path));
    const fields = {
      csrf: hiddenIn(shown, 'csrf'),
      id: hiddenIn(shown, 'id'),
      base: hiddenIn(shown, 'base'),
    };
    // As browsers send what stands in a text field.
    return mori.post(path, { ...fields, source: source.replaceAll('\n', '\r\n'), do: verb });
  }

  test('is for editors', async () => {
    expect((await misaki.get('/runbooks/new')).status).toBe(403);
    const csrf = await misaki.csrf();
    const answer = await misaki.post('/runbooks/new', { csrf, source: NEW, do: 'save' });
    expect(answer.status).toBe(403);
  });

  test('begins with a sample that can be saved as it is, in either language', async () => {
    for (const language of ['ja', 'en']) {
      const english = new Browser(desk.system.url, { 'accept-language': language });
      await english.signIn('U0SRELEAD');
      expect(mainOf(await english.page('/runbooks/new'))).toContain(
        language === 'ja' ? '問題なし' : 'No problems',
      );
    }
  });

  test('says each problem with line and column, saves nothing, and keeps the text', async () => {
    const wrong = NEW.replace('`go #stop`', '`go #nowhere`').replace('ask number', 'ask nummer');
    for (const verb of ['check', 'save']) {
      const answer = await send('/runbooks/new', wrong, verb);
      const page = await answer.text();
      expect(answer.status).toBe(verb === 'save' ? 422 : 200);
      expect(mainOf(page)).toMatch(/13:\d+ 指示の書き方が違います。/);
      expect(page).toContain('ask nummer as vehicles into impact.vehicles`\n2. ');
      expect(mainOf(page).includes('問題があるため保存していません。')).toBe(verb === 'save');
    }
    expect((await mori.get('/runbooks/payment.ja')).status).toBe(404);
  });

  test('saves a new one once, with who did it, and plays no part in what exists', async () => {
    const first = await send('/runbooks/new', NEW, 'save');
    expect(first.headers.get('location')).toBe('/runbooks/payment.ja?done=saved');
    const again = await send('/runbooks/new', NEW, 'save');
    expect(again.headers.get('location')).toBe('/runbooks/payment.ja?done=unchanged');
    expect(mainOf(await mori.page('/runbooks/payment.ja?done=saved'))).toContain('保存しました。');
    const other = await send('/runbooks/new', NEW.replace('何台', '何件'), 'save');
    expect(other.status).toBe(422);
    expect(mainOf(await other.text())).toContain('ランブック「payment.ja」は既にあります。');
    const audit = await readAudit(desk.system.store, 'runbooks/payment.ja');
    expect(audit.map(({ by, action }) => [by, action])).toEqual([['U0SRELEAD', 'runbook.push']]);
  });

  test('a renamed one is not saved over another, and can be saved as new', async () => {
    const answer = await send('/runbooks/payment.ja/edit', NEW.replace('id: payment', 'id: renamed'), 'save');
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(mainOf(page)).toContain('先頭の id か language が変わっています。');
    expect(page).toContain('formaction="/runbooks/new"');
  });

  test('whoever saves second sees both texts, loses nothing, and decides', async () => {
    const shown = await mori.page('/runbooks/payment.ja/edit');
    await desk.advance('PT1M');
    await push(NEW.replace('何台ですか。', '何件の決済ですか。'));
    const mine = NEW.replace('**続いて**いますか。', 'まだ続いていますか。');
    const refused = await send('/runbooks/payment.ja/edit', mine, 'save', shown);
    const page = await refused.text();
    expect(refused.status).toBe(409);
    expect(mainOf(page)).toContain('ほかの人が保存しました。まだ何も上書きしていません。');
    expect(page).toMatch(/<pre class="source"[^>]*>[\s\S]*何件の決済ですか。[\s\S]*<\/pre>/);
    expect(page).toMatch(/<del>1\. 何件の決済ですか。/);
    expect(page).toMatch(/<textarea[^>]*>[\s\S]*まだ続いていますか。[\s\S]*<\/textarea>/);
    const saved = await send('/runbooks/payment.ja/edit', mine, 'save', page);
    expect(saved.headers.get('location')).toBe('/runbooks/payment.ja?done=saved');
    const history = await mori.page('/runbooks/payment.ja');
    expect(history.match(/class="versions"[\s\S]*?<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(3);
  });

  test('can go on from an old version, and from a copy that becomes another language', async () => {
    const page = await mori.page('/runbooks/payment.ja');
    const oldest =
      [...page.matchAll(/href="\/runbooks\/payment\.ja\?version=([0-9a-f]+)"/g)].at(-1)?.[1] ?? '';
    const back = await send(`/runbooks/payment.ja/edit?version=${oldest}`, NEW, 'save');
    expect(back.headers.get('location')).toBe('/runbooks/payment.ja?done=saved');
    const copy = await mori.page('/runbooks/new?from=payment.ja');
    expect(copy).toContain('title: 決済できない');
    const english = NEW.replace('language: ja', 'language: en');
    const saved = await send('/runbooks/new', english, 'save', copy);
    expect(saved.headers.get('location')).toBe('/runbooks/payment.en?done=saved');
  });

  test('of more than can be read is refused with the reason, and stays to be shortened', async () => {
    const answer = await send('/runbooks/new', NEW + 'x'.repeat(200_000), 'save');
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(mainOf(page)).toContain('長すぎます（200,000文字まで）。');
    expect(page).toContain('x'.repeat(200_000));
    const gone = await send('/runbooks/none.ja/edit', NEW, 'save', await mori.page('/runbooks/new'));
    expect(gone.status).toBe(404);
  });
});

describe('playing it without an incident', () => {
  async function press(page: string, path: string, fields: Record<string, string>): Promise<string> {
    const carried = Object.fromEntries(['csrf', 'moves', 'at'].map((name) => [name, hiddenIn(page, name)]));
    return (await misaki.post(path, { ...carried, ...fields })).text();
  }

  test('says all that would happen, lets nobody know, and keeps nothing', async () => {
    const path = '/runbooks/return-fails.ja/play';
    const told = desk.slack.workspace.state.messages.length;
    let page = await misaki.page(path);
    expect(mainOf(page)).toContain('誰にも送らず、何も保存しません。');
    page = await press(page, path, { step: 'vehicles', do: 'answer', said: 'たくさん' });
    expect(mainOf(page)).toContain('数字だけで答えてください');
    page = await press(page, path, { step: 'vehicles', do: 'answer', said: '約１２０' });
    expect(mainOf(page)).toContain('本番なら: 影響する車両の数に書きます');
    page = await press(page, path, { step: 'ongoing', pick: 'はい' });
    expect(mainOf(page)).toContain('本番なら: 「車両オンコール」の当番を呼びます');
    const undone = await press(page, path, { do: 'undo' });
    expect(mainOf(undone)).not.toContain('当番を呼びます');
    page = await press(page, path, { step: 'stop.2', do: 'skip', reason: '' });
    expect(mainOf(page)).toContain('最後まで進みました。');
    await desk.system.settle();
    expect(desk.slack.workspace.state.messages).toHaveLength(told);
    expect(await desk.system.store.get('runbook-runs/return-fails.ja')).toBeNull();
  });

  test('what was tampered with is refused, and the rest is played by the rules', async () => {
    const path = '/runbooks/return-fails.ja/play';
    const page = await misaki.page(path);
    for (const moves of [
      '{',
      '[{"do":"set"}]',
      `[${'{"do":"confirm","step":"x"},'.repeat(400)}{"do":"confirm","step":"x"}]`,
    ])
      expect((await misaki.post(path, { csrf: hiddenIn(page, 'csrf'), moves })).status).toBe(400);
    const moves = '[{"do":"confirm","step":"stop.1"}]';
    const played = await misaki.post(path, { csrf: hiddenIn(page, 'csrf'), moves, at: '9e99' });
    expect(mainOf(await played.text())).toContain('何台');
  });

  test('plays what stands in the editor, unsaved, and brings it back', async () => {
    const editor = await mori.page('/runbooks/return-fails.ja/edit');
    const draft = FIRST.replace('何台ですか。', '何両ですか。');
    const fields = {
      csrf: hiddenIn(editor, 'csrf'),
      id: 'return-fails.ja',
      base: hiddenIn(editor, 'base'),
      source: draft,
    };
    const page = await (await mori.post('/runbooks/play', { ...fields, do: 'play' })).text();
    expect(mainOf(page)).toContain('何両ですか。');
    expect(page).toContain('action="/runbooks/return-fails.ja/edit"');
    const back = await mori.post('/runbooks/return-fails.ja/edit', { ...fields, do: 'check' });
    expect(await back.text()).toMatch(/<textarea[^>]*>[\s\S]*何両ですか。/);
    const broken = await mori.post('/runbooks/play', { ...fields, source: 'x', do: 'play' });
    expect(mainOf(await broken.text())).toContain('問題があるため動かせません。');
  });
});
