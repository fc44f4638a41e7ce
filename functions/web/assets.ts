import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { MiddlewareHandler } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly path: string;
}

const folder = join(import.meta.dirname, 'assets');

/** What every page stands on, in the order of the cascade; the files of single pages come after these. */
const FOUNDATION = ['tokens', 'base', 'frame', 'controls', 'state', 'lists', 'tables', 'prose'];

/** `assets/style/*.css` as the one file that a page asks for. */
function stylesheet(): string {
  const names = readdirSync(join(folder, 'style')).sort();
  const pages = names.map((name) => basename(name, '.css')).filter((name) => !FOUNDATION.includes(name));
  return [...FOUNDATION, ...pages]
    .map((name) => readFileSync(join(folder, 'style', `${name}.css`), 'utf8'))
    .join('\n');
}

/** Read once: the content's hash is part of the address, so a browser may keep a file for ever. */
const assets: ReadonlyMap<string, Asset> = new Map([
  ['style.css', assetOf('style.css', stylesheet())],
  ...readdirSync(folder)
    .filter((name) => extname(name) in TYPES)
    .map((name): [string, Asset] => [name, assetOf(name, readFileSync(join(folder, name), 'utf8'))]),
]);

function assetOf(name: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { body, type: TYPES[extname(name)] ?? '', path: `/assets/${hash}/${name}` };
}

/** The address of a file in `assets/`. */
export function assetPath(name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`there is no file assets/${name}`);
  return asset.path;
}

/** `/assets/<hash>/<name>`. An old page may ask for an old hash during a rollout: it gets today's file, not to be kept. */
export const serveAsset: MiddlewareHandler = async (c) => {
  const asset = assets.get(c.req.param('name') ?? '');
  if (!asset) return c.text('not-found', 404);
  const fresh = c.req.path === asset.path;
  return c.body(asset.body, 200, {
    'content-type': asset.type,
    'cache-control': fresh ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
};
