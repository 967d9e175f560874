import { expect, it } from 'vitest';
import { Fetched } from '../../../../src/state/fetched.svelte.ts';

it('fetches once, however often it is asked', async () => {
  let times = 0;
  const file = new Fetched(() => Promise.resolve(++times));
  expect([file.value, file.error]).toEqual([null, null]);
  expect(await Promise.all([file.ask(), file.ask()])).toEqual([1, 1]);
  expect(await file.ask()).toBe(1);
  expect(file.value).toBe(1);
});

it('says why nothing came, and tries again when it is asked again', async () => {
  const answers = [Promise.reject(new Error('no network')), Promise.resolve('here')];
  const file = new Fetched(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
  await expect(file.ask()).rejects.toThrow('no network');
  expect([file.value, file.error]).toEqual([null, 'no network']);
  const again = file.ask();
  expect(file.error).toBeNull();
  expect(await again).toBe('here');
  expect(file.value).toBe('here');
});

it('may be wanted without a word: what kept it from coming can be read', async () => {
  const answers = [Promise.reject(new Error('no network')), Promise.resolve('here')];
  const file = new Fetched(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
  await file.want();
  expect([file.value, file.error]).toEqual([null, 'no network']);
  await file.want();
  expect([file.value, file.error]).toEqual(['here', null]);
});
