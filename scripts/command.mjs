import { spawn } from 'node:child_process';

const MINUTE_MS = 60_000;

/**
 * Runs a command with this terminal's output and gives its exit code; a command killed by a signal gives 1, as does one
 * that has not ended after `limitMinutes`, which is ended with all that it started.
 * Throws where the command cannot be started.
 */
export function command(program, args, { env = {}, shell = false, limitMinutes } = {}) {
  return new Promise((done, failed) => {
    // a group of its own, so that all of it can be ended; Windows knows no groups
    const detached = limitMinutes !== undefined && process.platform !== 'win32';
    const child = spawn(program, args, { stdio: 'inherit', shell, detached, env: { ...process.env, ...env } });
    const end = () => (detached ? process.kill(-child.pid, 'SIGKILL') : child.kill('SIGKILL'));
    const timer =
      limitMinutes &&
      setTimeout(() => {
        console.error(`Ended: not done after ${limitMinutes} minutes (${args.join(' ')}).`);
        end();
      }, limitMinutes * MINUTE_MS);
    // a group of its own does not hear Ctrl+C
    const onInterrupt = () => {
      end();
      process.exit(130);
    };
    if (detached) process.once('SIGINT', onInterrupt);
    child.once('error', failed);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', onInterrupt);
      done(code ?? 1);
    });
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
