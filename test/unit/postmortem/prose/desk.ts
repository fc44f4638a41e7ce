import { type ErrorCode, TobanError } from '../../../../shared/platform/errors.ts';
import type { Writer, WritingOrder, Written } from '../../../../shared/ports/writer.ts';
import { beginPostmortem } from '../../../../shared/postmortem/begin.ts';
import { type FoundPostmortem, postmortemAt } from '../../../../shared/postmortem/find.ts';
import type { Postmortem, SectionVersion } from '../../../../shared/postmortem/model.ts';
import { versionPath } from '../../../../shared/postmortem/records.ts';
import { saveSection } from '../../../../shared/postmortem/save.ts';
import { AiConfig } from '../../../../shared/postmortem/schemas.ts';
import type { PostmortemContext } from '../../../../shared/postmortem/slack/context.ts';
import { postmortemNoun } from '../../../../shared/postmortem/slack/noun.ts';
import type { AnyNoun, Task } from '../../../../shared/tasks/index.ts';
import { createTaskRun } from '../../../../shared/tasks/run-task.ts';
import { ONO } from '../../incident/builders.ts';
import { PostmortemDesk } from '../desk.ts';

const log = { info() {}, warn() {}, error() {}, debug() {} } as never;

/** One sentence that cites what it is told to. */
export const sentence = (cites: string): Written => ({
  sentences: [{ text: '返却が*止まった*。', cites: [cites] }],
  unknown: [],
});

/** A postmortem, and a language model whose answers a test gives. */
export class ProseDesk extends PostmortemDesk {
  override ai: AiConfig | null = AiConfig.parse({ model: 'gemini-3.8-flash', location: 'asia-northeast1' });
  readonly orders: WritingOrder[] = [];
  path = '';
  answer: (order: WritingOrder) => Promise<Written> = async ({ facts }) => sentence(facts[0]?.id ?? '');

  async begun(more: Parameters<PostmortemDesk['incident']>[0] = {}) {
    const incident = await this.incident(more);
    this.path = (await beginPostmortem(this.verbs, incident, null)).path;
    return incident;
  }

  failing(code: ErrorCode, reason?: string): void {
    this.answer = async () => Promise.reject(new TobanError(code, 'x', reason ? { reason } : {}));
  }

  /** Runs the task that writes a section, as the worker does. */
  write(section = 'summary', signal = new AbortController().signal) {
    const writer: Writer = {
      write: (order) => {
        this.orders.push(order);
        return this.answer(order);
      },
      reach: async () => undefined,
    };
    const ctx = { ...this.verbs, writer } as PostmortemContext;
    const nouns = [postmortemNoun(ctx) as unknown as AnyNoun];
    const clock = { now: () => this.now };
    const run = createTaskRun({ store: this.store, clock, log, nouns, sleep: async () => {} });
    return run(`${this.path}/tasks/prose-${section}`, signal);
  }

  async state(): Promise<Postmortem> {
    return (await this.found()).state;
  }

  async found(): Promise<FoundPostmortem> {
    const one = await postmortemAt(this.verbs, this.path);
    if (!one) throw new Error('not found');
    return one;
  }

  async task(section = 'summary'): Promise<Task | null> {
    return (await this.store.get<Task>(`${this.path}/tasks/prose-${section}`))?.data ?? null;
  }

  async text(section = 'summary'): Promise<string> {
    const { id, sections } = await this.state();
    const kept = versionPath(id, section, sections[section]?.version ?? 0);
    return (await this.store.get<SectionVersion>(kept))?.data.text ?? '';
  }

  /** A person writes the summary. */
  async save(words: string, base = 1): Promise<void> {
    await saveSection(this.verbs, this.path, { section: 'summary', base, text: words }, ONO);
  }
}
