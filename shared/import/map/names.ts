/** `山田 太郎, 佐藤` → each; Notion writes several with commas, people with 、 and line breaks. */
export const namesIn = (value: string): readonly string[] =>
  value
    .split(/[,、，;\n]|\s+&\s+/)
    .map((name) => name.replace(/\s+/g, ' ').trim().replace(/^@/, '').slice(0, 100))
    .filter((name) => name !== '' && !/^(?:-|なし|未定|n\/a|none)$/i.test(name));
