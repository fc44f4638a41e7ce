import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
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

/** Read once: the content's hash is part of the address, so a browser may keep a file for ever. */
const assets: ReadonlyMap<string, Asset> = new Map(
  readdirSync(folder).flatMap((name) => {
    const type = TYPES[extname(name)];
    if (type === undefined) return [];
    const body = readFileSync(join(folder, name), 'utf8');
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    return [[name, { body, type, path: `/assets/${hash}/${name}` }]];
  }),
);

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
