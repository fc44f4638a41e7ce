/** Opens the sheet at a cell (`当番表!C14`); null where no cell speaks. */
export function cellUrl(
  spreadsheet: string,
  { cell, tab }: { readonly cell: string | null; readonly tab: number | null },
): string | null {
  if (cell === null) return null;
  return `https://docs.google.com/spreadsheets/d/${spreadsheet}/edit#gid=${tab ?? 0}&range=${cell.split('!').at(-1)}`;
}
