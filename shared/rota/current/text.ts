import { durationText, type Locale } from '../../language/index.ts';
import type { Current, SourceTrouble, TroubleCode } from './model.ts';

/** What was done about it stands in the rota that was used: an older copy, or none. */
type Used = Pick<Current, 'rota' | 'ageMs' | 'accountEmail'>;
type Detail = SourceTrouble['detail'];

interface Sentences {
  happened(detail: Detail, used: Used): string;
  advice(detail: Detail, used: Used): string;
}

const name = (detail: Detail, key: string): string => detail[key] ?? '';

const ja: Record<TroubleCode, Sentences> = {
  'not-shared': {
    happened: () => '当番表のスプレッドシートを開く権限がありません。',
    advice: (_detail, { accountEmail }) =>
      accountEmail
        ? `スプレッドシートの「共有」で ${accountEmail} を「閲覧者」に追加してください。`
        : 'スプレッドシートの「共有」で、Toban のサービスアカウントを「閲覧者」に追加してください。',
  },
  'not-found': {
    happened: (detail) => `スプレッドシート（ID: ${name(detail, 'spreadsheet')}）が見つかりません。`,
    advice: () => 'toban.yaml の spreadsheet を確かめてください。削除した場合はゴミ箱から戻せます。',
  },
  'api-disabled': {
    happened: () => 'Google Cloud のプロジェクトで Google Sheets API が有効になっていません。',
    advice: () => 'プラットフォーム担当の方は sheets.googleapis.com を有効にしてください。',
  },
  'rate-limited': {
    happened: () => 'Google スプレッドシートの読み取り回数が上限に達しました。',
    advice: () => '少し待つと自動で読み直します。急ぎの変更は、呼ばれた方に直接お伝えください。',
  },
  unavailable: {
    happened: (detail) =>
      name(detail, 'reason') === 'credentials'
        ? 'Google の認証に失敗し、当番表を読めませんでした。'
        : 'Google スプレッドシートから時間内に応答がありませんでした。',
    advice: (detail) =>
      name(detail, 'reason') === 'credentials'
        ? 'プラットフォーム担当の方は、サービスアカウントの設定を確かめてください。'
        : '自動で読み直します。急ぎの変更は、呼ばれた方に直接お伝えください。',
  },
  'tab-missing': {
    happened: (detail) => `「${name(detail, 'tab')}」というタブがありません。`,
    advice: (detail) =>
      name(detail, 'near')
        ? `タブ名が「${name(detail, 'near')}」に変わっていませんか。タブ名を戻すか、toban.yaml を直してください。`
        : 'タブ名を戻すか、toban.yaml を直してください。',
  },
  'nothing-understood': {
    happened: (detail) => {
      switch (name(detail, 'reason')) {
        case 'too-large':
          return 'スプレッドシートが大きすぎて読めません。';
        case 'not-a-spreadsheet':
          return 'このファイルは Google スプレッドシートとして読めません（Excel ファイルのままかもしれません）。';
        case 'nobody':
          return `「${name(detail, 'tab')}」に、担当者として読める名前が一つもありません。`;
        default:
          return `「${name(detail, 'tab')}」から当番を読み取れません。`;
      }
    },
    advice: (detail) => {
      switch (name(detail, 'reason')) {
        case 'too-large':
          return '当番表のタブを、別の小さなスプレッドシートに移してください。';
        case 'not-a-spreadsheet':
          return '「ファイル」→「Google スプレッドシートとして保存」で変換し、その ID を設定してください。';
        case 'nobody':
          return '担当の列とメンバー表の名前を確かめてください。';
        default:
          return '見出しの行（日付・担当など）が残っているか確かめてください。';
      }
    },
  },
  'too-old': {
    happened: (detail, used) => {
      const age = durationText(Number(detail.ageMs ?? 0), 'ja');
      const limit = name(detail, 'maxAgeHours');
      return `${causeOf(ja, detail, used)}最後に読めたのは${age}前で、期限の${limit}時間を過ぎています。`;
    },
    advice: (detail, used) => ja[causeCode(detail)].advice(detail, used),
  },
  'slack-unreachable': {
    happened: () => 'Slack のメンバー情報を取得できず、一部の名前を確かめられませんでした。',
    advice: () => '自動で読み直します。別の方の番であれば、その方に直接お伝えください。',
  },
};

