import type { Locale } from '../language/index.ts';

type Sayer = (about: string) => string;

const ja: Readonly<Record<string, Sayer>> = {
  'url-not-allowed': () => '設定で許可されていないアドレスです',
  'secret-unknown': () => '設定で許可されていない秘密の名前です',
  'no-secret': () => '秘密が環境に設定されていません',
  'not-public': () => '社内など、公開されていないアドレスには送りません',
  redirected: () => '別のアドレスへ転送されました。転送先には送りません',
  answered: (status) => `相手が ${status} を返しました`,
  timeout: () => '時間内に応答がありませんでした',
  unreachable: () => '相手につながりません',
  'no-one': () => 'いま担当する人がいません',
  'runbook-unknown': (name) => `ランブック「${name}」が見つかりません`,
};

const en: Readonly<Record<string, Sayer>> = {
  'url-not-allowed': () => 'the settings do not allow this address',
  'secret-unknown': () => 'the settings do not allow a secret of this name',
  'no-secret': () => 'the environment has no such secret',
  'not-public': () => 'nothing is sent to addresses that are not public',
  redirected: () => 'it was redirected elsewhere, and nothing is sent there',
  answered: (status) => `the other side answered ${status}`,
  timeout: () => 'no answer came in time',
  unreachable: () => 'the other side cannot be reached',
  'no-one': () => 'nobody holds it now',
  'runbook-unknown': (name) => `there is no runbook "${name}"`,
};

const CODES: Readonly<Record<string, string>> = {
  ABORT_ERR: 'timeout',
  ETIMEDOUT: 'timeout',
  TimeoutError: 'timeout',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
};

/** Why a step could not be done, in plain words; a code that is not known is shown as it is. Escape it. */
export function failureWords(reason: string, locale: Locale): string {
  const sayers = locale === 'ja' ? ja : en;
  const status = /^http_(\d{3})$/.exec(reason)?.[1];
  if (status !== undefined)
    return sayers[status.startsWith('3') ? 'redirected' : 'answered']?.(status) ?? reason;
  const [code = '', about = ''] = reason.split(': ', 2);
  return sayers[CODES[code] ?? code]?.(about) ?? reason;
}
