/** `npm run bench [-- SECTION…]`: installs and builds what is missing, then runs the sections of tests/bench. */
import { buildWhatIsStale } from './build.mjs';
import { node } from './command.mjs';
import { install } from './install.mjs';

try {
  await install();
  await buildWhatIsStale();
  process.exitCode = await node(['node_modules/tsx/dist/cli.mjs', 'tests/bench/run.ts', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
