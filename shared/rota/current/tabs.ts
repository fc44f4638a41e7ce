import { civilOf, DAY } from '../civil.ts';
import { nearForm, suggestionsFor } from '../near.ts';
import type { RotaConfig } from '../schemas.ts';
import { isPattern, tabOfMonth, titlesFor } from '../tabs.ts';
import { zoneOf } from '../zone.ts';

/** The tabs without which nothing can be said about now: the rota's (of monthly ones this month's) and the members'. */
export function requiredTabs(config: RotaConfig, zone: string, now: number): string[] {
  const today = Math.floor(zoneOf(zone).toLocal(now) / DAY);
  const { year, month } = civilOf(today);
  const sheet = isPattern(config.sheet) ? tabOfMonth(config.sheet, year, month) : config.sheet;
  return config.members === undefined ? [sheet] : [sheet, config.members];
}

export const hasTab = (title: string, titles: readonly string[]): boolean =>
  titlesFor(title, titles).length > 0;

/** The tab that a missing one may have become; empty when none looks like it. */
export function nearTab(title: string, titles: readonly string[]): string {
  const candidates = titles.map((name) => ({ name, near: nearForm(name) }));
  const [best] = suggestionsFor(title, candidates);
  return best ?? '';
}
