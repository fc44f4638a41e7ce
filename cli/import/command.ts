import {
  type Bookmark,
  bookmarkPath,
  countAll,
  createPeople,
  type DraftSettings,
  type ImportContext,
  importRows,
  importText,
  type Mapping,
  NO_COUNTS,
  readBookmark,
  readRows,
} from '../../shared/import/index.ts';
import { rollUp } from '../../shared/insights/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { readEnv } from '../../shared/platform/config.ts';
import type { Store } from '../../shared/store/port.ts';
import type { WorkspaceConfig } from '../../shared/workspace/index.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { requireConfig } from '../configuration.ts';
import { requireStore } from '../store.ts';
import { findWorkspace } from '../workspace.ts';
import { type Asked, readAsked, USAGE } from './asked.ts';
import { findMapping, keepMapping, proposeFor, recognise } from './mapping.ts';
import { type OpenedFile, openFile } from './open.ts';
import { createTeller } from './say.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'brings incidents of the past in: Notion exports, CSV, JSON',
  usage: USAGE,
  async run(args, terminal) {
    const asked = readAsked(args);
    const env = readEnv(terminal.env);
    const config = requireConfig(env);
    const file = await openFile(asked.file);
    try {
      const store = await requireStore(env);
      try {
        const { team, users } = await findWorkspace(env, store, asked.team);
        const by = { user: 'cli', name: terminal.env.USER || terminal.env.USERNAME || 'CLI' };
        const { incident, severity, workspace } = config;
        const ctx: ImportContext = {
          store,
          settings: { incident, severity },
          people: createPeople(users),
          team,
          locale: workspace.locale,
          by,
        };
        return await carryOut(asked, ctx, { file, config }, terminal);
      } finally {
        await store.close();
      }
    } finally {
      await file.close();
    }
  },
};

interface Given {
  readonly file: OpenedFile;
  readonly config: WorkspaceConfig;
}

async function carryOut(
  asked: Asked,
  ctx: ImportContext,
  given: Given,
  terminal: Terminal,
): Promise<ExitCode> {
  const { config, file } = given;
  const { store, team, by } = ctx;
  const { dry } = asked;
  const source = asked.guessed ? await recognise(file.opened, asked.source) : asked.source;
  const services = config.incident.services;
  const now = systemClock.now();
  const around = { zone: config.workspace.timezone, services };
  const mapping: Mapping =
    asked.mapping === null
      ? await proposeFor(file.opened, source, around)
      : await findMapping(asked.mapping, store, team);
  if (asked.save !== null) await keepMapping(asked.save, mapping, { store, team, by: by.name, now });
  const path = bookmarkPath(team, file.digest, source, mapping);
  const from = dry || asked.restart ? { done: 0, counts: NO_COUNTS } : await readBookmark(store, path);
  const locale = asked.lang ?? config.workspace.locale;
  const teller = createTeller(terminal, { ...asked, text: importText(locale) }, from.done > 0);
  if (asked.mapping === null) teller.mapping(mapping, source);
  const settings: DraftSettings = { mapping, source, services, locale: config.workspace.locale, now };
  let { counts } = from;
  const run = from.run ?? `${path} ${now}`;
  if (!dry) await mark(store, path, { ...from, run, ended: false, at: now });
  for await (const { outcomes, done } of importRows(ctx, readRows(file.opened, source), {
    ...settings,
    dry,
    run,
    skip: from.done,
  })) {
    counts = countAll(counts, outcomes);
    teller.step(outcomes, done);
    if (!dry) await mark(store, path, { run, done, counts, ended: false, at: now });
  }
  if (!dry) {
    await mark(store, path, { done: 0, counts, ended: true, at: now });
    await rollUp(store, new AbortController().signal);
  }
  teller.end(counts);
  return counts.refused === 0 ? 0 : 1;
}

const mark = (store: Store, path: string, bookmark: Bookmark): Promise<void> => store.put(path, bookmark);
