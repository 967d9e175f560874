import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('./RESULTS.md', import.meta.url));
const HEAD = `# Measurements

Written by \`npm run bench\`: for each section what its last whole run printed, and where and when that was.
`;

/** Writes what a section printed into RESULTS.md; the other sections keep what their own last runs printed. */
export function keepResults(sections: readonly string[], section: string, text: string): void {
  const kept = existsSync(FILE) ? sectionsOf(readFileSync(FILE, 'utf8')) : new Map<string, string>();
  kept.set(section, text.trim());
  const written = sections.flatMap((name) => (kept.has(name) ? [`\n## ${name}\n\n${kept.get(name)}\n`] : []));
  writeFileSync(FILE, HEAD + written.join(''));
}

function sectionsOf(file: string): Map<string, string> {
  const [, ...parts] = file.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()];
    }),
  );
}
