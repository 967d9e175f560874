import { SHELL } from '../text/shell.ts';
import { daysOf } from '../../geo/story/phases.ts';
import { keyOf } from '../../geo/story/totals.ts';
import type { AppState } from './app.svelte.ts';
import type { Data } from './data.svelte.ts';
import { onlyKnown, type KnownNames } from './known.ts';
import { applyLink, decodeHash, encodeView, MOST_CHARACTERS } from './permalink.ts';

/** So long the view rests before the address follows it. */
const REST_MS = 250;

/**
 * Takes the view from the address's hash; says in one notice what of it cannot be read and what the data lack. Gives
 * whether they lack something.
 */
export function readAddress({ view, notices, data }: AppState, hash: string): boolean {
  const { link: asked, unread, isTooLong } = decodeHash(hash);
  const { link, missing } = onlyKnown(asked, knownOf(data));
  applyLink(view, link);
  const said = missing.map(SHELL.notInData);
  if (unread.length > 0) said.unshift(SHELL.unread(unread));
  if (isTooLong) said.unshift(SHELL.tooLong(MOST_CHARACTERS));
  notices.unsay('link');
  if (said.length > 0) notices.say('link', said.join(' '));
  return missing.length > 0;
}

function knownOf({ store, layers, extent }: Data): KnownNames {
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

/**
 * Keeps view and address the same, both ways. Call it in an effect; gives what ends it.
 * The address is replaced, not pushed, a moment after the view has come to rest.
 */
export function keepAddress(app: AppState): () => void {
  let written = location.hash;
  const onhashchange = () => {
    if (location.hash === written) return;
    written = location.hash;
    readAddress(app, location.hash);
  };
  addEventListener('hashchange', onhashchange);
  const stop = $effect.root(() => {
    $effect(() => {
      const hash = encodeView(app.view);
      const timer = setTimeout(() => {
        // someone else has just set the address: it is about to be read, not overwritten
        if (location.hash !== written) return;
        written = hash ? `#${hash}` : '';
        history.replaceState(history.state, '', written || location.pathname + location.search);
        written = location.hash;
      }, REST_MS);
      return () => clearTimeout(timer);
    });
  });
  return () => {
    stop();
    removeEventListener('hashchange', onhashchange);
  };
}
