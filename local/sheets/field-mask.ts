/** A parsed `fields` parameter: field → what is wanted beneath it; an empty map is everything. */
export interface Mask extends Map<string, Mask> {}

/** Fields this server can answer, by the path above them; anything else is refused as Google refuses a typo. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': ['spreadsheetId', 'spreadsheetUrl', 'properties', 'sheets'],
  properties: ['title', 'timeZone', 'locale'],
  sheets: ['properties', 'data', 'merges'],
  'sheets.properties': ['sheetId', 'title', 'index', 'sheetType', 'gridProperties'],
  'sheets.data': ['startRow', 'startColumn', 'rowData', 'rowMetadata'],
  'sheets.data.rowData': ['values'],
  'sheets.data.rowMetadata': ['hiddenByUser', 'hiddenByFilter', 'pixelSize'],
  'sheets.data.rowData.values': [
    'userEnteredValue',
    'effectiveValue',
    'formattedValue',
    'userEnteredFormat',
    'effectiveFormat',
  ],
};

export class BadMask extends Error {
  readonly field: string;

  constructor(field: string) {
    super(`Invalid field selection ${field}`);
    this.field = field;
  }
}

/** `a,b(c,d/e),f.g` and `*`. Throws BadMask. */
export function parseMask(fields: string): Mask {
  const tokens = fields.match(/[\w*]+|[,()/.]/g) ?? [];
  if (tokens.join('') !== fields.replace(/\s/g, '')) throw new BadMask(fields);
  let at = 0;
  const list = (): Mask => {
    const mask: Mask = new Map();
    do path(mask);
    while (tokens[at++] === ',');
    at -= 1;
    return mask;
  };
  const path = (into: Mask): void => {
    const name = tokens[at++];
    if (name === undefined || !/^[\w*]+$/.test(name)) throw new BadMask(name ?? fields);
    const below: Mask = into.get(name) ?? new Map();
    into.set(name, below);
    if (tokens[at] === '/' || tokens[at] === '.') {
      at += 1;
      path(below);
    } else if (tokens[at] === '(') {
      at += 1;
      for (const [key, value] of list()) below.set(key, value);
      if (tokens[at++] !== ')') throw new BadMask(fields);
    }
  };
  const mask = list();
  if (at < tokens.length) throw new BadMask(tokens[at] ?? fields);
  check(mask, '');
  return mask;
}

function check(mask: Mask, above: string): void {
  const known = KNOWN[above];
  for (const [name, below] of mask) {
    if (known && name !== '*' && !known.includes(name)) throw new BadMask(name);
    check(below, above === '' ? name : `${above}.${name}`);
  }
}

/** Whether the mask reaches a field, such as `sheets.data`. */
export function wants(mask: Mask | null, ...path: readonly string[]): boolean {
  let at: Mask | undefined = mask ?? undefined;
  for (const name of path) {
    if (!at || at.size === 0 || at.has('*')) return true;
    at = at.get(name);
    if (!at) return false;
  }
  return true;
}

/** The value with only what the mask names; arrays are looked through. */
export function applyMask(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || mask.has('*')) return value;
  if (Array.isArray(value)) return value.map((entry) => applyMask(entry, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const below = mask.get(key);
      return below ? [[key, applyMask(entry, below)]] : [];
    }),
  );
}
