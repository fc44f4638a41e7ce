import { join } from 'node:path';
import { pageFileOf } from '../page-files.ts';
import type { HttpAnswer } from './http-answer.ts';

/** The chat's page and its parts; null for any other path. */
export function pageFile(path: string, sheetsUrl: string | null): HttpAnswer | null {
  const file = pageFileOf(join(import.meta.dirname, 'page'), path);
  if (!file) return null;
  const policy = `default-src 'self'; img-src 'self' data: http://127.0.0.1:* https:; frame-src ${sheetsUrl ?? "'none'"}; frame-ancestors 'none'`;
  return {
    status: 200,
    body: file.body,
    headers: { 'content-type': file.type, 'content-security-policy': policy },
  };
}
