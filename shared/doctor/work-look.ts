import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Documents } from '../ports/documents.ts';
import type { Writer } from '../ports/writer.ts';
import type { Store } from '../store/port.ts';
import type { Job } from '../tasks/index.ts';
import type { WorkspaceConfig } from '../workspace/index.ts';
import { bounded } from './bounded.ts';
import { lookAtAi } from './checks/ai.ts';
import { lookAtDocs } from './checks/docs.ts';
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
  /** Asked once, told in both languages. */
  const looks = async (): Promise<Looks> => {
    const at = { documents, writer, config, patienceMs: PATIENCE_MS };
    const [docs, ai] = [lookAtDocs(at), lookAtAi(at)];
    const told = async (locale: Locale) => {
      const reader = { ...at, locale, text: doctorText(locale) };
      const found = [
        bounded(
          reader,
          'docs',
          docs.then((tell) => tell(reader)),
        ),
        bounded(
          reader,
          'ai',
          ai.then((tell) => tell(reader)),
        ),
      ];
      return (await Promise.all(found)).flat();
    };
    const [ja, en] = await Promise.all([told('ja'), told('en')]);
    return { ja, en };
  };
  return {
    name: 'work-look',
    lane: 'work',
    schedule: looked(config).length > 0 ? { every: HOUR_MS } : null,
    async run() {
      const text = JSON.stringify(await looks());
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
