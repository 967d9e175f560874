import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { keepResults } from './results.ts';
import { machine } from './table.ts';

/** Each section is a script of this folder that prints its own tables. It runs in a process of its own, so that none warms or burdens the next. */
const SECTIONS = ['border', 'playback', 'import', 'analyses', 'report', 'app', 'film'];

/** Runs a section, shows what it prints, and gives it as text; `null` where it broke off. */
function runSection(section: string): Promise<string | null> {
  const script = fileURLToPath(new URL(`./${section}.ts`, import.meta.url));
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...process.execArgv, script], { stdio: ['inherit', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      process.stdout.write(part);
      text += part;
    });
    child.once('error', failed);
    child.once('close', (status) => {
      if (status !== 0) console.error(`\n${section}: broke off with status ${status ?? 'none'}; the message is above`);
      done(status === 0 ? text : null);
    });
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SECTIONS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no section ${unknown.join(', ')}. Usage: npm run bench [-- ${SECTIONS.join(' | ')} …]`);
  process.exit(2);
}

for (const section of SECTIONS.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const where = machine();
  console.log(`\n## ${section}\n\n${where}`);
  const text = await runSection(section);
  if (text === null) process.exitCode = 1;
  else keepResults(SECTIONS, section, `${where}\n${text}`);
}
