// Makes `npm start` and `npm test` work as the first command after a clone.
// Runs on Node 20 with built-ins only: installs what is missing, brings a newer
// Node where the machine's is too old for the system, then runs the command given.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const NEEDED = [22, 18]; // type stripping without a flag, node:sqlite
const BROUGHT = '22.23.2'; // exists on npm for Linux, macOS and Windows, x64 and arm64

const run = (args, cwd) =>
  execFileSync(npm, args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });

/** True when package-lock.json changed since the last install here. */
function installNeeded() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return (
    statSync(join(root, 'package-lock.json')).mtimeMs > statSync(installed).mtimeMs && !sameLock(installed)
  );
}

function sameLock(installed) {
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([path, entry]) => path !== '' && !entry.optional && !entry.peer)
      .map(([path, entry]) => `${path}@${entry.version}`)
      .sort()
      .join('\n');
  return versions(installed) === versions(join(root, 'package-lock.json'));
}

/** Folder of a Node that is new enough, or null when this process's own is. */
function broughtNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return null;
  const home = join(root, '.node');
  const bin = join(home, 'node_modules', 'node', 'bin');
  if (!existsSync(bin)) {
    console.error(
      `Node ${process.versions.node} is too old for Toban; fetching Node ${BROUGHT} from npm into .node/ …`,
    );
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, 'package.json'),
      JSON.stringify({ private: true, allowScripts: { node: true } }),
    );
    run(['install', '--no-save', '--no-package-lock', `node@${BROUGHT}`], home);
  }
  return bin;
}

if (installNeeded()) {
  console.error('Installing dependencies …');
  run(['ci', '--no-fund', '--no-audit'], root);
}
const node = broughtNode();
const path = [node, join(root, 'node_modules', '.bin'), process.env.PATH].filter(Boolean).join(delimiter);
const [, , command = '', ...args] = process.argv;
const windows = process.platform === 'win32';
// Without a shell wherever that can be: it would read `$(…)` within the words that were typed, take the signal to end, and
// leave what it runs behind with its ports.
const [program = '', ...own] = command.split(' ');
const alone = !/[&|;]/.test(command) && (!windows || program === 'node');
const quoted = (arg) => (windows ? JSON.stringify(arg) : `'${arg.replaceAll("'", `'\\''`)}'`);
const [file, given] = alone ? [program, [...own, ...args]] : [[command, ...args.map(quoted)].join(' '), []];
const child = spawn(file, given, {
  cwd: root,
  shell: !alone,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: path,
    Path: path,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, '--disable-warning=ExperimentalWarning']
      .filter(Boolean)
      .join(' '),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
