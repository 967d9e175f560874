import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { framesOfAll, storyPictures } from '../../../../../src/panels/film/story-plan.ts';

const beat = (step: number, moveMs: number, readMs: number) => ({ step, view: '', startMs: 0, moveMs, readMs });

describe('the pictures of a story’s film', () => {
  it('are one that stays for the first step, and for each further one those of the way and one that stays', () => {
    // 4 s at 30 frames a second are 120; of 2 s on the way at 4 pictures a second, 8, the last is the one that stays
    const pictures = storyPictures([beat(0, 0, 4000), beat(1, 2000, 5000)], { speed: 4, rate: 30 });
    expect(pictures.map(({ step, share }) => [step, share])).toEqual([
      [0, 1],
      ...[1, 2, 3, 4, 5, 6, 7].map((nth) => [1, nth / 8]),
      [1, 1],
    ]);
    // 60 frames of the way in eight parts: 7.5 each, in whole ones
    expect(pictures.map(({ frames }) => frames)).toEqual([120, 8, 7, 8, 7, 8, 7, 8, 7 + 150]);
  });

  it('take as long as the story, whatever the pace', () => {
    const paces = fc.record({ speed: fc.constantFrom(1, 2, 4, 8, 16, 30), rate: fc.constantFrom(24, 30) });
    const stays = fc.array(fc.integer({ min: 4000, max: 60_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(stays, paces, (reads, pace) => {
        fc.pre(pace.speed <= pace.rate);
        const pictures = storyPictures(
          reads.map((ms, step) => beat(step, step === 0 ? 0 : 2000, ms)),
          pace,
        );
        const seconds = (reads.reduce((a, b) => a + b) + 2000 * (reads.length - 1)) / 1000;
        // each step is rounded to a frame
        expect(Math.abs(framesOfAll(pictures) - seconds * pace.rate)).toBeLessThanOrEqual(reads.length);
        expect(pictures.every(({ frames }) => frames >= 1)).toBe(true);
        expect(pictures.filter(({ share }) => share === 1).map(({ step }) => step)).toEqual(reads.map((_, i) => i));
      }),
    );
  });
});
