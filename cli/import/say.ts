import { appendFileSync, writeFileSync } from 'node:fs';
import {
  type Counts,
  type ImportText,
  type Mapping,
  type Outcome,
  reportHead,
  reportLines,
  type Source,
  sentencesOf,
} from '../../shared/import/index.ts';
import type { Terminal } from '../command.ts';
import { harmless } from '../harmless.ts';

export interface Saying {
  readonly text: ImportText;
  readonly dry: boolean;
  readonly json: boolean;
  readonly report: string | null;
}

/** So many records are told one by one; all of them stand in the report. */
const SHOWN = 50;
/** A line of progress for so many records. */
const EACH = 5_000;

/** Tells a run: people in sentences, programs in lines of JSON, and everything in the report's file. */
export function createTeller({ out, err }: Terminal, { text, dry, json, report }: Saying, resumed: boolean) {
  let [shown, hidden, next] = [0, 0, EACH];
  if (report && !resumed) writeFileSync(report, reportHead(text));
  return {
    mapping(mapping: Mapping, source: Source): void {
      if (json) return;
      out(text.read(source));
      for (const [column, target] of Object.entries(mapping.columns))
        out(harmless(`  ${column} → ${text.targets[target]}`));
      out(text.zoned(mapping.zone));
    },
    step(outcomes: readonly Outcome[], done: number): void {
      if (report) appendFileSync(report, reportLines(outcomes, text));
      if (json) for (const one of outcomes) out(JSON.stringify({ ...one, says: sentencesOf(one, text) }));
      else
        for (const one of outcomes) {
          const says = sentencesOf(one, text);
          if (says.length === 0) continue;
          if (shown === SHOWN) hidden += 1;
          else {
            shown += 1;
            out(harmless(`${text.place(one.at)} ${text.results[one.result.kind]}: ${one.title}`));
            for (const sentence of says) out(harmless(`    ${sentence}`));
          }
        }
      if (!json && done >= next) {
        err(`… ${done.toLocaleString('en-US')}`);
        next = done - (done % EACH) + EACH;
      }
    },
    end(counts: Counts): void {
      if (json) out(JSON.stringify({ counts, dry }));
      else {
        if (hidden > 0) out(`… +${hidden}${report ? ` (${report})` : ' (--report FILE.csv)'}`);
        out(text.counts(counts, dry));
      }
    },
  };
}
