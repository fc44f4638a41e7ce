import { isTobanError } from '../../shared/platform/errors.ts';
import type { Lane } from '../../shared/tasks/index.ts';
import type { WebParts } from './parts.ts';

/** Rings for what a press has made due. A bell that cannot be rung is no error: the minute's tick finds the tasks. */
export async function ring(
  { bus, log }: Pick<WebParts, 'bus' | 'log'>,
  record: string,
  lanes: readonly Lane[],
): Promise<void> {
  const rings = lanes.map(async (lane) => {
    try {
      await bus.publish(lane, { kind: 'bell', record });
    } catch (error) {
      log.warn('bell-not-rung', { record, lane, code: isTobanError(error) ? error.code : 'bug' });
    }
  });
  await Promise.all(rings);
}
