import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Paths from the root of all files that are committed or would be; sorted. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .sort();

export const sources = files.filter((path) => path.endsWith('.ts'));
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface Import {
  readonly from: string;
  /** A path from the root for a relative import, otherwise the specifier as written. */
  readonly to: string;
  readonly typeOnly: boolean;
}

// Comments, strings, templates, and regular expressions where only an expression can stand.
const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g;

/** The text without comments: their place is kept by spaces. */
export function withoutComments(text: string): string {
  return text.replace(TOKEN, (token) => (/^\/[/*]/.test(token) ? token.replace(/[^\n]/g, ' ') : token));
}

/** Only what is executed: comments, plain strings and regular expressions blanked. Templates stay, for their `${}`. */
export function codeOnly(text: string): string {
  return text.replace(TOKEN, (token) => (token.startsWith('`') ? token : token.replace(/[^\n]/g, ' ')));
}

const STATIC = /(?:import|export)\s+(type\s+)?(?:([^'"`;=()]*?)\s*from\s*)?['"]([^'"\n]+)['"]/y;
const DYNAMIC = /import\(\s*['"]([^'"\n]+)['"]\s*\)(\.[A-Z])?/y;

/** Imports and re-exports of a file, static and dynamic. `import('x').Name` is a type; a promise's methods are small. */
export function importsOf(path: string, text: string = read(path)): readonly Import[] {
  const resolve = (to: string) => (to.startsWith('.') ? join(path, '..', to) : to);
  const fixed = matchesAt(text, /(?<=(?:^|;)[ \t]*)(?:import|export)\s/gm, STATIC).map(
    ([, type, names = '', to = '']) => ({ to, typeOnly: type !== undefined || allTypes(names) }),
  );
  const late = matchesAt(text, /\bimport\(/g, DYNAMIC).map(([, to = '', type]) => ({
    to,
    typeOnly: type !== undefined,
  }));
  return [...fixed, ...late].map(({ to, typeOnly }) => ({ from: path, to: resolve(to), typeOnly }));
}

/** What matches where `start` stands in code: an import that is quoted in a string is none. */
function matchesAt(text: string, start: RegExp, whole: RegExp): RegExpExecArray[] {
  const code = withoutComments(text);
  const matches = [...codeOnly(text).matchAll(start)].map(({ index }) => {
    whole.lastIndex = index;
    return whole.exec(code);
  });
  return matches.filter((match) => match !== null);
}

/** `{ type A, type B }` brings nothing at run time. */
function allTypes(names: string): boolean {
  const inner = /^\s*\{([\s\S]*)\}\s*$/.exec(names)?.[1];
  if (inner === undefined) return false;
  const parts = inner
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

export const imports: readonly Import[] = sources.flatMap((path) => importsOf(path));

/** Name of the npm package of a specifier, or null for Node's own and for files of the project. */
export function packageOf(to: string): string | null {
  if (to.startsWith('node:') || files.includes(to) || /^(shared|functions|cli|local|test|bench)\//.test(to))
    return null;
  return to.startsWith('@') ? to.split('/', 2).join('/') : (to.split('/', 1)[0] ?? to);
}
