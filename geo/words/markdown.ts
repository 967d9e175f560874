/** A text as one line of Markdown that shows it as it is: nothing in it is a mark, a link or HTML. */
export function inMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&#|~]/g, '\\$&');
}

/** A text as code within a line. */
export function codeInMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const air = longest > 0 ? ' ' : '';
  return `${fence}${air}${text.replace(/\s+/g, ' ')}${air}${fence}`;
}
