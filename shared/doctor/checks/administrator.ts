import { adminTokenText, readAdminToken, warningsOf } from '../../admin-token/index.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

/** The administrator's account as the daily check left it: connected, whether it works, what speaks against it. */
export async function checkAdministrator(look: Look): Promise<Finding[]> {
  const { store, text, locale, clock, config, adminToken } = look;
  if (!store) return [];
  const state = await readAdminToken(store);
  if (!state?.holder) return adminToken === null ? [finding('admin-token', 'ok', '', text.adminNone())] : [];
  const { name, user } = state.holder;
  const words = adminTokenText(locale);
  if (state.trouble) {
    const { fault, reason } = state.trouble;
    return [finding('admin-token', 'error', user, text.adminLost(name, reason, words.faults[fault]))];
  }
  const warnings = warningsOf(state, clock.now(), config.workspace.timezone);
  return [
    finding('admin-token', 'ok', user, text.adminWorks(name)),
    ...warnings.map((one) =>
      finding('admin-token', 'warning', user, [words.warnings[one], text.adminSettings]),
    ),
  ];
}
