import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machine } from './table.ts';

/** Each section is a script of this folder that prints its own tables. It runs in a process of its own, so that none warms or burdens the next. */
const SECTIONS = ['border', 'app'];

const pathOf = (section: string) => fileURLToPath(new URL(`./${section}.ts`, import.meta.url));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SECTIONS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}. Usage: npm run bench [-- ${SECTIONS.join(' | ')} …]`);
  process.exit(2);
}

console.log(machine());
for (const section of wanted.length > 0 ? wanted : SECTIONS) {
  if (!existsSync(pathOf(section))) {
    console.log(`\n${section}: not written yet`);
    continue;
  }
  const { status, error } = spawnSync(process.execPath, [...process.execArgv, pathOf(section)], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) {
    console.error(`\n${section}: broke off with status ${status ?? 'none'}; the message is above`);
    process.exitCode = 1;
  }
}
