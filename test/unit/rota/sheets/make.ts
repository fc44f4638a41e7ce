import { members, people, type Sample } from '../sample.ts';

/** Shorthand for our own sheets: the usual people, Tokyo, one tab called 当番表. */
export function sheet(
  about: string,
  rows: Sample['tabs'][string],
  more: Partial<Omit<Sample, 'tabs'>> & { tabs?: Sample['tabs']; noMembers?: boolean; tab?: string } = {},
): Sample {
  const { tabs, noMembers, tab = '当番表', rota, ...rest } = more;
  return {
    about,
    timeZone: 'Asia/Tokyo',
    tabs: { [tab]: rows, ...(!noMembers && { メンバー: members }), ...tabs },
    slackUsers: people,
    asOf: '2026-11-22T12:00:00+09:00',
    duty: [],
    problems: [],
    ...rest,
    rota: { id: 'r', sheet: tab, ...(!noMembers && { members: 'メンバー' }), ...rota },
  };
}

export const d = (date: string) => ({ d: date });
export const dt = (local: string) => ({ dt: local });
export const t = (time: string) => ({ t: time });
export const err = { err: '#REF!' };
/** Noon in Tokyo of a day of November 2026, or of the month given. */
export const noon = (day: number, month = '2026-11') =>
  `${month}-${String(day).padStart(2, '0')}T12:00:00+09:00`;
