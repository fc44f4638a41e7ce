import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export const found = existsSync(EXECUTABLE);
if (!found) console.log(`NOT RUN: browser (${EXECUTABLE} is not there)`);

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: QUIET });

export interface Look {
  readonly width: 390 | 1280;
  readonly locale: 'ja' | 'en';
  readonly scheme: 'light' | 'dark';
}

const every: readonly Look[] = ([390, 1280] as const).flatMap((width) =>
  (['ja', 'en'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((scheme) => ({ width, locale, scheme })),
  ),
);

/** Half of all: each width meets each language and each scheme, and these each other. Pictures are taken of all. */
export const looks: readonly Look[] = process.env.SCREENSHOTS
  ? every
  : every.filter(
      ({ width, locale, scheme }) => ((width === 390) === (locale === 'ja')) === (scheme === 'light'),
    );

/** Two that meet each width, language and scheme, English where it is narrow: for what walks a long way. */
export const fewLooks: readonly Look[] = process.env.SCREENSHOTS
  ? every
  : [
      { width: 390, locale: 'en', scheme: 'light' },
      { width: 1280, locale: 'ja', scheme: 'dark' },
    ];

export const nameOf = ({ width, locale, scheme }: Look): string => `${width}-${locale}-${scheme}`;

export function contextOf(browser: Browser, { width, locale, scheme }: Look): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    locale: locale === 'ja' ? 'ja-JP' : 'en-GB',
    colorScheme: scheme,
    // The page's own policy stays in force; only the checker's script is let through, from this side.
    bypassCSP: false,
  });
}

/** Signs in by pressing what the pages show, as whoever Slack calls so, and ends on the page `to`. */
export async function signIn(page: Page, url: string, name: string | RegExp, to = '/'): Promise<void> {
  await page.goto(`${url}/sign-in?to=${to}`);
  await page.locator('a[href^="/sign-in/slack"]').click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${url}${to}`);
}

/** What a screen reader, a keyboard or weak eyes would stumble over; serious and critical findings, as sentences. */
export async function complaints(page: Page): Promise<string[]> {
  // What is scrolled half beneath the header, which stays in place, is no smaller for that.
  await page.evaluate('scrollTo(0, 0)');
  await page.evaluate(axe.source);
  const result = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as axe.AxeResults;
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`));
}

/** Wider than the screen means scrolling sideways on a phone. */
export const widthOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth') as Promise<number>;
