import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const FILES = /^(licen[sc]e|copying|notice)/i;
/** Where a package has no such file, its readme says it. */
const README = /^readme/i;
const README_PART = /^#+ *licen[sc]e.*\n/im;

/**
 * Writes the notices that the licences of all bundled packages ask for, into one file beside the page: `page` goes with
 * its plugins, `worker` with those of the workers, whose packages Vite's own list does not name.
 */
export function licences(fileName: string): { page: Plugin; worker: Plugin } {
  const folders = new Set<string>();
  const collect = (bundle: Rolldown.OutputBundle) => {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      for (const id of part.moduleIds) {
        const folder = packageOf(id);
        if (folder !== null) folders.add(folder);
      }
    }
  };
  return {
    worker: { name: 'licences-of-worker', generateBundle: (_, bundle) => collect(bundle) },
    page: {
      name: 'licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        this.emitFile({ type: 'asset', fileName, source: textOf([...folders].map(noticeOf).sort()) });
      },
    },
  };
}

/** The folder of the package that a module belongs to; `null` for our own modules and those that stand in no file. */
function packageOf(id: string): string | null {
  if (id.startsWith('\0') || !id.includes('/node_modules/')) return null;
  for (let folder = dirname(id); !folder.endsWith('/node_modules'); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    // folders within a package may have one that says no more than how its modules are written
    if (existsSync(file) && 'version' in read(file)) return folder;
  }
  return null;
}

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

/** Throws where a package says nothing of its licence: it may not be bundled. */
function noticeOf(folder: string): string {
  const { name, version, license } = read(join(folder, 'package.json'));
  const text = textIn(folder);
  if (text === null) throw new Error(`${String(name)}: ${folder} has no licence. Do without the package.`);
  return `## ${String(name)} - ${String(version)} (${String(license)})\n\n${text}\n`;
}

function textIn(folder: string): string | null {
  const names = readdirSync(folder).sort();
  const files = names.filter((name) => FILES.test(name));
  if (files.length > 0) return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
  const readme = names.find((name) => README.test(name));
  const text = readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8');
  const heading = README_PART.exec(text);
  return heading ? text.slice(heading.index + heading[0].length).trim() : null;
}

function textOf(notices: readonly string[]): string {
  return ['# Licences\n\nThe app is bundled with these packages.\n', ...notices].join('\n');
}
