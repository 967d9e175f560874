import { SHELL } from '../text/shell.ts';
import type { AppState } from './app.svelte.ts';
import { applyLink, decodeHash, encodeView } from './permalink.ts';

/** Takes the view from the address's hash; says so where it cannot be read. */
export function readAddress({ view, notices, data }: AppState, hash: string): void {
  const decoded = decodeHash(hash);
  if ('problem' in decoded) {
    applyLink(view, {});
    notices.say(SHELL.badLink(decoded.problem));
    return;
  }
  applyLink(view, decoded.link);
  if (view.selected !== null && data.store.indexOf(view.selected) < 0) {
    notices.say(SHELL.unknownIncident(view.selected));
    view.selected = null;
  }
}

/**
 * Keeps view and address the same, both ways. Call it in an effect; gives what ends it.
 * The address is replaced, not pushed, a moment after the view has come to rest.
 */
export function keepAddress(app: AppState, restMs = 250): () => void {
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
      }, restMs);
      return () => clearTimeout(timer);
    });
  });
  return () => {
    stop();
    removeEventListener('hashchange', onhashchange);
  };
}
