import { describe, expect, it } from 'vitest';
import { spread } from '../../../../src/charts/labels.ts';

describe('labels beside the border', () => {
  it('stay where they are while they are far enough apart', () => {
    expect(spread([10, 40, 80], 12, 100)).toEqual([10, 40, 80]);
  });

  it('move apart as little as can be', () => {
    // three at 50: the middle one stays, the others go 12 px up and down
    expect(spread([50, 50, 50], 12, 100)).toEqual([38, 50, 62]);
  });

  it('stay inside', () => {
    expect(spread([0, 1], 12, 100)).toEqual([6, 18]);
    expect(spread([99, 100], 12, 100)).toEqual([82, 94]);
  });
});
