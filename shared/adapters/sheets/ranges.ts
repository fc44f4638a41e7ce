/** A whole tab in A1 notation. Always quoted: an unquoted `AB12` or `2026年1月!` would mean something else. */
export const wholeTab = (title: string): string => `'${title.replaceAll("'", "''")}'`;

const NUMBER_FORMATS = 'effectiveFormat/numberFormat,userEnteredFormat/numberFormat';

/** Titles, zone and locale only: one small answer. */
export const OUTLINE_FIELDS =
  'spreadsheetId,properties(title,timeZone,locale),sheets(properties(sheetId,title,sheetType))';

/** What a typed cell needs and nothing else: `values.get` could not tell a date from a number. */
export const CELL_FIELDS =
  'spreadsheetId,properties(title,timeZone,locale),sheets(properties(sheetId,title,sheetType),merges,' +
  `data(startRow,startColumn,rowMetadata(hiddenByUser),rowData(values(effectiveValue,formattedValue,${NUMBER_FORMATS}))))`;
