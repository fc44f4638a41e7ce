import fc from 'fast-check';

const FRAGMENTS = [
  '', ' ', '\n', '\r\n', '\t', '\0', '\u001b[2J', '\u202E', '\u200B', '\uFEFF', '\uD83D', '\uDE00', '😀', '👨‍👩‍👧', 'ｱ', '①', '㍻', 'é',
  '<!channel>', '<@U0ARAI>', '<!subteam^S0ONCALL>', '<script>', '&amp;', '"', "'", '`', '\\', '%', '=1+1', '{{', '}}', '${',
  'null', 'undefined', 'NaN', '-0', '1e999', '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '当番', '山田', '至急', 'true', 'no', '~', '---', '***', '../', 'javascript:alert(1)', 'https://a.example/?q=1',
] as const; // biome-ignore format: a list of words

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.integer().map(String) },
);

/** Text out of `words`, hostile ones among them; now and then one of them a thousand times over. */
export function textOf(words: readonly string[], { joint = '', most = 12 } = {}): fc.Arbitrary<string> {
  const piece = fc.oneof(...(words.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...words) }] : []), {
    weight: 2,
    arbitrary: word,
  });
  const much = fc.tuple(piece, fc.nat({ max: 2_000 })).map(([one, times]) => one.repeat(times));
  return fc
    .array(fc.oneof({ weight: 60, arbitrary: piece }, { weight: 1, arbitrary: much }), { maxLength: most })
    .map((pieces) => pieces.join(joint));
}

export const text = textOf([]);

/** Any JSON, with the names and texts that break things. */
export const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    text,
    fc.boolean(),
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(-1, 1e300, 8.64e15 + 1),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value;

interface Change {
  readonly at: number;
  /** Undefined: taken away. */
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 10_000 }),
  value: fc.oneof({ weight: 3, arbitrary: json }, { weight: 1, arbitrary: fc.constant(undefined) }),
});

/** One of `samples` (JSON) with a few of its values, wherever they stand, changed for `others` or anything, or taken away. */
export function changed(samples: readonly unknown[], others: readonly unknown[] = []): fc.Arbitrary<unknown> {
  const known =
    others.length > 0
      ? fc.record({ at: fc.nat({ max: 10_000 }), value: fc.constantFrom(...others) })
      : change;
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(fc.oneof(change, known), { maxLength: 4 }))
    .map(([sample, changes]) => changes.reduce(replaced, sample));
}

function replaced(root: unknown, { at, value }: Change): unknown {
  const places = placesIn(root, []);
  const path = places[at % places.length] ?? [];
  return withValue(root, path, value);
}

function placesIn(value: unknown, path: readonly string[]): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function withValue(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root))
    return root.map((one, i) => (String(i) === key ? withValue(one, rest, value) : one));
  const entries = Object.entries(root as object).map(([name, one]) => [
    name,
    name === key ? withValue(one, rest, value) : one,
  ]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

/** Whether every text in it is whole Unicode: half a sign is refused or garbled by whoever stores it. */
export const isWhole = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => key.isWellFormed() && isWhole(one));
};
