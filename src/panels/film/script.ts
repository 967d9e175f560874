import type { Camera } from '../../scene/scene.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { filmedOf, type Filmed } from './filmed.ts';
import { framesOf, type FilmPace, type FilmPlan } from './plan.ts';

/** One picture of a film. */
export interface FilmPicture {
  /** for how many frames it stays */
  frames: number;
  /** what is written above it and below it; '' for nothing */
  title: string;
  note: string;
  /** pictures of one part have the same key, title and note; from 0 */
  part: number;
}

/** CSS pixels of a film's map. */
export interface MapSize {
  width: number;
  height: number;
}

/** What a film shows, picture by picture. */
export interface FilmScript {
  filmed: Filmed;
  pictures: readonly FilmPicture[];
  /** Shows a picture, on a map of this size where one is open. */
  show: (nth: number, size: MapSize | null) => void;
  /** Where the map looks then; `undefined` where the page does. */
  cameraAt: (nth: number, size: MapSize) => Camera | undefined;
}

/** What the page shows now, through time. */
export function timeScript(app: AppState, { reach, steps }: FilmPlan, pace: FilmPace): FilmScript {
  const filmed = filmedOf(app);
  const { view, density } = filmed;
  view.extent = reach.extent;
  view.mode = reach.mode;
  view.step = reach.step;
  return {
    filmed,
    pictures: steps.map(({ caption }, i) => ({
      frames: framesOf(i, steps.length, pace),
      title: caption,
      note: '',
      part: 0,
    })),
    show: (nth) => {
      view.position = steps[nth].position;
      density.follow();
    },
    cameraAt: () => undefined,
  };
}
