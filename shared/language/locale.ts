/** The two languages of every text a person sees. */
export type Locale = 'ja' | 'en';

/** From what Slack says of a person (`ja-JP`, `en-GB` …); the workspace's own where Slack says nothing. */
export function localeOf(slackLocale: string | null | undefined, workspace: Locale): Locale {
  if (!slackLocale) return workspace;
  return slackLocale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
