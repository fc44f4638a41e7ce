import { isTobanError } from '../../platform/errors.ts';
import { parseConfig, type WorkspaceConfig } from '../../workspace/index.ts';
import { type Finding, finding } from '../finding.ts';
import type { DoctorText } from '../text.ts';

interface Configured {
  /** Null where the file cannot be used. */
  readonly config: WorkspaceConfig | null;
  readonly findings: readonly Finding[];
}

/** Each mistake in the file is a finding with its line and column. */
export function readConfiguration(source: string | null, file: string, text: DoctorText): Configured {
  if (source === null)
    return { config: null, findings: [finding('configuration', 'error', file, text.noFile(file))] };
  try {
    const config = parseConfig(source, file);
    const said = text.valid(file, config.rotas.length, config.routes.length);
    return { config, findings: [finding('configuration', 'ok', file, said)] };
  } catch (error) {
    if (!isTobanError(error, 'misconfigured')) throw error;
    const lines = error.message.split('\n');
    return {
      config: null,
      findings: lines.map((line) => finding('configuration', 'error', file, text.invalid(line))),
    };
  }
}
