import bolt from '@slack/bolt';
import { publish, SECRET } from './publish.ts';

const receiver = new bolt.HTTPReceiver({
  signingSecret: SECRET,
  processBeforeResponse: true,
  logLevel: bolt.LogLevel.ERROR,
});
const app = new bolt.App({
  receiver,
  logLevel: bolt.LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U0TOBAN' }),
});
// What the edge accepts, as a Bolt app would say it: each listener looks at each event.
for (const type of ['message', 'app_mention', 'reaction_added', 'reaction_removed', 'app_home_opened']) {
  app.event(type, async ({ event }) => publish(event));
}
app.action(/^/, async ({ ack, body }) => {
  await publish(body);
  await ack();
});
app.command(/^/, async ({ ack, body }) => {
  await publish(body);
  await ack();
});
app.shortcut(/^/, async ({ ack, body }) => {
  await publish(body);
  await ack();
});
app.view(/^/, async ({ ack, body }) => {
  await publish(body);
  await ack();
});
await receiver.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
