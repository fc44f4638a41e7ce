import { type Locale, moment } from '../../shared/language/index.ts';
import { type Checked, isBad } from './check.ts';
import type { KindText } from './kind.ts';
import type { Pulled } from './pull.ts';
import type { Pushed } from './push.ts';
import type { DocumentsText } from './text.ts';

/** For whom it is said, and when. */
export interface Reader {
  readonly text: DocumentsText;
  readonly words: KindText;
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
}

/** What a command has to say: to people in lines, to programs as one object. */
export interface Report {
  readonly well: boolean;
  readonly lines: readonly string[];
  readonly files: readonly object[];
}

export function checkReport(files: readonly Checked[], reader: Reader): Report {
  const { text } = reader;
  const levels = files.flatMap(({ problems, twin }) => [
    ...problems.map(({ level }) => level),
    ...(twin ? ['error'] : []),
  ]);
  const errors = levels.filter((level) => level === 'error').length;
  const sum = text.checked(files.length, errors, levels.length - errors);
  return {
    well: files.length > 0 && !files.some(isBad),
    lines: [...problemLines(files, reader), files.length === 0 ? text.noFiles : sum],
    files: files.map((file) => {
      const { path, document, twin } = file;
      const { id = null, language = null } = document ?? {};
      return { path, id, language, twin, problems: problemsOf(file, reader) };
    }),
  };
}

export function pushReport(
  files: readonly Checked[],
  pushed: readonly Pushed[],
  dry: boolean,
  reader: Reader,
): Report {
  const refused = pushed.filter(({ outcome }) => outcome === 'older').length;
  const same = pushed.filter(({ outcome }) => outcome === 'same').length;
  return {
    well: refused === 0,
    lines: [
      ...problemLines(files, reader),
      ...pushed.map((one) => `${one.path}: ${pushLine(one, reader)}`),
      reader.text.pushSummary(pushed.length - same - refused, same, refused, dry),
    ],
    files: pushed.map((one) => ({ ...one, before: one.before?.version ?? null })),
  };
}

export function pullReport(pulled: readonly Pulled[], dry: boolean, { text }: Reader): Report {
  const refused = pulled.filter(({ outcome }) => outcome === 'edited').length;
  const same = pulled.filter(({ outcome }) => outcome === 'same').length;
  return {
    well: refused === 0,
    lines: [
      ...pulled.map(({ path, outcome, version }) => {
        const what = outcome === 'edited' ? text.pulled.edited : text.pulled[outcome](short(version));
        return `${path}: ${what}`;
      }),
      text.pullSummary(pulled.length - same - refused, same, refused, dry),
    ],
    files: pulled,
  };
}

function pushLine(pushed: Pushed, reader: Reader): string {
  const line = outcomeLine(pushed, reader);
  return pushed.before?.retired ? `${line} (${reader.text.stillRetired})` : line;
}

function outcomeLine({ outcome, version, before }: Pushed, { text, now, zone, locale }: Reader): string {
  if (outcome === 'new' || before === null) return text.pushed.new(short(version));
  if (outcome === 'same') return text.pushed.same(short(version));
  const time = moment(before.at, now, zone, locale);
  const old = short(before.version);
  return outcome === 'older'
    ? text.pushed.older(old, before.by, time)
    : text.pushed.changed(short(version), old, before.by, time);
}

const problemsOf = ({ problems }: Checked, { locale }: Reader) =>
  problems.map((problem) => ({ ...problem, message: problem.say(locale) }));

/** `runbooks/ja/x.md:12:3 error: …`, as compilers say it, so that editors jump there. */
const problemLines = (files: readonly Checked[], reader: Reader): readonly string[] =>
  files.flatMap((file) => [
    ...(file.twin ? [`${file.path}:1:1 error: ${reader.words.twin(file.twin)}`] : []),
    ...problemsOf(file, reader).map(
      ({ line, column, level, message }) => `${file.path}:${line}:${column} ${level}: ${message}`,
    ),
  ]);

const short = (version: string): string => version.slice(0, 8);
