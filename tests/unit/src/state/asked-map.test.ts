import { expect, it, vi } from 'vitest';
import type { MapPort } from '../../../../src/scene/scene.ts';
import { AskedMap } from '../../../../src/state/asked-map.ts';

function portOf() {
  const port = {
    goTo: vi.fn<MapPort['goTo']>(),
    fly: vi.fn<MapPort['fly']>(),
    fit: vi.fn<MapPort['fit']>(),
    picture: vi.fn<MapPort['picture']>(() => Promise.reject(new Error('not asked for here'))),
    openHidden: vi.fn<MapPort['openHidden']>(() => {
      throw new Error('not asked for here');
    }),
    copy: vi.fn<MapPort['copy']>(() => null),
    settled: vi.fn<MapPort['settled']>(() => Promise.resolve()),
  };
  return port satisfies MapPort;
}

it('asks the map that is there', async () => {
  const map = new AskedMap();
  const port = portOf();
  const disconnect = map.connect(port);
  const cap = { lon: 70, lat: 33, radius: 4 };
  await map.fit([66, 30, 74, 37], cap);
  await map.goTo(71.5, 34, 9);
  expect(port.fit.mock.calls).toEqual([[[66, 30, 74, 37], cap]]);
  expect(port.goTo.mock.calls).toEqual([[71.5, 34, 9]]);
  disconnect();
  const next = portOf();
  const asked = map.goTo(70, 33);
  map.connect(next);
  await asked;
  expect([port.goTo.mock.calls.length, next.goTo.mock.calls]).toEqual([1, [[70, 33, undefined]]]);
});

it('keeps what is asked before the map is there, in order', async () => {
  const map = new AskedMap();
  const asked = [map.fit([66, 30, 74, 37]), map.goTo(71.5, 34), map.settled()];
  await Promise.resolve();
  const port = portOf();
  map.connect(port);
  await Promise.all(asked);
  const order = [port.fit, port.goTo, port.settled].map(({ mock }) => mock.invocationCallOrder[0]);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});
