import { prefersReducedMotion } from 'svelte/motion';
import type { Window } from '../../geo/time/window.ts';
import { easedShare, MOVE_MS, windowBetween } from '../../geo/story/story-pace.ts';
import { START_BBOX } from '../../geo/region.ts';
import type { StoryPlace } from '../choices.ts';
import type { Camera } from '../scene/scene.ts';
import { SHELL } from '../text/shell.ts';
import { knownOf } from './address.svelte.ts';
import type { AppState } from './app.svelte.ts';
import { onlyKnown } from './known.ts';
import { applyLink, decodeHash, type Link } from './permalink.ts';

/** Pixels of a map across for which a view is taken to have been made, where the screen is a phone’s. */
const MADE_FOR = 1000;
/** A phone’s map is shown farther out by so much at most. */
const MOST_FARTHER = 1.5;

/** What a step asks for, as far as it can be read and the data have it, and what of it is not so, in words. */
export function viewOfStep(app: AppState, hash: string): { link: Link; remarks: string[] } {
  const { link: asked, unread } = decodeHash(hash);
  const { link, missing } = onlyKnown(asked, knownOf(app.data));
  delete link.story;
  return { link, remarks: [...(unread.length > 0 ? [SHELL.unread(unread)] : []), ...missing.map(SHELL.notInData)] };
}

/** Shows the steps of a story on the map. */
export class StoryTelling {
  readonly #app: AppState;
  #stop: (() => void) | null = null;

  constructor(app: AppState) {
    this.#app = app;
  }

  /** Stops where time has come to; the map goes on to where it flies. */
  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Shows a step’s view: the map flies there and time plays to its days, or both are there at once. */
  show(place: StoryPlace, hash: string, isAtOnce: boolean): void {
    this.stop();
    const { view, playback, covers, map } = this.#app;
    const { link } = viewOfStep(this.#app, hash);
    const { theme, units } = view;
    const { speed, loop, direction } = playback;
    const target: Link = { speed, loop, backwards: direction < 0, units, ...link, theme, story: place };
    // one sheet stands at a time: the story’s
    if (covers.areSheets) target.panel = target.incident = target.measure = undefined;
    const camera = link.map && this.#fitting(link.map);
    const ms = isAtOnce || prefersReducedMotion.current ? 0 : MOVE_MS;
    if (ms === 0) {
      applyLink(this.#app, { ...target, map: camera ?? view.camera ?? undefined });
    } else {
      const stay = view.camera ?? undefined;
      const from = view.thumbs;
      applyLink(this.#app, { ...target, map: stay, t: from, anchor: undefined, phase: undefined });
      this.#stop = playTo(this.#app, from, ms, target.t ?? view.extent, () => {
        applyLink(this.#app, { ...target, map: view.camera ?? undefined });
      });
    }
    if (!camera) void map.fit(START_BBOX);
    else if (ms > 0) void map.fly(camera, ms);
  }

  /** A phone shows as much as a wide screen does, from farther away, and not under its sheet. */
  #fitting(camera: Camera): Camera {
    if (!this.#app.covers.areSheets) return camera;
    const zoom = camera.zoom - Math.min(MOST_FARTHER, Math.max(0, Math.log2(MADE_FOR / innerWidth)));
    // the lower half is the story’s
    const down = (innerHeight / 4 / 512) * (360 / 2 ** zoom) * Math.cos((camera.lat * Math.PI) / 180);
    return { ...camera, zoom, lat: camera.lat - down };
  }
}

/** Plays the thumbs from where they are to some days; ends where the reader moves them. Gives what stops it. */
function playTo(app: AppState, from: Window, ms: number, to: Window, done: () => void): () => void {
  const { view } = app;
  let began: number | null = null;
  let put = view.position;
  let handle = requestAnimationFrame(function frame(now) {
    began ??= now;
    if (view.position !== put) return;
    const share = Math.min((now - began) / ms, 1);
    if (share === 1) return done();
    view.thumbs = windowBetween(from, to, easedShare(share));
    put = view.position;
    handle = requestAnimationFrame(frame);
  });
  return () => cancelAnimationFrame(handle);
}
