import type { Published } from '../../geo/model/dataset.ts';
import { SHELL } from '../text/shell.ts';
import type { Notices } from './notices.svelte.ts';

/** What the notice of a first visit is about, and where the browser remembers that it was closed. */
const WELCOME = 'welcome';

/** Says what the page is and how to start, to those who have not closed that yet. */
export function welcome(notices: Notices, published: Published | null): void {
  if (!isRemembered()) notices.say(WELCOME, published ? SHELL.welcomeElse(published) : SHELL.welcome, remember);
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(WELCOME) !== null;
  } catch {
    return false; // the browser keeps nothing
  }
}

function remember(): void {
  try {
    localStorage.setItem(WELCOME, 'closed');
  } catch {
    // it is said again at the next visit
  }
}
