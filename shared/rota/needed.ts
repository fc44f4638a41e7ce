import { DAY } from './civil.ts';
import { isHolidayTab } from './days.ts';
import type { RotaConfig } from './schemas.ts';
import { titlesFor, wantedTabs } from './tabs.ts';
import { zoneOf } from './zone.ts';

/**
 * The tabs to read for a rota: its own (for a monthly pattern those of the month before, this month and the next,
 * which are asked for by name even where none is there yet), the members tab and a holidays tab. `tabTitles` may be
 * empty when nobody has asked the spreadsheet yet. `now` in epoch ms.
 */
export function neededTabs(
  config: RotaConfig,
  zone: string,
  now: number,
  tabTitles: readonly string[],
): readonly string[] {
  const today = Math.floor(zoneOf(config.timezone ?? zone).toLocal(now) / DAY);
  const named = [
    ...wantedTabs(config, today).map(({ title }) => title),
    ...(config.members === undefined ? [] : [config.members]),
  ];
  const wanted = named.flatMap((title) => {
    const there = titlesFor(title, tabTitles);
    return there.length > 0 ? there : [title];
  });
  return [...new Set([...wanted, ...tabTitles.filter(isHolidayTab)])];
}
