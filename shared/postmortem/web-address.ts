/** An address that may be shown as a link: https or http, at most 2,000 characters. Pure. */
export function webAddress(text: string): boolean {
  if (text.length > 2_000 || !/^https?:\/\//i.test(text)) return false;
  return URL.canParse(text);
}
