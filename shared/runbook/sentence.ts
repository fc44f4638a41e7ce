/** The first sentence of some words, without its full stop. */
export function firstSentence(words: string): string {
  const [first = words] = /^.+?(?:[。？\n]|[.?](?=\s|$)|$)/u.exec(words.trim()) ?? [];
  return first.replace(/[。.\s]+$/u, '');
}
