import { instantOf, readMoment } from '../../shared/rota/index.ts';
import type { Asked } from '../client/connect.ts';
import { UsageError } from '../command.ts';
import { askText } from './text.ts';

/** An instant with its offset, or as people say it in this zone ("yesterday", "2026-11-01"). Throws `UsageError`. */
export function timeOf(
  option: string,
  said: string,
  { locale }: Pick<Asked, 'locale'>,
  zone: string,
  now: number,
): number {
  const exact = instantOf(said, zone);
  if (exact !== null) return exact;
  const read = readMoment(said, { now, zone });
  if (!read.ok) throw new UsageError(askText(locale).timeUnreadable(option, said));
  return read.at;
}
