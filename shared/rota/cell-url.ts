/** Opens the sheet. */
export const sheetUrl = (spreadsheet: string): string =>
  `https://docs.google.com/spreadsheets/d/${spreadsheet}/edit`;

/** Opens the sheet at a cell (`当番表!C14`); null where no cell speaks. */
export function cellUrl(
  spreadsheet: string,
  { cell, tab }: { readonly cell: string | null; readonly tab: number | null },
): string | null {
  if (cell === null) return null;
  return `${sheetUrl(spreadsheet)}#gid=${tab ?? 0}&range=${cell.split('!').at(-1)}`;
}
