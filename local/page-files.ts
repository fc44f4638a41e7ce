import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

export interface PageFile {
  readonly body: string;
  readonly type: string;
}

/** A simulator's page as its folder holds it: `/` is index.html, `/page/<name>` its parts; null for anything else. */
export function pageFileOf(folder: string, path: string): PageFile | null {
  const name = path === '/' ? 'index.html' : /^\/page\/([a-z0-9-]+\.(?:js|css))$/.exec(path)?.[1];
  if (name === undefined) return null;
  const file = join(folder, name);
  const type = TYPES[extname(name)];
  if (type === undefined || !existsSync(file)) return null;
  return { body: readFileSync(file, 'utf8'), type: `${type}; charset=utf-8` };
}
