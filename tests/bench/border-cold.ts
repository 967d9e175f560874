import { createBorder } from '../../geo/line/border.ts';
import { shippedLine } from '../ground.ts';

/** Prints how many milliseconds the index of the shipped line takes, the first time in a process. */
const line = shippedLine();
const start = performance.now();
createBorder(line);
console.log(performance.now() - start);
