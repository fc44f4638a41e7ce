import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../../cli/commands.ts';
import { topics } from '../../../shared/ports/bus.ts';
import { blocks, resources } from '../terraform/hcl.ts';
import { GCLOUD } from './gcloud.ts';
import { files, read, root } from './source.ts';
import { mentioned, scripts, type Typed, typeIn } from './typed.ts';

const typed: readonly Typed[] = [...scripts, ...mentioned].flatMap(([file, script]) => typeIn(file, script));
const of = (program: string) => typed.filter((one) => one.program === program);
const said = ({ file, program, args }: Typed) => `${file}: ${program} ${args.join(' ')}`;
/** Those of them that are wrong, as a person would look for them. */
const wrong = (program: string, isRight: (args: readonly string[]) => boolean) =>
  of(program)
    .filter(({ args }) => !isRight(args))
    .map(said);
const flagOf = (arg: string): string => arg.split('=', 1)[0] ?? arg;

test('every block of commands runs through a shell, and nothing in it is unknown to one', () => {
  expect(new Set(typed.map(({ file }) => file))).toEqual(new Set([...scripts.keys(), ...mentioned.keys()]));
  expect([...mentioned.keys()]).toContain('shared/doctor/text.ts');
  expect(new Set(typed.map(({ program }) => program))).toContain('gcloud');
  expect(() => typeIn('x.md', 'gclod config set project x')).toThrow('gclod: command not found');
  expect(() => typeIn('x.md', 'gcloud config set project $PROJCT')).toThrow('PROJCT: unbound variable');
  expect(() => typeIn('x.md', 'gcloud config "set project x')).toThrow('unexpected EOF');
});

/** The command that arguments begin with. */
const commandIn = (args: readonly string[]): string | null =>
  args.map((_arg, i) => args.slice(0, args.length - i).join(' ')).find((one) => Object.hasOwn(GCLOUD, one)) ??
  null;

test('every command of gcloud, and every flag, is one that is known', () => {
  expect(
    wrong('gcloud', (args) => {
      const command = commandIn(args);
      const flags = args.filter((arg) => arg.startsWith('-')).map(flagOf);
      return command !== null && flags.every((flag) => GCLOUD[command]?.includes(flag));
    }),
  ).toEqual([]);
  const used = new Set(of('gcloud').map(({ args }) => commandIn(args)));
  expect(Object.keys(GCLOUD).filter((command) => !used.has(command))).toEqual([]);
});

interface Tree {
  readonly commands: Readonly<Record<string, Tree>>;
  readonly flags?: Readonly<Record<string, unknown>>;
}

/** What the gcloud of this machine knows, from the table with which it completes what is typed. */
function installed(): Tree | null {
  const program = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'gcloud'))
    .find(existsSync);
  const table = program && join(realpathSync(program), '../../data/cli/gcloud_completions.py');
  if (!table || !existsSync(table)) return null;
  const text = readFileSync(table, 'utf8');
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

const tree = installed();
if (!tree) console.log('NOT RUN: the commands of gcloud held to gcloud itself (it is not on this machine)');

test.skipIf(!tree)('what is known of gcloud is what gcloud says', () => {
  const unknown = Object.entries(GCLOUD).flatMap(([command, flags]) => {
    let at: Tree | undefined = tree ?? undefined;
    const takes = new Set(Object.keys(at?.flags ?? {}));
    for (const word of command.split(' ')) {
      at = at?.commands[word];
      for (const flag of Object.keys(at?.flags ?? {})) takes.add(flag);
    }
    return at ? flags.filter((flag) => !takes.has(flag)).map((flag) => `${command} ${flag}`) : [command];
  });
  expect(unknown).toEqual([]);
});

