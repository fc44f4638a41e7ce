import { createDrive } from '../shared/adapters/drive/index.ts';
import { createGemini } from '../shared/adapters/gemini/index.ts';
import { createSheets } from '../shared/adapters/sheets/index.ts';
import type { Env } from '../shared/platform/config.ts';
import type { WorkspaceConfig } from '../shared/workspace/index.ts';
import { LOCAL_PROJECT } from './parts.ts';
import type { SimulatedWorld } from './world.ts';

/** What Toban asks of Google: the same adapters as in production, before servers that stand in for it. */
export function googlePorts(
  { project }: Env,
  { ai }: Pick<WorkspaceConfig, 'ai'>,
  { sheetsApiUrl, sheetsAccount, geminiApiUrl, driveApiUrl, driveAccount }: SimulatedWorld,
  wrap: <T extends object>(port: string, part: T) => T,
) {
  const model = {
    project: project ?? LOCAL_PROJECT,
    settings: ai ?? null,
    ...(geminiApiUrl && { apiUrl: geminiApiUrl }),
  };
  return {
    sheets: wrap('sheets', createSheets({ apiUrl: sheetsApiUrl, accountEmail: sheetsAccount })),
    documents: wrap('documents', createDrive({ apiUrl: driveApiUrl, accountEmail: driveAccount })),
    writer: wrap('writer', createGemini(model)),
  };
}
