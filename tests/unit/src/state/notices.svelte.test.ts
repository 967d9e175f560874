import { expect, test, vi } from 'vitest';
import { Notices } from '../../../../src/state/notices.svelte.ts';

const texts = (notices: Notices) => notices.list.map(({ text }) => text);

test('what is about the same thing is said once, and an offer takes the place of an earlier one', () => {
  const notices = new Notices();
  notices.say('a file', 'one');
  notices.say('a file', 'one');
  notices.offer('first removed', { label: 'Undo', act: vi.fn() });
  notices.offer('second removed', { label: 'Undo', act: vi.fn() });
  expect(texts(notices)).toEqual(['one', 'second removed']);
  notices.withdraw();
  expect(texts(notices)).toEqual(['one']);
  notices.unsay('a file');
  expect(texts(notices)).toEqual([]);
});

test('an offer goes once it has become needless, one that does not say when stays', () => {
  const notices = new Notices();
  let isSeen = false;
  notices.offer('not seen', { label: 'Show', act: vi.fn(), isNeedless: () => isSeen });
  notices.withdrawNeedless();
  expect(texts(notices)).toEqual(['not seen']);
  isSeen = true;
  notices.withdrawNeedless();
  expect(texts(notices)).toEqual([]);
  notices.offer('removed', { label: 'Undo', act: vi.fn() });
  notices.withdrawNeedless();
  expect(texts(notices)).toEqual(['removed']);
});

test('what is offered is done once, and the notice goes with it', () => {
  const notices = new Notices();
  const act = vi.fn();
  notices.offer('removed', { label: 'Undo', act });
  notices.accept(notices.list[0]);
  expect(act).toHaveBeenCalledOnce();
  expect(notices.list).toEqual([]);
});

test('what is suggested is said once and stays until it is done, whatever else is offered and taken back', () => {
  const notices = new Notices();
  const act = vi.fn();
  notices.suggest('version', 'new', { label: 'Load it', act });
  notices.suggest('version', 'new', { label: 'Load it', act });
  notices.offer('removed', { label: 'Undo', act: vi.fn() });
  notices.withdraw();
  notices.withdrawNeedless();
  expect(texts(notices)).toEqual(['new']);
  notices.accept(notices.list[0]);
  expect(act).toHaveBeenCalledOnce();
  expect(texts(notices)).toEqual([]);
});
