import type { Content, Message, Rule, Shade, TemplateTab } from './model.ts';

const STYLES = { plain: 0, header: 1, date: 2, prose: 3 };
const SHADES = { grey: 0, red: 1 };

export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Days since 1899-12-30, as spreadsheets count. */
const serial = (date: string): number => Date.parse(`${date}T00:00Z`) / 86_400_000 + 25_569;

/** One worksheet. The order of its parts is fixed by the schema. */
export function sheetXml(tab: TemplateTab): string {
  const columns = tab.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = tab.rows.map(
    (row, i) => `<row r="${i + 1}">${row.map((cell, j) => cellXml(cell, i, j, tab)).join('')}</row>`,
  );
  const frozen = tab.prose
    ? ''
    : '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const shades = tab.shades.map(shadeXml).join('');
  const rules =
    tab.rules.length === 0
      ? ''
      : `<dataValidations count="${tab.rules.length}">${tab.rules.map(ruleXml).join('')}</dataValidations>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${frozen}<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${shades}${rules}</worksheet>`;
}

function cellXml(content: Content, row: number, column: number, { prose }: TemplateTab): string {
  if (content === null) return '';
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  if (typeof content === 'string') {
    const style = prose ? STYLES.prose : row === 0 ? STYLES.header : STYLES.plain;
    return `<c ${at} s="${style}" t="inlineStr"><is><t>${xmlText(content)}</t></is></c>`;
  }
  if ('date' in content) return `<c ${at} s="${STYLES.date}"><v>${serial(content.date)}</v></c>`;
  const formula = `<f>${xmlText(content.formula)}</f>`;
  return typeof content.value === 'string'
    ? `<c ${at} t="str">${formula}<v>${xmlText(content.value)}</v></c>`
    : `<c ${at} s="${STYLES.date}">${formula}<v>${serial(content.value.date)}</v></c>`;
}

function ruleXml({ cells, allow, onWrong, prompt, wrong }: Rule): string {
  const style = onWrong === 'warn' ? ' errorStyle="warning"' : '';
  const said = (name: string, { title, text }: Message) =>
    `${name}Title="${xmlText(title)}" ${name}="${xmlText(text)}"`;
  const rest = `${style} allowBlank="1" showInputMessage="1" showErrorMessage="1" ${said('error', wrong)} ${said('prompt', prompt)} sqref="${cells}"`;
  switch (allow.kind) {
    case 'list':
      return `<dataValidation type="list"${rest}><formula1>${xmlText(allow.from)}</formula1></dataValidation>`;
    case 'date':
      return `<dataValidation type="date" operator="greaterThanOrEqual"${rest}><formula1>${serial('2020-01-01')}</formula1></dataValidation>`;
    case 'formula':
      return `<dataValidation type="custom"${rest}><formula1>${xmlText(allow.formula)}</formula1></dataValidation>`;
  }
}

const shadeXml = ({ cells, formula, colour }: Shade, index: number): string =>
  `<conditionalFormatting sqref="${cells}"><cfRule type="expression" dxfId="${SHADES[colour]}" priority="${index + 1}"><formula>${xmlText(formula)}</formula></cfRule></conditionalFormatting>`;
