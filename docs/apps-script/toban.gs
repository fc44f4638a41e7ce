/**
 * Tells Toban at once that this spreadsheet was edited. Paste into Extensions → Apps Script of the rota's spreadsheet,
 * set the two script properties named below, then run `install` once. docs/your-sheet.md leads through it.
 */
const URL_PROPERTY = 'TOBAN_URL'; // such as https://toban-ingress-….run.app/sheets/changed
const SECRET_PROPERTY = 'TOBAN_SHEET_SECRET';

/** Run once by hand: simple triggers may not call other services, installed ones may. */
function install() {
  ScriptApp.getProjectTriggers().forEach((trigger) => { ScriptApp.deleteTrigger(trigger); });
  const sheet = SpreadsheetApp.getActive();
  ScriptApp.newTrigger('tellToban').forSpreadsheet(sheet).onEdit().create();
  ScriptApp.newTrigger('tellToban').forSpreadsheet(sheet).onChange().create();
  tellToban();
}

function tellToban() {
  const properties = PropertiesService.getScriptProperties();
  const body = JSON.stringify({ spreadsheet: SpreadsheetApp.getActive().getId() });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const mac = Utilities.computeHmacSha256Signature(
    `v0:${timestamp}:${body}`,
    properties.getProperty(SECRET_PROPERTY),
    Utilities.Charset.UTF_8,
  );
  const hex = mac.map((byte) => (byte & 255).toString(16).padStart(2, '0')).join('');
  const answer = UrlFetchApp.fetch(properties.getProperty(URL_PROPERTY), {
    method: 'post',
    contentType: 'application/json',
    payload: body,
    headers: { 'X-Toban-Request-Timestamp': timestamp, 'X-Toban-Signature': `v0=${hex}` },
    muteHttpExceptions: true,
  });
  // An edit that could not be told is found by the next minute's look; the log says why.
  if (answer.getResponseCode() !== 200)
    console.warn(`Toban: ${answer.getResponseCode()} ${answer.getContentText()}`);
}
