import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './command.mjs';

const STAMPS = '.cache';

/** The two things that are built: from what, into what, and how. A stamp in `.cache/` says when it was last done whole. */
const LAYERS = {
  name: 'layers',
  inputs: ['geo', 'package-lock.json'],
  output: 'public/layers',
  args: ['node_modules/tsx/dist/cli.mjs', 'geo/cli.ts', 'build'],
};
const APP = {
  name: 'app',
  inputs: ['src', 'geo', 'public', 'index.html', 'vite.config.ts', 'scripts', 'package-lock.json'],
  output: 'dist',
  args: ['node_modules/vite/bin/vite.js', 'build'],
};

/** The latest change under a path, in ms. Folders count too: theirs changes when a file is removed. */
function changed(path) {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

const stampOf = (target) => join(STAMPS, `${target.name}.stamp`);

function isFresh(target) {
  const stamp = stampOf(target);
  if (!existsSync(stamp) || !existsSync(target.output)) return false;
  const made = statSync(stamp).mtimeMs;
  return [...target.inputs, target.output].filter((path) => existsSync(path)).every((path) => changed(path) <= made);
}

async function make(target) {
  const code = await node(target.args);
  if (code !== 0) return code;
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampOf(target), '');
  return 0;
}

/** Builds the layers, stale or not; gives the exit code. */
export const buildLayers = () => make(LAYERS);

/** Builds the app, stale or not; gives the exit code. */
export const buildApp = () => make(APP);

/** Builds what is missing or older than what it is made from. Throws where a build fails. */
export async function buildWhatIsStale() {
  for (const target of [LAYERS, APP]) {
    if (isFresh(target)) continue;
    console.log(`Building the ${target.name} …`);
    if ((await make(target)) !== 0) throw new Error(`Building the ${target.name} failed; the message is above.`);
  }
}
