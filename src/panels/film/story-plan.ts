import type { StoryBeat } from '../../../geo/story/story-pace.ts';
import type { FilmPace } from './plan.ts';

/** One picture of a story's film. */
export interface StoryPicture {
  /** from 0 */
  step: number;
  /** how far it is from the step before to this one, from 0 to 1; 1 is there */
  share: number;
  /** for how many frames it stays */
  frames: number;
}

/**
 * The pictures of a story as it plays by itself: on the way to a step `speed` pictures a second, and one that stays as long
 * as it takes to read.
 */
export function storyPictures(beats: readonly StoryBeat[], { speed, rate }: Pick<FilmPace, 'speed' | 'rate'>) {
  return beats.flatMap(({ step, moveMs, readMs }): StoryPicture[] => {
    const wayFrames = Math.round((moveMs / 1000) * rate);
    const onWay = moveMs === 0 ? 0 : Math.max(0, Math.round((moveMs / 1000) * speed) - 1);
    const firstFrame = (nth: number) => Math.round((nth * wayFrames) / (onWay + 1));
    const way = Array.from({ length: onWay }, (_, i) => ({
      step,
      share: (i + 1) / (onWay + 1),
      frames: firstFrame(i + 1) - firstFrame(i),
    }));
    const read = Math.round((readMs / 1000) * rate);
    return [...way, { step, share: 1, frames: wayFrames - firstFrame(onWay) + read }];
  });
}

/** How many frames the pictures stay for in all. */
export function framesOfAll(pictures: readonly Pick<StoryPicture, 'frames'>[]): number {
  return pictures.reduce((sum, { frames }) => sum + frames, 0);
}
