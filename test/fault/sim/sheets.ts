import type { Cell, Sheets, Spreadsheet } from '../../../shared/ports/sheets.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const DAY_MS = 86_400_000;

/** A spreadsheet of a few rows: one per date, and a members tab. `today` is what stands in each row's duty cell. */
export class SimSheets {
  readonly #start: number;
  readonly #members: ReadonlyMap<string, string>;
  primary: string;
  secondary: string;
  /** The tab has been renamed: nothing can be understood. */
  broken = false;

  /** `start`: epoch ms of the first day. `members`: Slack id → name. */
  constructor(start: number, members: ReadonlyMap<string, string>, primary: string, secondary: string) {
    this.#start = start;
    this.#members = members;
    this.primary = primary;
    this.secondary = secondary;
  }

  port(): Sheets {
    return {
      read: async (id, wanted) => this.#read(id, wanted),
      titles: async () => this.#titles(),
      accountEmail: async () => 'toban@example.com',
    };
  }

  #titles(): string[] {
    return [this.broken ? '古い当番表' : '当番表', 'メンバー'];
  }

  #read(id: string, wanted: readonly string[]): Spreadsheet {
    const days = Array.from({ length: 4 }, (_, i) => {
      const date = new Date(this.#start + (i - 1) * DAY_MS).toISOString().slice(0, 10);
      const day: Cell = { kind: 'date', date, text: date };
      return [day, text(this.primary), text(this.secondary)];
    });
    const duty = [[text('日付'), text('担当'), text('副担当')], ...days];
    const people = [...this.#members].map(([user, name]) => [text(name), text(user)]);
    const tabs = [
      { title: this.#titles()[0] ?? '', id: 0, rows: duty, merges: [] },
      { title: 'メンバー', id: 1, rows: [[text('名前'), text('Slack')], ...people], merges: [] },
    ];
    return {
      id,
      title: '当番',
      timeZone: 'Asia/Tokyo',
      tabTitles: this.#titles(),
      tabs: tabs.filter(({ title }) => wanted.includes(title)),
    };
  }
}
