import { untrack } from 'svelte';
import { SHELL } from '../text/shell.ts';
import { daysOf } from '../../geo/story/phases.ts';
import { keyOf } from '../../geo/story/totals.ts';
import type { AppState } from './app.svelte.ts';
import type { Data } from './data.svelte.ts';
import { closeAllButMap } from './embedding.ts';
import { onlyKnown, type KnownNames } from './known.ts';
import { MOST_CHARACTERS } from '../../geo/views/hash.ts';
import { applyLink, choiceBetween, decodeHash, encodeView } from './permalink.ts';

/** So long the view rests before the address follows it. */
const REST_MS = 250;
/** The same chosen again within this time, as by a key that is held, is one choice. */
const HELD_MS = 400;

/**
 * Takes the view from the address's hash; says in one notice what of it cannot be read and what the data lack. Gives
 * whether they lack something.
 */
export function readAddress(app: AppState, hash: string): boolean {
  const { notices, data } = app;
  const { link: asked, unread, isTooLong } = decodeHash(hash);
  const { link, missing } = onlyKnown(asked, knownOf(data));
  if (!app.isEmbedded) app.stories.follow(link);
  applyLink(app, link);
  if (app.isEmbedded) closeAllButMap(app);
  const said = missing.map(SHELL.notInData);
  if (unread.length > 0) said.unshift(SHELL.unread(unread));
  if (isTooLong) said.unshift(SHELL.tooLong(MOST_CHARACTERS));
  notices.unsay('link');
  if (said.length > 0) notices.say('link', said.join(' '));
  return missing.length > 0;
}

/** What of the data a link may name. */
export function knownOf({ store, layers, extent }: Data): KnownNames {
  const districts = new Set(layers?.districts.features.map(({ properties }) => properties.id));
  const totals = new Set(layers?.totals.map(keyOf));
  return {
    extent,
    incident: (id) => store.indexOf(id) >= 0,
    district: (id) => districts.has(id),
    totals: (key) => totals.has(key),
    phase: (id) => {
      const phase = layers?.phases.find((one) => one.id === id);
      return phase ? daysOf(phase) : null;
    },
  };
}

const NOTHING_CHOSEN = { keys: '', at: 0, before: '' };

/** What keeping the address needs of the browser; tests bring their own. */
export interface AddressBar {
  /** With `#`; empty where there is none. */
  hash: () => string;
  write: (how: 'push' | 'replace', hash: string) => void;
  /** Calls back once the reader has gone to another address of the page; gives what stops it. */
  onGone: (callback: () => void) => () => void;
}

const browserBar: AddressBar = {
  hash: () => location.hash,
  write: (how, hash) => history[`${how}State`](history.state, '', hash || location.pathname + location.search),
  onGone: (callback) => {
    addEventListener('hashchange', callback);
    return () => removeEventListener('hashchange', callback);
  },
};

/** In a frame: the steps of Back are those of the page around it. */
const frameBar: AddressBar = { ...browserBar, write: (_, hash) => browserBar.write('replace', hash) };

/**
 * Keeps view and address the same, both ways. Call it in an effect; gives what ends it.
 * What the reader chooses is pushed at once, so that Back undoes it; all else replaces the address a moment after the
 * view has come to rest, since browsers allow only so many changes in a time.
 */
export function keepAddress(app: AppState, bar: AddressBar = app.isEmbedded ? frameBar : browserBar): () => void {
  let written = bar.hash();
  let shown = encodeView(app);
  /** What was chosen last, when, and what was shown before. */
  let chosen = NOTHING_CHOSEN;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(how: 'push' | 'replace', view: string) {
    const hash = view && `#${view}`;
    if (hash === written) return;
    if (hash.length > MOST_CHARACTERS) return app.notices.say('long-link', SHELL.noLink(MOST_CHARACTERS));
    bar.write(how, hash);
    written = bar.hash();
  }

  function writeSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // someone else has just set the address: it is about to be read, not overwritten
      if (bar.hash() === written) write('replace', shown);
    }, REST_MS);
  }

  function follow(view: string) {
    const left = shown;
    shown = view;
    const choice = choiceBetween(left, view);
    if (!choice) return writeSoon();
    const now = performance.now();
    const isSameAgain = choice.keys === chosen.keys && (choice.isTyped || now - chosen.at < HELD_MS);
    // back to what it was is a choice of its own: two entries alike would leave one Back without effect
    const goesOn = isSameAgain && choiceBetween(chosen.before, view) !== null;
    chosen = { keys: choice.keys, at: now, before: goesOn ? chosen.before : left };
    if (goesOn) return writeSoon();
    clearTimeout(timer);
    if (bar.hash() !== written) return;
    write('replace', left);
    write('push', view);
  }

  const forget = bar.onGone(() => {
    if (bar.hash() === written) return;
    written = bar.hash();
    chosen = NOTHING_CHOSEN;
    readAddress(app, written);
    shown = encodeView(app);
    writeSoon();
  });
  const stop = $effect.root(() => {
    $effect(() => {
      const view = encodeView(app);
      untrack(() => follow(view));
    });
  });
  return () => {
    stop();
    forget();
    clearTimeout(timer);
  };
}
