export type { WebhookContext } from './context.ts';
export { webhookLogJob } from './job.ts';
export {
  changeWebhook,
  deleteWebhook,
  listWebhooks,
  makeWebhook,
  readWebhook,
  replayPeriod,
  rotateSecret,
} from './keep.ts';
export { type DeliveryLog, readLog, replayOne, sendTest } from './log.ts';
export {
  LONGEST_DESCRIPTION,
  LONGEST_URL,
  type Settings as WebhookSettings,
  type Webhook,
  webhookPath,
} from './model.ts';
export { webhookNoun } from './noun.ts';
export { deliveryNoun } from './send.ts';
export { type WebhookText, webhookText } from './text.ts';
