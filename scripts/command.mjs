import { spawn } from 'node:child_process';

/**
 * Runs a command with this terminal's output and gives its exit code; a command killed by a signal gives 1.
 * Throws where the command cannot be started.
 */
export function command(program, args, { env = {}, shell = false } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { stdio: 'inherit', shell, env: { ...process.env, ...env } });
    child.once('error', failed);
    child.once('close', (code) => done(code ?? 1));
  });
}

/** Runs a Node program. */
export const node = (args, options) => command(process.execPath, args, options);

/** Runs npm: the one that runs us, else the one on the path (a `.cmd` file on Windows, which needs a shell). */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return node([own, ...args], options);
  return command('npm', args, { ...options, shell: process.platform === 'win32' });
}
