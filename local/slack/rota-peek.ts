/** Names for the page's lists: who is on the rota, and whom today's row names. Ids of people. */
export interface RotaNames {
  readonly rota: readonly string[];
  readonly onDuty: readonly string[];
}

interface Cell {
  readonly shown: string;
  readonly date?: string;
}
interface Document {
  readonly today: string;
  readonly tabs: readonly { readonly rows: readonly (readonly (Cell | null)[])[] }[];
}

const NOBODY: RotaNames = { rota: [], onDuty: [] };

/** Looks into the simulated spreadsheet, only to label people on the page; Toban reads and judges the rota by itself. */
export class RotaPeek {
  readonly #url: string | undefined;
  #tag = '';
  #names: RotaNames = NOBODY;

  /** `sheetsUrl` undefined: the spreadsheet is a real one, and nobody is labelled. */
  constructor(sheetsUrl: string | undefined) {
    this.#url = sheetsUrl;
  }

  async look(): Promise<RotaNames> {
    if (!this.#url) return NOBODY;
    const [id] = await this.#ids();
    if (id === undefined) return NOBODY;
    const answer = await fetch(`${this.#url}/documents/${encodeURIComponent(id)}`, {
      headers: this.#tag ? { 'if-none-match': this.#tag } : {},
    });
    const body = await answer.text();
    if (answer.status === 200) {
      this.#names = namesIn(JSON.parse(body));
      this.#tag = answer.headers.get('etag') ?? '';
    }
    return this.#names;
  }

  async #ids(): Promise<string[]> {
    const answer = await fetch(`${this.#url}/documents`);
    return ((await answer.json()) as { documents: string[] }).documents;
  }
}

/** A row with an id names a member; the last member named in today's row is on duty, as a substitute stands last. */
export function namesIn({ today, tabs }: Document): RotaNames {
  const rows = tabs.flatMap((tab) => tab.rows);
  const members = new Map<string, string>();
  for (const row of rows) {
    const id = row.find((cell) => /^U[A-Z0-9]{2,}$/.test(cell?.shown ?? ''))?.shown;
    if (id && row[0]) members.set(row[0].shown, id);
  }
  const todays = rows.find((row) => row.some((cell) => cell?.date === today)) ?? [];
  const named = todays.map((cell) => members.get(cell?.shown ?? '')).filter((id) => id !== undefined);
  return { rota: [...members.values()], onDuty: named.slice(-1) };
}