test('every secret, subscription, image and line of the log that gcloud is asked for is there', () => {
  const [, list = ''] = /secret_names = \[([^\]]*)\]/.exec(read('terraform/secrets.tf')) ?? [];
  const secrets = [...list.matchAll(/"(\w+)"/g)].map(
    ([, name = '']) =>
      `toban-${name
        .toLowerCase()
        .replaceAll('_', '-')
        .replace(/^toban-/, '')}`,
  );
  const subscriptions = Object.keys(topics).map((lane) => `${lane}-dead-keep`);
  const code = files
    .filter((file) => /^(functions|shared)\/.*\.ts$/.test(file))
    .map(read)
    .join('\n');
  const lines = (filter: string) =>
    [...filter.matchAll(/jsonPayload\.message=(?:"[^"]+"|\([^)]*\))/g)].flatMap(([found]) =>
      [...found.matchAll(/"([^"]+)"/g)].map(([, event = '']) => event),
    );
  expect(secrets).toContain('toban-slack-bot-token');
  expect(
    wrong('gcloud', (args) => {
      const [first, second, third] = args;
      const last = args.filter((arg) => !arg.startsWith('-')).at(-1) ?? '';
      if (first === 'secrets') {
        const named = args.find((arg) => arg.startsWith('--secret='))?.slice('--secret='.length);
        return secrets.includes(named ?? last);
      }
      if (first === 'pubsub' && second === 'subscriptions') return subscriptions.includes(args[3] ?? '');
      if (first === 'builds')
        return files.includes(`${(third ?? '').replace('dist/', 'functions/')}/index.ts`);
      if (first === 'logging') return lines(third ?? '').every((event) => code.includes(`'${event}'`));
      return true;
    }),
  ).toEqual([]);
});

/** What each command of Terraform is used with here. */
const TERRAFORM: Readonly<Record<string, readonly string[]>> = {
  init: [],
  apply: ['-target'],
  output: ['-raw'],
  import: [],
  destroy: [],
  test: [],
};

test('every command of Terraform names a folder, a resource and an output that are there', () => {
  const addresses = resources.map(({ labels }) => labels.join('.'));
  const outputs = blocks.filter(({ kind }) => kind === 'output').map(({ labels }) => labels[0]);
  expect(of('terraform').length).toBeGreaterThan(5);
  expect(
    wrong('terraform', (args) => {
      const [folder, command, ...rest] = args[0]?.startsWith('-chdir=')
        ? args
        : ['-chdir=terraform', ...args];
      const options = rest.filter((arg) => arg.startsWith('-'));
      const named = rest.filter((arg) => !arg.startsWith('-'));
      const targets = options
        .filter((arg) => flagOf(arg) === '-target')
        .map((arg) => arg.slice('-target='.length));
      return (
        folder === '-chdir=terraform' &&
        options.every((arg) => TERRAFORM[command ?? '']?.includes(flagOf(arg))) &&
        Object.hasOwn(TERRAFORM, command ?? '') &&
        targets.every((target) => addresses.includes(target)) &&
        (command !== 'import' || addresses.includes(named[0] ?? '')) &&
        (command !== 'output' || named.every((name) => outputs.includes(name)))
      );
    }),
  ).toEqual([]);
});

/** The words that may follow a command of Toban, where its usage names some. */
const verbsOf = (name: string, usage: string) =>
  new Set([...usage.matchAll(new RegExp(`-- ${name} ([a-z]+)`, 'g'))].map(([, verb]) => verb));

const takes = (usage: string, flag: string): boolean => new RegExp(`${flagOf(flag)}(?![\\w-])`).test(usage);

test('every command of npm is a script, every command of Toban takes what it is given, and the manifest is printed', () => {
  const { scripts: ours }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const isRight = ([word = '', ...given]: readonly string[]): boolean => {
    if (word === 'start' || word === 'test') return given.length === 0;
    const [script = '', dashes, ...args] = given.filter((arg) => arg !== '-s');
    if (word !== 'run' || !Object.hasOwn(ours, script) || (dashes !== undefined && dashes !== '--'))
      return false;
    if (script === 'manifest')
      return spawnSync(process.execPath, ['functions/manifest.ts', ...args], { cwd: root }).status === 0;
    if (script !== 'toban') return true;
    const command = COMMANDS.find(({ name }) => name === args[0]);
    if (!command) return false;
    const verbs = verbsOf(command.name, command.usage);
    const flags = args.filter((arg) => arg.startsWith('--'));
    return (
      (verbs.size === 0 || verbs.has(args[1] ?? '')) && flags.every((flag) => takes(command.usage, flag))
    );
  };
  expect(of('npm').length).toBeGreaterThan(10);
  expect(wrong('npm', isRight)).toEqual([]);
  expect(isRight(['run', '-s', 'toban', '--', 'runbooks', 'chekc', 'x'])).toBe(false);
  expect(isRight(['run', '-s', 'toban', '--', 'doctor', '--cal'])).toBe(false);
  expect(isRight(['run', '-s', 'manifest', '--', '--ur', 'https://x'])).toBe(false);
});
