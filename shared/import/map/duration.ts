const MINUTE = 60_000;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(\d+(?:\.\d+)?) ?(?:日間?|days?|d)(?![a-z])/, 1_440 * MINUTE],
  [/(\d+(?:\.\d+)?) ?(?:時間|hours?|hrs?|h)(?![a-z])/, 60 * MINUTE],
  [/(\d+(?:\.\d+)?) ?(?:分間?|minutes?|mins?|m)(?![a-z])/, MINUTE],
  [/(\d+(?:\.\d+)?) ?(?:秒間?|seconds?|secs?|s)(?![a-z])/, 1_000],
];
/** Of a bare number the column says what it counts: `対応時間（分）`. */
const COUNTED: readonly (readonly [RegExp, number])[] = [
  [/分|min/i, MINUTE],
  [/\(時間\)|hour|\(h\)/i, 60 * MINUTE],
  [/秒|sec/i, 1_000],
];

/** How long something took, in ms: `2時間30分`, `90 min`, `1:30` (hours), `90` in a column of minutes. Null: it does not say. Pure. */
export function readDuration(said: string, column: string): number | null {
  const text = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^約|程度$|ほど$|くらい$/g, '')
    .trim();
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (clock) return (Number(clock[1]) * 60 + Number(clock[2])) * MINUTE + Number(clock[3] ?? 0) * 1_000;
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const unit = COUNTED.find(([name]) => name.test(column.normalize('NFKC')))?.[1];
    return unit === undefined ? null : Math.round(Number(text) * unit);
  }
  let [rest, sum, any] = [text.replace(/時間半$/, '時間30分'), 0, false];
  for (const [pattern, unit] of UNITS) {
    const found = pattern.exec(rest);
    if (!found) continue;
    sum += Number(found[1]) * unit;
    rest = rest.replace(found[0], ' ');
    any = true;
  }
  // What else it says is no duration: `調査中、2時間後に連絡`.
  return any && rest.trim() === '' ? Math.round(sum) : null;
}
