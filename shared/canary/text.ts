import { durationText, type Locale, moment } from '../language/index.ts';
import type { Outage, Trouble } from './model.ts';

interface CanaryText {
  canary(at: number): string;
  answer(ms: number): string;
  failed(outage: Outage, channel: string): string;
  recovered(outage: Outage, until: number): string;
}

/** Everything the canary says, in the workspace's language: nobody in particular is spoken to. */
export function canaryText(locale: Locale, zone: string): CanaryText {
  return locale === 'ja' ? ja(zone) : en(zone);
}

const reasonOf = ({ reason }: Outage): string => (reason ? `\`${reason.replaceAll(/[^\w.-]/g, '')}\`` : '');

const ja = (zone: string): CanaryText => {
  const what: Readonly<Record<Trouble, string>> = {
    'not-sent': 'Slack に投稿できませんでした',
    'not-heard': '投稿しましたが、Slack からのイベントが Toban に届きません',
    'not-answered': 'Toban に届きましたが、Slack に返信できませんでした',
  };
  const look: Readonly<Record<Trouble, (channel: string) => string>> = {
    'not-sent': (channel) =>
      `ボットのトークンが有効か、アプリが <#${channel}> に参加しているかを確かめてください。`,
    'not-heard': () =>
      'Slack アプリ設定の Event Subscriptions（Request URL）と、ingress・Pub/Sub のログを確かめてください。',
    'not-answered': () => 'calls のログと、ボットのトークンを確かめてください。',
  };
  return {
    canary: (at) => `${moment(at, at, zone, 'ja')} の自動確認です。対応は不要です。`,
    answer: (ms) => `届きました（${durationText(ms, 'ja')}）。`,
    failed: (outage, channel) =>
      [
        `🟥 *自動確認に失敗しました*（${moment(outage.since, outage.since, zone, 'ja')}）`,
        `${what[outage.trouble]}${outage.reason ? `（${reasonOf(outage)}）` : ''}。当番への呼び出しも届かないおそれがあります。`,
        `自動確認は続け、直ったらここで知らせます。${look[outage.trouble](channel)}`,
      ].join('\n'),
    recovered: ({ since }, until) =>
      `🟩 *自動確認が元に戻りました*（${moment(until, until, zone, 'ja')}）\n${moment(since, until, zone, 'ja')} から止まっていました。その間の呼び出しを確かめてください。`,
  };
};

const en = (zone: string): CanaryText => {
  const what: Readonly<Record<Trouble, string>> = {
    'not-sent': 'It could not be posted to Slack',
    'not-heard': 'It was posted, but Slack’s event does not reach Toban',
    'not-answered': 'It reached Toban, but could not be answered in Slack',
  };
  const look: Readonly<Record<Trouble, (channel: string) => string>> = {
    'not-sent': (channel) => `Check that the bot token is valid and that the app is in <#${channel}>.`,
    'not-heard': () =>
      'Check Event Subscriptions (Request URL) in the Slack app’s settings, and the logs of ingress and Pub/Sub.',
    'not-answered': () => 'Check the logs of calls, and the bot token.',
  };
  return {
    canary: (at) => `Automatic check of ${moment(at, at, zone, 'en')}. Nothing to do.`,
    answer: (ms) => `Arrived (${durationText(ms, 'en')}).`,
    failed: (outage, channel) =>
      [
        `🟥 *The automatic check failed* (${moment(outage.since, outage.since, zone, 'en')})`,
        `${what[outage.trouble]}${outage.reason ? ` (${reasonOf(outage)})` : ''}. Calls to the person on duty may not arrive either.`,
        `Toban goes on checking and says here when it works again. ${look[outage.trouble](channel)}`,
      ].join('\n'),
    recovered: ({ since }, until) =>
      `🟩 *The automatic check works again* (${moment(until, until, zone, 'en')})\nIt had failed since ${moment(since, until, zone, 'en')}. Look through the calls of that time.`,
  };
};
