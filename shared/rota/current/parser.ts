import type { Spreadsheet } from '../../ports/sheets.ts';
import type { Directory, Rota } from '../model.ts';
import type { RotaConfig } from '../schemas.ts';

/** The pure half of reading a rota, as this folder needs it. */
export interface Parser {
  parseRota(input: {
    readonly config: RotaConfig;
    readonly zone: string;
    readonly spreadsheet: Spreadsheet;
    readonly directory: Directory;
    readonly now: number;
  }): Rota;
  neededTabs(config: RotaConfig, zone: string, now: number, tabTitles: readonly string[]): readonly string[];
  memberKeys(
    config: RotaConfig,
    spreadsheet: Spreadsheet,
  ): {
    readonly ids: readonly string[];
    readonly emails: readonly string[];
    readonly needsDirectory: boolean;
  };
}
