import { existsSync, readFileSync } from 'node:fs';
import type { Env } from '../shared/platform/config.ts';
import { TobanError } from '../shared/platform/errors.ts';
import { parseConfig, type WorkspaceConfig } from '../shared/workspace/index.ts';

/** The configuration that the environment names, or `toban.yaml` here. Throws `misconfigured` with what to do. */
export function requireConfig(env: Env): WorkspaceConfig {
  const path = env.configPath ?? 'toban.yaml';
  if (!existsSync(path))
    throw new TobanError('misconfigured', `There is no ${path}: TOBAN_CONFIG names the configuration.`);
  return parseConfig(readFileSync(path, 'utf8'), path);
}
