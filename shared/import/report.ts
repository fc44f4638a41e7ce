import { labelOf } from '../incident/index.ts';
import { csvFile, csvLine } from '../load/index.ts';
import type { Outcome } from './run/model.ts';
import { type ImportText, sentencesOf } from './text.ts';

/** The head of a report as CSV. */
export const reportHead = (text: ImportText): string => csvFile([text.report]);

/** A line for each record; what a spreadsheet would run as a formula is plain text. */
export const reportLines = (outcomes: readonly Outcome[], text: ImportText): string =>
  outcomes
    .map((one) =>
      csvLine([
        text.results[one.result.kind],
        text.place(one.at),
        one.title,
        one.externalId ?? '',
        one.number === null ? '' : labelOf(one.number),
        sentencesOf(one, text).join(' '),
      ]),
    )
    .join('');
