import type { Spreadsheet } from '../../ports/sheets.ts';
import type { Rota } from '../model.ts';
import type { RotaConfig } from '../schemas.ts';
import type { SourceTrouble } from './model.ts';
import { hasTab, nearTab, requiredTabs } from './tabs.ts';

/** Why this reading is no rota that may replace the last good copy; null when it is one. */
export function judge(
  config: RotaConfig,
  rota: Rota,
  spreadsheet: Spreadsheet,
  now: number,
): SourceTrouble | null {
  const read = spreadsheet.tabs.map((tab) => tab.title);
  const missing = requiredTabs(config, rota.zone, now).find((title) => !hasTab(title, read));
  // On the first of a month the row of the day before may still speak, from the tab before.
  if (missing !== undefined && (missing === config.members || !somebodyAt(rota, now))) {
    return { code: 'tab-missing', detail: { tab: missing, near: nearTab(missing, spreadsheet.tabTitles) } };
  }
  const spans = Object.values(rota.columns).flat();
  if (rota.understood === null || spans.length === 0)
    return { code: 'nothing-understood', detail: { tab: config.sheet, reason: 'layout' } };
  if (spans.some(({ kind }) => kind === 'people' || kind === 'free')) return null;
  return { code: 'nothing-understood', detail: { tab: config.sheet, reason: 'nobody' } };
}

const somebodyAt = (rota: Rota, now: number): boolean =>
  Object.values(rota.columns).some((spans) =>
    spans.some(({ kind, start, end }) => kind === 'people' && start <= now && now < end),
  );
