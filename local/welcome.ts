import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SimulatedWorld } from './world.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The laptop's front door: where to look. The product's own pages have a service of their own. */
export function welcome(world: SimulatedWorld): (req: IncomingMessage, res: ServerResponse) => void {
  const links = [
    ...(world.slack ? [[world.slack.url, 'チャット（Slack の代わり） / The chat, in place of Slack']] : []),
    ...(world.sheets
      ? [
          [
            world.sheets.url,
            '当番表（Google スプレッドシートの代わり） / The rota, in place of Google Sheets',
          ],
        ]
      : []),
  ];
  const items = links
    .map(([url, label]) => `<li><a href="${escapeHtml(url ?? '')}">${escapeHtml(label ?? '')}</a></li>`)
    .join('');
  const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Toban</title><style>body{font:16px/1.7 system-ui,"Noto Sans JP",sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}
@media(prefers-color-scheme:dark){body{background:#16181d;color:#e6e6e6}a{color:#8ab4f8}}</style>
<h1>当番 Toban</h1><p>このパソコンの中で全部動いています。<br>Everything runs on this machine.</p><ul>${items}</ul></html>`;
  return (req, res) => {
    if (req.url !== '/') {
      res.writeHead(404, { 'content-type': 'text/plain' }).end('not-found');
      return;
    }
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    };
    res.writeHead(200, headers).end(page);
  };
}
