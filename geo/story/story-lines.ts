/**
 * How a story stands in its file, line by line. What begins a part is told from its beginning alone, wherever it stands,
 * code included; of words that would begin one the line has a backslash before, which Markdown does not show.
 */

/** A line of words that a reader would take for the beginning of a part, after any backslashes. */
const LIKE_A_PART = /^\\*(?:#{1,2}(?:\s|$)|### Sources\s*$)/;
/** A source’s text that a reader would take for a link. */
const LIKE_A_LINK = /^\\*\[/;

export const FENCE = '---';
export const SOURCES_LINE = '### Sources';

export const escapedLine = (line: string): string => (LIKE_A_PART.test(line) ? `\\${line}` : line);
export const unescapedLine = (line: string): string =>
  line.startsWith('\\') && LIKE_A_PART.test(line) ? line.slice(1) : line;

export const escapedSource = (text: string): string => (LIKE_A_LINK.test(text) ? `\\${text}` : text);
export const unescapedSource = (text: string): string =>
  text.startsWith('\\') && LIKE_A_LINK.test(text) ? text.slice(1) : text;

/** An address or a hash with what would end it in Markdown written otherwise. */
export function encodedAddress(text: string): string {
  return text.replaceAll(/[()<>\s]/g, (sign) => {
    const code = encodeURIComponent(sign);
    return code === sign ? `%${sign.charCodeAt(0).toString(16)}` : code;
  });
}
