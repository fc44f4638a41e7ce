/** The address of a message's thread in Slack's web client. */
export const threadUrl = (team: string, channel: string, threadTs: string): string =>
  `https://app.slack.com/client/${team}/${channel}/thread/${channel}-${threadTs}`;
