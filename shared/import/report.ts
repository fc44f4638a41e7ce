import { labelOf } from '../incident/index.ts';
import { csvField } from '../load/index.ts';
import type { Outcome } from './run/model.ts';
import { type ImportText, sentencesOf } from './text.ts';

/** The head of a report as CSV, with a mark in front that lets Excel read it as UTF-8. */
export const reportHead = (text: ImportText): string => `\uFEFF${line(text.report)}`;

/** A line for each record; what a spreadsheet would run as a formula is plain text. */
export const reportLines = (outcomes: readonly Outcome[], text: ImportText): string =>
  outcomes
    .map((one) =>
      line([
        text.results[one.result.kind],
        text.place(one.at),
        one.title,
        one.externalId ?? '',
        one.number === null ? '' : labelOf(one.number),
        sentencesOf(one, text).join(' '),
      ]),
    )
    .join('');

const line = (cells: readonly string[]): string => `${cells.map(csvField).join(',')}\r\n`;
