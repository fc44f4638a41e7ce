/** Names and cells are user text: no escape sequence of theirs reaches the terminal. */
export const harmless = (text: string): string => text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');
