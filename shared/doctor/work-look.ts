import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Documents } from '../ports/documents.ts';
import type { Writer } from '../ports/writer.ts';
import type { Store } from '../store/port.ts';
import type { Job } from '../tasks/index.ts';
import type { WorkspaceConfig } from '../workspace/index.ts';
import { bounded } from './bounded.ts';
import { checkAi } from './checks/ai.ts';
import { checkDocs } from './checks/docs.ts';
import { type Check, type Finding, finding } from './finding.ts';
import { doctorText } from './text.ts';

/** What the work lane alone may ask: the folder of Google Docs and the language model. */
export interface WorkLookContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly documents: Documents;
  readonly writer: Writer;
  readonly config: WorkspaceConfig;
}

const LOCALES: readonly Locale[] = ['ja', 'en'];
const PATH = 'doctor-looks/work';
const HOUR_MS = 3_600_000;
const PATIENCE_MS = 8_000;

/** JSON text: it is never queried. */
interface Kept {
  readonly text: string;
}
type Looks = Readonly<Record<Locale, readonly Finding[]>>;

const looked = ({ postmortem, ai }: WorkspaceConfig): readonly Check[] => [
  ...(postmortem.docs ? (['docs'] as const) : []),
  ...(ai ? (['ai'] as const) : []),
];

/** Looks each hour, so that the pages, which have no part in these, can say what is wrong. Writes only what has changed. */
export function workLookJob({ store, documents, writer, config }: WorkLookContext): Job {
  const look = async (locale: Locale): Promise<readonly Finding[]> => {
    const at = { documents, writer, config, locale, text: doctorText(locale), patienceMs: PATIENCE_MS };
    const found = [bounded(at, 'docs', checkDocs(at)), bounded(at, 'ai', checkAi(at))];
    return (await Promise.all(found)).flat();
  };
  return {
    name: 'work-look',
    lane: 'work',
    schedule: looked(config).length > 0 ? { every: HOUR_MS } : null,
    async run() {
      const looks = await Promise.all(LOCALES.map(async (locale) => [locale, await look(locale)] as const));
      const text = JSON.stringify(Object.fromEntries(looks));
      const before = await store.get<Kept>(PATH);
      if (before?.data.text !== text) await store.put(PATH, { text });
    },
  };
}

/** What the work lane found when it last looked, of what is configured now. */
export async function readWorkLook(
  store: Store,
  config: WorkspaceConfig,
  locale: Locale,
): Promise<Finding[]> {
  const wanted = looked(config);
  if (wanted.length === 0) return [];
  const kept = await store.get<Kept>(PATH);
  const found = kept ? (JSON.parse(kept.data.text) as Looks)[locale] : [];
  return wanted.flatMap((check) => {
    const of = found.filter((one) => one.check === check);
    return of.length > 0 ? of : [finding(check, 'warning', '', doctorText(locale).google.notLookedYet())];
  });
}
