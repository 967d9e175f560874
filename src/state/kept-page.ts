import { KEPT_PAGE } from '../text/kept-page.ts';
import type { Notices } from './notices.svelte.ts';
import type { Offline } from './offline.svelte.ts';

/** The part of the app that has to do with it. */
interface KeptPage {
  notices: Notices;
  offline: Offline;
}

/** What the notice of a new version is about. */
const NEW_VERSION = 'new-version';

/** What the server says where there is no such page any more. */
const GONE: readonly number[] = [404, 410];

/**
 * Has the browser keep the page, so that it opens without a network, and offers a new version once that is there whole. Not
 * where the page has no worker (development, one file), within another page, or where the browser has none to give.
 */
export async function keepPage(page: KeptPage): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="serviceworker"]');
  const workers = container();
  if (!link || window.top !== window || !location.protocol.startsWith('http')) return;
  try {
    if (!workers) throw new Error('The browser keeps pages of secure addresses only.');
    // asked of the server each time, whatever it says of how long it holds
    const registration = await workers.register(link.href, { updateViaCache: 'none' });
    followForgetting(page);
    followInstalling(page, registration);
    void workers.ready.then(() => (page.offline.isKept = true));
    await registration.update().catch(() => forgetWhatIsGone(page, link.href));
  } catch {
    page.offline.isKept = false; // the data panel says so
  }
}

/** Deletes the page from the browser, in all its tabs. It goes on with what the network gives, and is kept again with the next visit. */
export async function forgetPage({ notices, offline }: KeptPage): Promise<void> {
  const registration = await container()?.getRegistration();
  if (!registration) return;
  await registration.unregister();
  // src/workers/offline.ts names them
  const names = (await caches.keys()).filter((name) => name.startsWith(`${registration.scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  notices.unsay(NEW_VERSION);
  offline.isKept = false;
  const others = new BroadcastChannel(CHANNEL);
  others.postMessage('forgotten');
  others.close();
}

const CHANNEL = 'durand-map-page';

/** Only a page that is served securely has it. */
const container = () => navigator.serviceWorker as ServiceWorkerContainer | undefined;

function followForgetting({ notices, offline }: KeptPage): void {
  new BroadcastChannel(CHANNEL).onmessage = () => {
    notices.unsay(NEW_VERSION);
    offline.isKept = false;
  };
}

function followInstalling(page: KeptPage, registration: ServiceWorkerRegistration): void {
  const look = () => {
    if (registration.waiting && registration.active) offerNew(page, registration);
    else if (!registration.installing && !registration.waiting && !registration.active) page.offline.isKept = false;
  };
  const follow = () => registration.installing?.addEventListener('statechange', look);
  look();
  follow(); // it may have begun before anyone listened
  registration.addEventListener('updatefound', follow);
}

function offerNew(page: KeptPage, registration: ServiceWorkerRegistration): void {
  const act = () => {
    const { waiting } = registration;
    if (!waiting) return reload(page, registration); // another tab has loaded it
    container()?.addEventListener('controllerchange', () => reload(page, registration), { once: true });
    waiting.postMessage('take-over');
  };
  page.notices.suggest(NEW_VERSION, KEPT_PAGE.newVersion, { label: KEPT_PAGE.loadIt, act });
}

function reload(page: KeptPage, registration: ServiceWorkerRegistration): void {
  location.reload();
  offerNew(page, registration); // the reader may stay, for what is not kept yet
}

/** A server that answers, and has no such page: what is kept of it would stand in the way of what is there now. */
async function forgetWhatIsGone(page: KeptPage, worker: string): Promise<void> {
  const answer = await fetch(worker, { method: 'HEAD', cache: 'no-store' }).catch(() => null); // no network
  if (answer && GONE.includes(answer.status)) await forgetPage(page);
}
