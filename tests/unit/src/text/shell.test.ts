import { expect, it } from 'vitest';
import { SHELL } from '../../../../src/text/shell.ts';

it('names the first few of what a link asks for in vain, and counts the others', () => {
  const districts = (names: string[]) => SHELL.notInData({ what: 'district', names });
  expect(districts(['atlantis'])).toBe('The link names a district that is not in the data: atlantis.');
  expect(districts(['a', 'b', 'c'])).toBe('The link names 3 districts that are not in the data: a, b, c.');
  const forty = Array.from({ length: 40 }, (_, i) => `d${i}`);
  expect(districts(forty)).toBe('The link names 40 districts that are not in the data: d0, d1, d2 and 37 more.');
});

it('says what of a link could not be read, however long it is', () => {
  expect(SHELL.unread(['newkey=1'])).toBe('A part of the link could not be read: newkey=1. The rest is shown.');
  expect(SHELL.unread(['a=1', 'b=1', 'c=1', 'd=1'])).toBe(
    '4 parts of the link could not be read: a=1, b=1, c=1 and 1 more. The rest is shown.',
  );
  expect(SHELL.unread([`q=${'😀'.repeat(10_000)}`])).toBe(
    `A part of the link could not be read: q=${'😀'.repeat(58)}…. The rest is shown.`,
  );
  const many = Array.from({ length: 16_000 }, () => 'x'.repeat(30_000));
  expect(SHELL.unread(many).length).toBeLessThan(300);
});
