/** The workspace's zone: the business clock is shown in it, whoever looks. */
const ZONE = 'Asia/Tokyo';
const formats = new Map();

function format(locale, options) {
  const key = JSON.stringify([locale, options]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  return formats.get(key);
}

export const ofTs = (ts) => Number(ts) * 1_000;
export const clockTime = (ms) => format('en-GB', { hour: '2-digit', minute: '2-digit' }).format(ms);
export const clockSeconds = (ms) =>
  format('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(ms);
export const dayKey = (ms) => format('sv-SE', { dateStyle: 'short' }).format(ms);
export const dayName = (ms, locale) =>
  format(locale, { month: 'long', day: 'numeric', weekday: 'long' }).format(ms);
export const dayShort = (ms, locale) =>
  format(locale, { month: 'numeric', day: 'numeric', weekday: 'short' }).format(ms);
export const fullTime = (ms, locale) => format(locale, { dateStyle: 'long', timeStyle: 'medium' }).format(ms);
