import { expect, it } from 'vitest';
import { node } from '../../../scripts/command.mjs';

it('gives the code with which a command ends', async () => {
  expect(await node(['-e', 'process.exit(3)'])).toBe(3);
  expect(await node(['-e', ''], { limitMinutes: 1 })).toBe(0);
});

it('ends a command that hangs', async () => {
  const hangs = 'setInterval(() => {}, 1000)';
  expect(await node(['-e', hangs], { limitMinutes: 1 / 120 })).toBe(1);
});
