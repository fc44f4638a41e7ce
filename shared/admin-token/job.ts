import type { Job } from '../tasks/index.ts';
import { check } from './check.ts';
import type { AdminTokenContext } from './context.ts';

/** Looks at the token each morning, when somebody is there to mend it. */
export const adminTokenJob = (ctx: AdminTokenContext): Job => ({
  name: 'admin-token',
  lane: 'work',
  schedule: { at: '09:00', zone: ctx.zone },
  run: ({ signal }) => check(ctx, signal),
});
