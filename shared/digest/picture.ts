import { type Locale, zoneName } from '../language/index.ts';
import { SEVERITIES, type Severity } from '../severity/index.ts';
import type { Digest } from './read.ts';
import { digestText } from './text.ts';

const WIDTH = 1_200;
const HEIGHT = 630;
const FONT = 'BIZ UDPGothic';
const INK = '#1a1d23';
const QUIET = '#565d69';
const LINE = '#d5d8de';
const FILL: Readonly<Record<Severity, string>> = {
  SEV1: '#b3261e',
  SEV2: '#c98a1b',
  SEV3: '#4a78e0',
  SEV4: '#8b93a1',
};
/** Where the columns stand. */
const CHART = { left: 64, top: 374, width: WIDTH - 128, height: 172 };

/** The picture of a week as SVG: four numbers, and the incidents of thirteen weeks by severity. Pure. */
export function drawWeek(digest: Digest, zone: string, locale: Locale): string {
  const text = digestText(locale);
  const { incidents, calls, before } = digest;
  const numbers: readonly (readonly [string, string, string])[] = [
    [text.incidents, text.cases(incidents.count), before ? text.than(incidents.count, before.incidents) : ''],
    [text.calls, text.cases(calls.count), before ? text.than(calls.count, before.calls) : ''],
    [text.acknowledge, text.time(calls.acknowledged.median), `n=${calls.acknowledged.n}`],
    [text.resolve, text.time(incidents.times.ttr.median), `n=${incidents.times.ttr.n}`],
  ];
  const width = (WIDTH - 128) / numbers.length;
  const shown = numbers.map(([label, value, small], i) => {
    const x = 64 + i * width;
    return [
      words(x, 168, 22, label, QUIET),
      words(x, 232, 46, value, INK, 700),
      words(x, 268, 22, small, QUIET),
    ].join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT}">
<rect width="100%" height="100%" fill="#fff"/>
${words(64, 84, 38, text.title(digest), INK, 700)}
${words(64, 118, 20, text.range(digest, zoneName(digest.period.from, zone)), QUIET)}
${shown.join('\n')}
${words(64, 328, 22, text.trend, QUIET)}
${legend()}
${columns(digest)}
</svg>`;
}

function columns({ trend }: Digest): string {
  const { left, top, width, height } = CHART;
  const most = Math.max(...trend.map(({ incidents }) => incidents.count), 1);
  const each = width / Math.max(trend.length, 1);
  const bars = trend.map(({ name, incidents }, i) => {
    let below = 0;
    const parts = SEVERITIES.map((severity) => {
      const size = (incidents.severities[severity] / most) * height;
      below += size;
      return size === 0
        ? ''
        : `<rect x="${left + (i + 0.15) * each}" y="${top + height - below}" width="${each * 0.7}" height="${size}" fill="${FILL[severity]}"/>`;
    });
    const middle = left + (i + 0.5) * each;
    const count =
      incidents.count > 0
        ? words(middle, top + height - below - 6, 18, String(incidents.count), INK, 700, 'middle')
        : '';
    return `${parts.join('')}${count}${words(middle, top + height + 28, 18, name.slice(5), QUIET, 400, 'middle')}`;
  });
  const ground = `<line x1="${left}" x2="${left + width}" y1="${top + height}" y2="${top + height}" stroke="${LINE}" stroke-width="2"/>`;
  return `${bars.join('\n')}${ground}`;
}

function legend(): string {
  return SEVERITIES.map((severity, i) => {
    const x = WIDTH - 64 - (SEVERITIES.length - i) * 104;
    return `<rect x="${x}" y="311" width="20" height="20" fill="${FILL[severity]}"/>${words(x + 28, 328, 20, severity, QUIET)}`;
  }).join('');
}

function words(
  x: number,
  y: number,
  size: number,
  text: string,
  fill: string,
  weight = 400,
  anchor: 'start' | 'middle' = 'start',
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
