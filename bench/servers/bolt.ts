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
app.event('message', async ({ event }) => publish(event));
app.event('app_mention', async ({ event }) => publish(event));
await receiver.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
