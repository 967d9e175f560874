import type { JSHandle, Page } from '@playwright/test';

/** Makes a promise of a request to a database of the browser. */
export type Asked = <T>(request: IDBRequest<T>) => Promise<T>;

/** What makes promises of requests in the page, to be handed to what is evaluated there. */
export function askedIn(page: Page): Promise<JSHandle<Asked>> {
  return page.evaluateHandle(
    (): Asked => (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      }),
  );
}
