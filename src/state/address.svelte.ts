import { SHELL } from '../text/shell.ts';
import { daysOf } from '../../geo/story/phases.ts';
import { keyOf } from '../../geo/story/totals.ts';
import type { AppState } from './app.svelte.ts';
import type { Data } from './data.svelte.ts';
import { onlyKnown, type KnownNames } from './known.ts';
import { applyLink, decodeHash, encodeView } from './permalink.ts';

/** So long the view rests before the address follows it. */
const REST_MS = 250;

/**
 * Takes the view from the address's hash; says so where it cannot be read. Gives what the notices are about of what it
 * names and the data lack.
 */
export function readAddress({ view, notices, data }: AppState, hash: string): string[] {
  const decoded = decodeHash(hash);
  if ('problem' in decoded) {
    applyLink(view, {});
    notices.say(`bad-link ${decoded.problem}`, SHELL.badLink(decoded.problem));
    return [];
  }
  const { link, missing } = onlyKnown(decoded.link, knownOf(data));
  applyLink(view, link);
  return missing.map(({ what, name }) => {
    const about = `not-in-data ${what} ${name}`;
    notices.say(about, SHELL.notInData(what, name));
    return about;
  });
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
