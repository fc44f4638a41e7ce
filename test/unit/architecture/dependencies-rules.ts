import { type Import, packageOf } from './source.ts';

const NOT_NOUNS = ['platform', 'ports', 'store', 'tasks', 'adapters'];
/** Of shared/<noun>, a door beside index.ts: what the public edge's small bundle takes of it, and nothing more. */
const EDGE_DOOR = /^shared\/[a-z-]+\/edge\.ts$/;
/** Pure libraries for what is not our trade. */
const PURE_LIBRARIES = [
  'zod',
  'yaml',
  'temporal-polyfill',
  '@holiday-jp/holiday_jp',
  'ical-generator',
  'mdast-util-from-markdown',
  'mdast-util-gfm-table',
  'micromark-extension-gfm-table',
];
const VENDOR_SDKS = [
  '@google-cloud/firestore',
  '@google-cloud/pubsub',
  'googleapis',
  '@google/genai',
  '@slack/web-api',
  '@slack/bolt',
  '@resvg/resvg-js',
];
/** Routes, templates and sealed cookies of the pages, and the protocol of models. */
const WEB_LIBRARIES = ['hono', '@hono/node-server', 'jose', '@modelcontextprotocol/server'];
const LOCAL_LIBRARIES = ['@slack/web-api', '@slack/bolt', 'playwright-core', 'csv-parse', 'fflate', 'jose'];

const [PLATFORM, PORTS, STORE] = ['shared/platform/', 'shared/ports/', 'shared/store/'];

/** `shared/<name>` for files in shared, else the first folder. */
export function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'shared' ? `shared/${second}` : first;
}

export function isNoun(folder: string): boolean {
  return folder.startsWith('shared/') && !NOT_NOUNS.includes(folder.slice('shared/'.length));
}

/** Files directly in functions/ make the bundles; they are in none. */
export const isBuildStep = (path: string): boolean => /^functions\/[^/]+$/.test(path);

const isDoor = (path: string) => path.endsWith('/index.ts') || EDGE_DOOR.test(path);
const within = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(folder));

/** What is wrong with an import, as a sentence that says what to do; null when it keeps the rules. */
export function complaint(edge: Import): string | null {
  const { from, to } = edge;
  const folder = folderOf(from);
  const what = packageOf(to) === null ? ofTheProject(edge, folder) : ofAPackage(edge, folder);
  return what && `${from} imports ${to}: ${what}`;
}

function ofTheProject({ from, to, typeOnly }: Import, folder: string): string | null {
  if (['test', 'bench'].includes(folder) || !from.includes('/')) return null;
  if (to.startsWith('node:')) return ofNode(to, folder);
  const target = folderOf(to);
  if (target === folder) return ownFolder(from, to);
  if (within(to, 'test/', 'bench/', 'local/', 'cli/'))
    return `only tests and bench may import ${target}/; move what is shared`;
  if (to.startsWith('functions/'))
    return folder === 'local' ? null : 'nothing imports functions/; move it to shared/';
  if (isNoun(target) && !isDoor(to)) return `go through ${target}/index.ts; export it there`;
  if (!folder.startsWith('shared/')) return null;
  if (to.startsWith('shared/adapters/'))
    return 'take a port as an argument; adapters are joined in functions/, cli/ and local/';
  if (within(to, PLATFORM)) return null;
  if (folder === 'shared/platform') return 'platform imports nothing of the project; move it up';
  if (within(to, PORTS) && typeOnly) return null;
  if (folder === 'shared/adapters')
    return to === 'shared/tasks/index.ts' ? 'an adapter knows no tasks' : null;
  if (within(to, PORTS)) return 'of a port only the types: use `import type`, and take values as arguments';
  if (folder === 'shared/ports')
    return within(to, STORE) ? null : 'a port is a contract and imports only platform';
  if (within(to, STORE)) return null;
  if (folder === 'shared/store') return 'the store knows no noun; turn the dependency round';
  if (to === 'shared/tasks/index.ts') return null;
  if (target === 'shared/tasks') return 'go through shared/tasks/index.ts; export it there';
  if (folder === 'shared/tasks') return 'tasks know no noun; the noun hands its kinds in';
  return null;
}

/** One folder of functions/ is one program; what two share stands in functions/http or in shared/. */
function ownFolder(from: string, to: string): string | null {
  if (!from.startsWith('functions/') || isBuildStep(from)) return null;
  const program = (path: string) => path.split('/')[1];
  if (program(from) === program(to) || within(to, 'functions/http/')) return null;
  return 'a program does not import another; move what they share to functions/http/ or shared/';
}

function ofNode(to: string, folder: string): string | null {
  const free = !folder.startsWith('shared/') || ['shared/adapters', 'shared/platform'].includes(folder);
  return free || to === 'node:crypto'
    ? null
    : 'shared/ does no I/O of its own; put it in an adapter behind a port';
}

function ofAPackage({ from, to, typeOnly }: Import, folder: string): string | null {
  const name = packageOf(to) ?? to;
  if (['test', 'bench', 'shared/adapters'].includes(folder) || !from.includes('/')) return null;
  if (name === '@slack/types' && typeOnly && ['shared/slack', 'shared/ports', 'local'].includes(folder))
    return null;
  if (folder === 'local' && LOCAL_LIBRARIES.includes(name)) return null;
  if (VENDOR_SDKS.includes(name)) return 'vendor SDKs stand in shared/adapters only; put it behind a port';
  if (folder === 'functions' && name === '@google-cloud/functions-framework') return null;
  if (within(from, 'functions/web/') && WEB_LIBRARIES.includes(name)) return null;
  if (isBuildStep(from) && name === 'esbuild') return null;
  if (folder === 'shared/platform') return name === 'zod' ? null : 'platform needs no library but zod';
  if (PURE_LIBRARIES.includes(name)) return null;
  return 'name the library in test/unit/architecture/dependencies-rules.ts if it is pure, else put it in an adapter';
}
