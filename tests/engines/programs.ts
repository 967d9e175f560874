import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A program that runs beside the tests, and what it has said so far. */
export interface Program {
  said: () => string;
  /** Ends it and all that it started. */
  end: () => Promise<void>;
}

interface Start {
  env?: Record<string, string>;
  /** whether the file descriptor 3 is heard too */
  third?: boolean;
}

/** Starts a program in a group of its own. */
export function start(path: string, args: readonly string[], { env = {}, third = false }: Start = {}): Program {
  const child = spawn(path, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', third ? 'pipe' : 'ignore'],
    env: { ...process.env, ...env },
  });
  // whatever throws, nothing is left running behind
  process.once('exit', () => kill(child));
  let said = '';
  child.on('error', (error) => (said += error.message));
  for (const stream of child.stdio.slice(1))
    (stream as Readable | null)?.on('data', (chunk) => (said += String(chunk)));
  return { said: () => said, end: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('close', resolve));
  if (kill(child)) await gone;
}

/** Ends it with its group; `false` where it is gone, or never was. */
function kill({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null && process.kill(-pid, 'SIGKILL');
}

/** How long a browser on a busy machine may take until it answers. */
const ANSWER_MS = 30_000;

/** Asks again and again until there is an answer; throws where it does not come, with what the program said. */
export async function until<T>(program: Program, ask: () => T | Promise<T>): Promise<NonNullable<Awaited<T>>> {
  const last = performance.now() + ANSWER_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > last)
      throw new Error(`No answer after ${ANSWER_MS / 1000} seconds. It said: ${program.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A screen for programs that need one, 1280 × 900; WebGL is drawn by the processor. */
export async function startScreen(path: string): Promise<Program & { env: Record<string, string> }> {
  const screen = start(path, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { third: true });
  const number = await until(screen, () => /^(\d+)\n/m.exec(screen.said())?.[1]);
  return {
    ...screen,
    env: { DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1', GDK_BACKEND: 'x11', WAYLAND_DISPLAY: '' },
  };
}
