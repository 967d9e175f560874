/**
 * The service worker: keeps the files of one version of the page, whole, and answers with them. Built as `sw.js` by
 * scripts/offline.ts. It imports nothing, as it is one plain script.
 */

/** Each file below the page's folder, and the hash that it must have; '' is the page. Written by geo/commands/offline-files.ts, as is the next. */
declare const FILES: readonly (readonly [path: string, integrity: string])[];
declare const VERSION: string;

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
/** src/state/kept-page.ts finds the caches of this page by the scope before the space. */
const PREFIX = `${scope} `;
const CACHE = PREFIX + VERSION;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const address = addressOf(url);
  if (method !== 'GET' || !address.startsWith(scope)) return;
  event.respondWith(held(address).then((response) => response ?? fetch(event.request)));
});

/** All files or none: one that is missing, or not of this version, keeps the version before in its place. */
async function install(): Promise<void> {
  const isNew = !(await caches.has(CACHE));
  const cache = await caches.open(CACHE);
  // what the browser has already is asked for again, and not sent again
  const requests = FILES.map(([path, integrity]) => new Request(scope + path, { integrity, cache: 'no-cache' }));
  try {
    await cache.addAll(requests);
  } catch (error) {
    if (isNew) await caches.delete(CACHE);
    throw error;
  }
}

/** The version before stays, for pages that are still open with it; what is older goes. */
async function takeOver(): Promise<void> {
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** What is kept under an address, in this version first; no cache is made by asking. */
async function held(address: string): Promise<Response | undefined> {
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const cacheName of [CACHE, ...before.reverse()]) {
    const response = await caches.match(address, { cacheName, ignoreVary: true });
    if (response) return response;
  }
  return undefined;
}

/** Without what only the page reads of it. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  return address === `${scope}index.html` ? scope : address;
}
