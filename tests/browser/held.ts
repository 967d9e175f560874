import type { CDPSession, Page } from '@playwright/test';

/** What a page holds, once what it holds no more is collected. */
export interface Held {
  /** objects and the buffers of arrays, MB */
  memoryMb: number;
  /** WebGL's buffers, vertex arrays, textures and programs that were made and not deleted */
  graphics: number;
  workers: number;
  /** records of the browser's store */
  kept: number;
}

/** Counts what is made and deleted of WebGL's; to be called before the page is opened. */
export async function watchGraphics(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held = { count: 0 };
    Object.assign(globalThis, { graphicsHeld: held });
    const prototype = WebGL2RenderingContext.prototype as unknown as Record<
      string,
      (this: unknown, ...a: unknown[]) => unknown
    >;
    for (const what of ['Buffer', 'VertexArray', 'Texture', 'Program', 'Framebuffer', 'Renderbuffer'])
      for (const [verb, by] of [
        ['create', 1],
        ['delete', -1],
      ] as const) {
        const own = prototype[verb + what];
        prototype[verb + what] = function (...given) {
          if (verb === 'create' || given[0] !== null) held.count += by;
          return own.apply(this, given);
        };
      }
  });
}

/** What the page holds now. */
export async function heldBy(page: Page, session: CDPSession): Promise<Held> {
  // what a finalizer lets go of goes with the second
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  const graphics = await page.evaluate(
    () => (globalThis as unknown as { graphicsHeld: { count: number } }).graphicsHeld.count,
  );
  return {
    memoryMb: (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6,
    graphics,
    workers: page.workers().length,
    kept: await recordsKept(page),
  };
}

function recordsKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const request = indexedDB.open('durand-map');
        request.onerror = () => fail(new Error('the store cannot be opened'));
        request.onsuccess = () => {
          const db = request.result;
          const transaction = db.transaction([...db.objectStoreNames], 'readonly');
          let count = 0;
          for (const name of db.objectStoreNames) {
            const counting = transaction.objectStore(name).count();
            counting.onsuccess = () => (count += counting.result);
          }
          transaction.oncomplete = () => {
            db.close();
            done(count);
          };
        };
      }),
  );
}