const en: Record<TroubleCode, Sentences> = {
  'not-shared': {
    happened: () => 'Toban may not open the rota spreadsheet.',
    advice: (_detail, { accountEmail }) =>
      `Share the spreadsheet with ${accountEmail ?? "Toban's service account"} as a viewer.`,
  },
  'not-found': {
    happened: (detail) => `There is no spreadsheet with the ID ${name(detail, 'spreadsheet')}.`,
    advice: () => 'Check "spreadsheet" in toban.yaml. If it was deleted, take it back from the bin.',
  },
  'api-disabled': {
    happened: () => 'The Google Sheets API is not enabled in the Google Cloud project.',
    advice: () => 'The platform team can enable sheets.googleapis.com.',
  },
  'rate-limited': {
    happened: () => 'The limit for reading Google Sheets is used up.',
    advice: () => 'It is read again soon. For an urgent change, tell the person called directly.',
  },
  unavailable: {
    happened: (detail) =>
      name(detail, 'reason') === 'credentials'
        ? 'Google did not accept the credentials, so the rota was not read.'
        : 'Google Sheets did not answer in time.',
    advice: (detail) =>
      name(detail, 'reason') === 'credentials'
        ? 'The platform team should check the service account.'
        : 'It is read again by itself. For an urgent change, tell the person called directly.',
  },
  'tab-missing': {
    happened: (detail) => `There is no tab "${name(detail, 'tab')}".`,
    advice: (detail) =>
      name(detail, 'near')
        ? `Was it renamed to "${name(detail, 'near')}"? Rename it back or change toban.yaml.`
        : 'Rename the tab back or change toban.yaml.',
  },
  'nothing-understood': {
    happened: (detail) => {
      switch (name(detail, 'reason')) {
        case 'too-large':
          return 'The spreadsheet is too large to read.';
        case 'not-a-spreadsheet':
          return 'This file cannot be read as a Google spreadsheet (it may still be an Excel file).';
        case 'nobody':
          return `"${name(detail, 'tab')}" holds no name that is known as a person.`;
        default:
          return `No rota can be read from "${name(detail, 'tab')}".`;
      }
    },
    advice: (detail) => {
      switch (name(detail, 'reason')) {
        case 'too-large':
          return 'Move the rota to a smaller spreadsheet of its own.';
        case 'not-a-spreadsheet':
          return 'Use File → Save as Google Sheets, and put the new ID in toban.yaml.';
        case 'nobody':
          return 'Check the duty column and the names in the members tab.';
        default:
          return 'Check that its header row (date, on call …) is still there.';
      }
    },
  },
  'too-old': {
    happened: (detail, used) => {
      const age = durationText(Number(detail.ageMs ?? 0), 'en');
      return `${causeOf(en, detail, used)} The last good copy is ${age} old, more than the limit of ${name(detail, 'maxAgeHours')} h.`;
    },
    advice: (detail, used) => en[causeCode(detail)].advice(detail, used),
  },
  'slack-unreachable': {
    happened: () => 'Slack did not tell who is who, so some names could not be checked.',
    advice: () => "It is read again by itself. If it is somebody else's turn, tell them directly.",
  },
};

const codes = new Map(Object.keys(ja).map((code) => [code, code as TroubleCode]));

function causeCode(detail: Detail): TroubleCode {
  const code = codes.get(name(detail, 'cause')) ?? 'unavailable';
  return code === 'too-old' ? 'unavailable' : code;
}

const causeOf = (texts: Record<TroubleCode, Sentences>, detail: Detail, used: Used): string =>
  texts[causeCode(detail)].happened(detail, used);

/** How old the copy is, beside an absolute time: `3分前の内容` / `as of 3 min ago`. */
export function describeAge(ageMs: number, locale: Locale): string {
  const age = durationText(ageMs, locale);
  return locale === 'ja' ? `${age}前の内容` : `as of ${age} ago`;
}

/** What happened, what Toban did about it, what a person can do: three sentences, plain text, not escaped. */
export function describeTrouble(trouble: SourceTrouble, locale: Locale, used: Used): string {
  const { happened, advice } = (locale === 'ja' ? ja : en)[trouble.code];
  const parts = [
    happened(trouble.detail, used),
    didText(trouble.code, used, locale),
    advice(trouble.detail, used),
  ];
  return parts.join(locale === 'ja' ? '' : ' ');
}

function didText(code: TroubleCode, { rota, ageMs }: Used, locale: Locale): string {
  if (!rota) return locale === 'ja' ? '代わりの連絡先を呼びます。' : 'The fallback is called instead.';
  if (code === 'slack-unreachable')
    return locale === 'ja' ? '確かめられた範囲で当番を決めました。' : 'Duty was decided from what is known.';
  if (ageMs === null)
    return locale === 'ja'
      ? '代理が入っているので、その方を呼びます。'
      : 'A cover stands, so its person is called.';
  const age = durationText(ageMs, locale);
  return locale === 'ja'
    ? `${age}前に読めた内容で当番を決めました。`
    : `Duty was decided from the copy read ${age} ago.`;
}
