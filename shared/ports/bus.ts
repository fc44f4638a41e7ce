/**
 * The bus rings bells: a message says where to look and carries no truth of its own (the one exception is what
 * Slack just told the edge). Delivery is at least once, in any order; a lost bell is rung again by the minute's tick.
 */
export interface Bus {
  /** Resolves only when the bus has taken the message durably. Errors: `unavailable`, `refused`. */
  publish(topic: Topic, message: object): Promise<void>;
}

export type Topic = 'calls' | 'work';

export interface TopicPlan {
  /** Push subscription; its dead letters go to `<topic>-dead`, which has a subscription `<topic>-dead-keep`. */
  readonly subscription: string;
  readonly ackDeadlineSeconds: number;
  readonly minBackoffSeconds: number;
  readonly maxBackoffSeconds: number;
  readonly maxDeliveryAttempts: number;
}

/** Declared once: the dispatcher, the emulator's set-up and a check on Terraform all read it. */
export const topics: Readonly<Record<Topic, TopicPlan>> = {
  calls: {
    subscription: 'calls-push',
    ackDeadlineSeconds: 60,
    minBackoffSeconds: 1,
    maxBackoffSeconds: 60,
    maxDeliveryAttempts: 20,
  },
  work: {
    subscription: 'work-push',
    ackDeadlineSeconds: 60,
    minBackoffSeconds: 5,
    maxBackoffSeconds: 300,
    maxDeliveryAttempts: 10,
  },
};
