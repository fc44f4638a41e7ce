import { describe, expect, it } from 'vitest';
import { describeHeld } from '../../../shared/rota/current/held-text.ts';
import type { Current, TroubleCode } from '../../../shared/rota/current/model.ts';
import { describeAge, describeTrouble } from '../../../shared/rota/current/text.ts';

const codes: TroubleCode[] = [
  'not-shared',
  'not-found',
  'api-disabled',
  'rate-limited',
  'unavailable',
  'tab-missing',
  'nothing-understood',
  'too-old',
  'slack-unreachable',
];
const none = { rota: null, ageMs: null, accountEmail: null };
const rota = {
  id: 'r',
  zone: 'Asia/Tokyo',
  spreadsheet: 'b',
  columns: {},
  people: {},
  problems: [],
  holidays: [],
  understood: null,
};
const used: Pick<Current, 'rota' | 'ageMs' | 'accountEmail'> = {
  rota,
  ageMs: 180_000,
  accountEmail: 'toban@p.iam.gserviceaccount.com',
};

describe('trouble in words', () => {
  it.each(codes)('%s: what happened, what was done, what to do, in both languages', (code) => {
    for (const detail of [{}, { reason: 'credentials' }, { reason: 'too-large' }, { cause: 'not-shared' }]) {
      const ja = describeTrouble({ code, detail }, 'ja', none);
      expect(ja.split('。').length).toBeGreaterThanOrEqual(4);
      expect(ja).toContain('代わりの連絡先を呼びます');
      const en = describeTrouble({ code, detail }, 'en', none);
      expect(en).toContain('The fallback is called instead.');
      expect(en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(`${ja}${en}`).not.toContain('undefined');
    }
  });

  it('names the account to share with', () => {
    expect(describeTrouble({ code: 'not-shared', detail: {} }, 'ja', used)).toBe(
      '当番表のスプレッドシートを開く権限がありません。3分前に読めた内容で当番を決めました。' +
        'スプレッドシートの「共有」で toban@p.iam.gserviceaccount.com を「閲覧者」に追加してください。',
    );
  });

  it('asks whether the tab was renamed', () => {
    const trouble = { code: 'tab-missing' as const, detail: { tab: '当番表', near: '当番表2' } };
    expect(describeTrouble(trouble, 'ja', used)).toContain('「当番表」というタブがありません。');
    expect(describeTrouble(trouble, 'ja', used)).toContain('タブ名が「当番表2」に変わっていませんか');
  });

  it('says how old is too old', () => {
    const detail = { cause: 'unavailable', ageMs: String(26 * 3_600_000), maxAgeHours: '24' };
    expect(describeTrouble({ code: 'too-old', detail }, 'ja', none)).toContain(
      '最後に読めたのは26時間前で、期限の24時間を過ぎています。',
    );
  });

  it('says which edit is not followed', () => {
    const held = {
      cell: '当番表!C14',
      column: 'primary',
      before: '新井',
      after: '小',
      kind: 'unknown' as const,
    };
    expect(describeHeld(held, 'ja')).toBe(
      '当番表!C14 の「小」がどなたか分かりません。編集中とみて、直前まで書かれていた「新井」の方を呼びます。' +
        '名前を直すか、メンバー表に別名を足してください。',
    );
    expect(describeHeld({ ...held, after: '', kind: 'gap' }, 'en')).toContain('当番表!C14 is empty now.');
    expect(describeHeld({ ...held, after: '#REF!', kind: 'error' }, 'ja')).toContain('数式を直すか');
  });

  it('does not take a namesake for an edit', () => {
    const held = {
      cell: 'A!C2',
      column: 'primary',
      before: 'Sato',
      after: 'Sato',
      kind: 'ambiguous' as const,
    };
    expect(describeHeld(held, 'en')).toBe(
      '"Sato" in A!C2 may be several people. Whoever "Sato" meant just before is called. ' +
        'Write the full name, the e-mail address or the Slack ID.',
    );
    expect(describeHeld(held, 'ja')).not.toContain('編集中');
  });

  it('says the age', () => {
    expect(describeAge(180_000, 'ja')).toBe('3分前の内容');
    expect(describeAge(180_000, 'en')).toBe('as of 3 min ago');
  });
});
