import { tick } from 'svelte';
import type { WrittenStory } from '../../../geo/model/written-story.ts';
import { START_BBOX } from '../../../geo/region.ts';
import { plainWords } from '../../../geo/story/plain-words.ts';
import { easedShare, storyBeats, windowBetween } from '../../../geo/story/story-pace.ts';
import type { Window } from '../../../geo/time/window.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { Measuring } from '../../state/measuring.svelte.ts';
import { applyLink } from '../../state/permalink.ts';
import { Playback } from '../../state/playback.svelte.ts';
import { viewOfStep } from '../../state/story-telling.svelte.ts';
import { FILM } from '../../text/film.ts';
import { STORIES } from '../../text/stories.ts';
import { boxSeen, cameraIn, cameraOn, wayBetween } from './camera-path.ts';
import { filmedOf } from './filmed.ts';
import type { FilmPace } from './plan.ts';
import type { FilmScript, MapSize } from './script.ts';
import { storyPictures } from './story-plan.ts';

/** A story as it plays by itself: the map flies and days play from step to step, and each step stays as long as it takes to read. */
export async function storyScript(app: AppState, story: WrittenStory, pace: FilmPace): Promise<FilmScript> {
  const measuring = new Measuring(app.data);
  const filmed = filmedOf(app, measuring);
  const { view, density, data } = filmed;
  const chosen = { view, measuring, playback: new Playback(view) };
  view.extent = app.view.extent;
  const { theme, units } = app.view;
  const beats = storyBeats(story);
  const links = beats.map((beat) => ({ ...viewOfStep(app, beat.view).link, theme, units }));
  if (links.some(({ bands }) => bands)) await data.later.bands.want();
  await tick();

  let shown: number | null = null;
  const put = (step: number) => {
    if (step !== shown) applyLink(chosen, links[step]);
    shown = step;
  };
  const ends = links.map((_, step): Window => {
    put(step);
    return view.thumbs;
  });
  const cameraOf = (step: number, size: MapSize) => {
    const { map } = links[step];
    return map ? cameraIn(map, size) : cameraOn(START_BBOX, size);
  };
  const steps = storyPictures(beats, pace);
  const words = story.steps.map(({ heading, words, sources }, step) => ({
    title: FILM.storyTitle({
      title: story.title || STORIES.untitled,
      heading: heading || STORIES.stepNamed({ step: step + 1 }),
    }),
    note: [plainWords(words), FILM.storySources(sources.map(({ text }) => text))].filter(Boolean).join(' '),
  }));

  const cameraAt = (nth: number, size: MapSize) => {
    const { step, share } = steps[nth];
    const there = cameraOf(step, size);
    return share === 1 || step === 0 ? there : wayBetween(cameraOf(step - 1, size), there, size)(easedShare(share));
  };
  return {
    filmed,
    pictures: steps.map(({ step, frames }) => ({ ...words[step], frames, part: step })),
    show: (nth, size) => {
      const { step, share } = steps[nth];
      put(step);
      view.thumbs =
        share === 1 ? ends[step] : windowBetween(ends[step - 1] ?? ends[step], ends[step], easedShare(share));
      if (size) {
        const camera = cameraAt(nth, size);
        density.see({ box: boxSeen(camera, size), zoom: camera.zoom });
      }
      density.follow();
    },
    cameraAt,
  };
}
