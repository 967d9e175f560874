import { expect, it } from 'vitest';
import { figureHash } from '../../../../geo/views/figure-hash.ts';
import { readLink } from '../../../../geo/views/link.ts';

it('a link keeps what decides figures, and loses where the map looks and what is open beside them', () => {
  const hash =
    'map=8.50/34.0167/71.5833&t=2025-01-01/2025-12-31&mode=from-start&types=ambush&theme=dark&panel=filters&by=side';
  const left = figureHash(hash);
  expect(left).toBe('t=2025-01-01/2025-12-31&mode=from-start&types=ambush&by=side');
  const { windowIn: _, ...kept } = readLink(left);
  const { windowIn: __, ...whole } = readLink(hash);
  expect(kept).toEqual(whole);
  expect(kept).toMatchObject({ filters: { types: ['ambush'] }, options: { by: ['side'] }, unread: [] });
});
