import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { manifest } from '../shared/slack/index.ts';

const USAGE = `npm run -s manifest -- --url https://<the edge's address> [--pages https://<the pages' address>] [--lang ja|en] [--json]
Prints the manifest to create the Slack app from. --url is the output "slack_request_urls" of Terraform, without its path.`;

try {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      pages: { type: 'string' },
      lang: { type: 'string', default: 'ja' },
      json: { type: 'boolean', default: false },
    },
  });
  const { url, pages, lang, json } = values;
  const locale = lang === 'ja' || lang === 'en' ? lang : null;
  if (!isHttps(url) || locale === null || (pages !== undefined && !isHttps(pages)))
    throw new TypeError(USAGE);
  const found = manifest(url, { locale, ...(pages !== undefined && { pagesUrl: pages }) });
  console.log(json ? JSON.stringify(found, null, 2) : stringify(found, { lineWidth: 0 }));
} catch (error) {
  console.error(error instanceof TypeError && error.message !== USAGE ? `${error.message}\n${USAGE}` : USAGE);
  process.exitCode = 1;
}

/** Slack sends nothing to any other address. */
function isHttps(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && new URL(url).protocol === 'https:';
}
