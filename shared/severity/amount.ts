import type { Amount, Limit } from './model.ts';

const MOST = 1_000_000_000;

/**
 * What a person typed for "how many": `120`, `１２０台`, `1,200人`, `5%`, `120 (5%)`. Null where it is empty; throws
 * nothing: `undefined` is "cannot be understood", so that the form can say so beside the field.
 */
export function parseAmount(text: string): Amount | null | undefined {
  const folded = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (folded === '') return null;
  const bare = folded.replace(/^(?:約|およそ|~|about)/i, '');
  const found =
    /^(?:(\d{1,10})(?:台|人|名|件|users?|vehicles?)?(?:\((\d{1,3}(?:\.\d+)?)%\))?|(\d{1,3}(?:\.\d+)?)%)$/i.exec(
      bare,
    );
  const [, count, beside, alone] = found ?? [];
  const percent = beside ?? alone;
  if (count === undefined && percent === undefined) return undefined;
  const amount = {
    count: count === undefined ? null : Number(count),
    share: percent === undefined ? null : Number(percent) / 100,
  };
  const possible = (amount.count ?? 0) <= MOST && (amount.share ?? 0) <= 1;
  return possible ? amount : undefined;
}

/** Fills in the other half where the total is known. */
export function complete(amount: Amount, total: number | null): Amount {
  if (total === null) return amount;
  const { count, share } = amount;
  return {
    count: count ?? (share === null ? null : Math.round(share * total)),
    share: share ?? (count === null ? null : count / total),
  };
}

/** Whether an amount reaches a limit. One that cannot be compared (a share against a number, no total) does not. */
export function reaches(amount: Amount, limit: Limit): boolean {
  if ('count' in limit) return amount.count !== null && amount.count >= limit.count;
  return amount.share !== null && amount.share >= limit.share;
}

/** `120台 (5%)`, `120台`, `5%`: a share has no unit. */
export function amountText({ count, share }: Amount, unit = ''): string {
  const percent = share === null ? null : shareText(share);
  if (count === null) return percent ?? '–';
  const number = `${count.toLocaleString('en-US')}${unit}`;
  return percent === null ? number : `${number} (${percent})`;
}

export const shareText = (share: number): string => `${Math.round(share * 1_000) / 10}%`;
