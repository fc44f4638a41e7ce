import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/platform/clock.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { KINDS } from '../../shared/retention/index.ts';
import { type Command, UsageError } from '../command.ts';
import { requireStore } from '../store.ts';
import { teamInSlack, teamInStore } from '../workspace.ts';
import { hold, holds, release } from './holds.ts';
import { rulesAsked, showPreview } from './preview.ts';

export const retention: Command = {
  name: 'retention',
  summary: 'shows what would be deleted by age, and holds records for legal reasons',
  usage: `npm run -s toban -- retention preview [--json] [--kind KIND --older-than 365d]
  What would go at the next night by the rules of toban.yaml, what is old enough and stays, and why. Changes nothing.
  With --kind and --older-than: by that rule instead, before it is written in the file.
  KIND: ${KINDS.join(', ')}
npm run -s toban -- retention holds [--json]
  What is under legal hold, and why.
npm run -s toban -- retention hold <INC-12 | id of a call> --reason WHY
npm run -s toban -- retention release <INC-12 | id of a call>

The environment names the store as for the services. What is done stands in the audit log.
Exit code: 0 done, 1 not done and it is said why, or no store, 2 not understood.`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        json: { type: 'boolean', default: false },
        kind: { type: 'string' },
        'older-than': { type: 'string' },
      },
    });
    const [verb = '', record, ...more] = positionals;
    const env = readEnv(terminal.env);
    const store = await requireStore(env);
    try {
      const team = (await teamInSlack(env)) ?? (await teamInStore(store));
      const by = { user: 'cli', name: terminal.env.USER || terminal.env.USERNAME || 'CLI' };
      const scene = { store, clock: systemClock, team, by, json: values.json, terminal };
      if (more.length === 0 && verb === 'holds' && record === undefined) return await holds(scene);
      if (more.length === 0 && verb === 'preview' && record === undefined)
        return await showPreview(scene, rulesAsked(values, env));
      if (more.length > 0 || record === undefined)
        throw new UsageError('Say what to hold: INC-12, or the id of a call.');
      if (verb === 'hold') return await hold(scene, record, values.reason ?? '');
      if (verb === 'release') return await release(scene, record);
      throw new UsageError(`There is no "retention ${verb}".`);
    } finally {
      await store.close();
    }
  },
};
