/** Whether a text says of itself that it is a story: it begins with front matter that has the key `story`. */
export function isStoryText(text: string): boolean {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, 40);
  return lines[0]?.trimEnd() === '---' && lines.some((line) => /^story\s*:/.test(line));
}
