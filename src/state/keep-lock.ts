/** Held by every page of this browser that is keeping a dataset: its parts are there before the list names it. */
const NAME = 'durand-map-keeping';

/** Only a page that is served securely has them. */
const locks = () => navigator.locks as LockManager | undefined;

/** Does something while no other page takes its parts for what nobody needs. */
export async function whileKeeping(work: () => Promise<unknown>): Promise<void> {
  const held = locks();
  if (held) await held.request(NAME, { mode: 'shared' }, work);
  else await work();
}

/** Does something only where no page is keeping anything, as far as that can be known. */
export async function whileNobodyKeeps(work: () => Promise<unknown>): Promise<void> {
  await locks()?.request(NAME, { mode: 'exclusive', ifAvailable: true }, (lock) => (lock ? work() : undefined));
}
