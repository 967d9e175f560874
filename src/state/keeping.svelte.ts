import { tick } from 'svelte';
import { messageOf } from '../../geo/model/errors.ts';
import { storeVersion } from '../../geo/store/version.ts';
import { DATA } from '../text/data.ts';
import { forgetAll, forgetOrphans, forgetParts, keepChanges, keptList, type Kept } from '../workers/kept-database.ts';
import { placeAfter, rebased, retold, type KeptDataset } from '../workers/kept-list.ts';
import { OWN, type Data } from './data.svelte.ts';
import type { Dataset } from './datasets.ts';
import { atLatest } from './idle.ts';
import { keepContent } from './keep-content.ts';
import { whileKeeping, whileNobodyKeeps } from './keep-lock.ts';
import type { Layers } from './layers.ts';
import { isOneFile } from './one-file.ts';
import type { Notices } from './notices.svelte.ts';
import { fetchKept, restoredOf, type Restored } from './restoring.ts';

/** Longer than this a new dataset does not wait for the map to be drawn before it is kept, ms. */
const LONGEST_MS = 3000;
/** Up to so many rows are kept at once: it takes no longer than a drawing. */
const FEW = 10_000;

/** What one page tells the others of this browser. */
type Word = 'changed' | 'forgotten';

/**
 * Keeps the datasets in this browser, so that they survive a reload, and are in all pages of it. Where that fails they
 * live as long as the page.
 */
export class Keeping {
  #data: Data;
  #notices: Notices;
  #whenDrawn: () => Promise<void>;
  #onTaken: () => void;
  #bytes = $state<number | null>(null);
  #waiting = $state(0);
  /** A page in one file has no place of its own in the browser. */
  readonly #keepsNone = isOneFile();
  #keepsAll = $state(!this.#keepsNone);
  #beingKept = $state.raw<ReadonlySet<string>>(new Set());
  #lacking = $state.raw<ReadonlySet<string>>(new Set());
  #last: Promise<unknown> = Promise.resolve();
  #others: BroadcastChannel | null = null;
  /** the datasets whose content is kept, and how; all others live in memory alone */
  #kept = new Map<string, Pick<KeptDataset, 'version' | 'content'>>();
  /** the list as this page knew it last: what it has otherwise now are its own changes */
  #base: readonly KeptDataset[] = [];

  /**
   * `whenDrawn` resolves when what was added is on the map: keeping it at once would only hold that up. `onTaken` is
   * called when another page has changed the datasets.
   */
  constructor(data: Data, notices: Notices, whenDrawn: () => Promise<void>, onTaken: () => void) {
    this.#data = data;
    this.#notices = notices;
    this.#whenDrawn = whenDrawn;
    this.#onTaken = onTaken;
  }

  /** The bytes that this page keeps in the browser; `null` where that is not known. */
  get bytes(): number | null {
    return this.#bytes;
  }

  /** Whether the browser took all that it was given. */
  get keepsAll(): boolean {
    return this.#keepsAll;
  }

  /** Whether something is still to be kept: a reload now would lose it. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** Whether a dataset is still to be kept. */
  isBeingKept(id: string): boolean {
    return this.#beingKept.has(id);
  }

  /** Whether something is kept that could not be brought back. */
  get lacksSome(): boolean {
    return this.#lacking.size > 0;
  }

  /** Brings back what was kept, and hears from now on what other pages change. Says which datasets could not be brought back, and why. Gives what ends it. */
  async restore(): Promise<() => void> {
    if (this.#keepsNone) return () => undefined;
    this.#listen();
    await this.#inTurn(async () => {
      await this.#takeUp(true);
      await whileNobodyKeeps(() => forgetOrphans()).catch(() => undefined); // they only take room
      await this.#count();
    });
    return () => this.#others?.close();
  }

  /** Keeps a new dataset, and the list. Until the list is kept, what was kept before is what comes back. */
  keep(id: string): Promise<void> {
    if (this.#keepsNone) return Promise.resolve();
    this.#beingKept = new Set([...this.#beingKept, id]);
    return this.#then(async () => {
      await tick(); // the map is told first
      const current = () => this.#data.datasets.find((each) => each.id === id);
      if ((current()?.store.size ?? 0) > FEW) await atLatest(this.#whenDrawn(), LONGEST_MS);
      await this.#tried(whileKeeping(() => this.#keepNow(id, current)));
      this.#beingKept = new Set([...this.#beingKept].filter((each) => each !== id));
    });
  }

  /** Keeps what this page changed in the list of datasets; their content was kept when they were read. */
  save(): Promise<void> {
    if (this.#keepsNone) return Promise.resolve();
    return this.#then(() => this.#tried(this.#saveNow()));
  }

  /** Deletes everything that was kept, and all datasets but the one that comes with the page, in all pages. */
  async forget(): Promise<void> {
    await this.#last;
    if (!this.#keepsNone) await this.#tried(forgetAll());
    await this.#empty();
    this.#base = [];
    this.#tell('forgotten');
    await this.#count();
  }

  async #keepNow(id: string, current: () => Dataset | undefined): Promise<void> {
    // under a name of its own: until the list names it, what was kept before stays whole
    const content = `${id}/${[...crypto.getRandomValues(new Uint32Array(2))].join('-')}`;
    const kept = { version: this.#version(), content };
    try {
      if (await keepContent(content, current)) {
        this.#kept.set(id, kept);
        await this.#saveNow();
        return askToKeep();
      }
    } catch (error) {
      await forgetParts(content).catch(() => undefined); // why they are not whole is what counts
      throw error;
    }
    await forgetParts(content); // removed meanwhile
  }

  async #saveNow(): Promise<void> {
    const mine = this.#list();
    await keepChanges(this.#base, mine);
    this.#base = mine;
    const ids = new Set(mine.map(({ id }) => id));
    for (const id of this.#kept.keys()) if (!ids.has(id)) this.#kept.delete(id);
    this.#tell('changed');
  }

  #list(): KeptDataset[] {
    return this.#data.datasets.flatMap((dataset) => {
      const kept = dataset.id === OWN ? {} : this.#kept.get(dataset.id);
      return kept ? [{ ...withoutContent(dataset), ...kept }] : [];
    });
  }

  #version(): string {
    const resources = this.#data.layers?.datapackage.resources ?? [];
    const measuredAgainst = resources.filter(({ layers }) => layers.some((name) => GROUND.includes(name)));
    return storeVersion(measuredAgainst.map(({ hash }) => hash));
  }

  /** One thing after the other, while the reader is told that something is still to be kept. */
  #then(work: () => Promise<unknown>): Promise<void> {
    this.#waiting++;
    return this.#inTurn(async () => {
      await work().finally(() => this.#waiting--);
      await this.#count();
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined); // whoever asked is told
    return turn;
  }

  #listen(): void {
    this.#others = new BroadcastChannel('durand-map');
    this.#others.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data === 'forgotten') void this.#followForgetting();
      else void this.#inTurn(() => this.#takeUp(false));
    };
  }

  #tell(word: Word): void {
    this.#others?.postMessage(word);
  }

  /** Another page deleted everything: so does this one, what it was about to keep included. */
  async #followForgetting(): Promise<void> {
    this.#notices.withdraw();
    await this.#empty();
    this.#onTaken();
    await this.save();
  }

  async #empty(): Promise<void> {
    this.#kept.clear();
    this.#lacking = new Set();
    const own = this.#data.datasets.filter(({ id }) => id === OWN).map((dataset) => ({ ...dataset, on: true }));
    await this.#data.setDatasets(own);
  }

  /**
   * Brings the datasets of this page to what the list has: what is new in it is brought back, what is gone from it goes.
   * What this page shows of all others, and in which order, stays; at the beginning that is as the list has it.
   */
  async #takeUp(isBeginning: boolean): Promise<void> {
    const kept = await this.#tried(keptList());
    const { layers } = this.#data;
    if (!kept || !layers) return;
    const { list, damaged } = kept;
    if (damaged > 0) this.#notices.say('list-damaged', DATA.listDamaged(damaged));
    const before = new Map(this.#base.map((kept) => [kept.id, kept]));
    const here = new Set(this.#data.datasets.map(({ id }) => id));
    const isNew = ({ id, report }: KeptDataset) => report !== null && !here.has(id) && !before.has(id);
    const arrived = await this.#bringBack(list.filter(isNew), layers);
    const there = new Map(list.map((kept) => [kept.id, kept]));
    const own = isBeginning ? there.get(OWN) : undefined;

    let next = this.#data.datasets
      .filter(({ id }) => id === OWN || !before.has(id) || there.has(id))
      .map((dataset) => (own && dataset.id === OWN ? { ...dataset, on: own.on } : dataset))
      .map((dataset) => retold(dataset, before.get(dataset.id), there.get(dataset.id)));
    for (const { dataset } of arrived) {
      if (next.some(({ id }) => id === dataset.id)) continue; // back already
      const earlier = list.slice(
        0,
        list.findIndex(({ id }) => id === dataset.id),
      );
      next = next.toSpliced(placeAfter(earlier, next), 0, dataset);
    }
    for (const { kept } of arrived) this.#kept.set(kept.id, { version: kept.version, content: kept.content });
    for (const id of before.keys()) if (!there.has(id)) this.#kept.delete(id);
    this.#lacking = new Set([...this.#lacking].filter((id) => there.has(id)));
    this.#base = rebased(this.#base, next, list);
    const isSame =
      next.length === this.#data.datasets.length && next.every((each, i) => each === this.#data.datasets[i]);
    if (isSame) return;
    await this.#data.setDatasets(next);
    this.#onTaken();
    for (const { kept, isReadAgain } of arrived) if (isReadAgain) void this.keep(kept.id);
  }

  /** Those datasets that can be brought back; of all others it is said why not. They stay kept. */
  async #bringBack(list: readonly KeptDataset[], layers: Layers): Promise<Restored[]> {
    const fetched: Kept[] = [];
    for (const kept of list) {
      const one = await this.#orSaid(kept, fetchKept(kept.id, this.#version()));
      if (one) fetched.push(one);
    }
    const restored: Restored[] = [];
    for (const [i, kept] of fetched.entries()) {
      const loaded = [...this.#data.datasets, ...restored.map(({ dataset }) => dataset)];
      const laterIds = fetched.slice(i + 1).map((each) => (each.kind === 'file' ? each.ids : each.content.rows.ids));
      const ids = loaded.map(({ store }) => store.ids);
      const one = await this.#orSaid(kept.dataset, restoredOf(kept, layers, this.#data.later, ids, laterIds));
      if (one) restored.push(one);
    }
    return restored;
  }

  async #orSaid<T>(kept: KeptDataset, work: Promise<T>): Promise<T | null> {
    try {
      const done = await work;
      this.#lacking = new Set([...this.#lacking].filter((id) => id !== kept.id));
      return done;
    } catch (error) {
      this.#lacking = new Set([...this.#lacking, kept.id]);
      this.#notices.say(`not-restored ${kept.id}`, DATA.notRestored(kept.name, messageOf(error)));
      return null;
    }
  }

  /** Without a store in the browser all goes on in memory, and the reader is told. */
  async #tried<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.#keepsAll = false;
      this.#notices.say('not-kept', DATA.notKept(messageOf(error) || String(error)));
      return null;
    }
  }

  async #count(): Promise<void> {
    // only a page that is served securely has it
    const estimate = await (navigator.storage as StorageManager | undefined)?.estimate().catch(() => null);
    this.#bytes = estimate?.usage ?? null;
  }
}

/** Asks the browser not to delete what is kept when it needs the room: it may ask the reader, or say no. */
function askToKeep(): void {
  // only a page that is served securely has it
  void (navigator.storage as StorageManager | undefined)?.persist().catch(() => false);
}

/** The layers that places are measured against. */
const GROUND: readonly string[] = ['durand-line', 'kp-districts', 'countries', 'provinces'];

function withoutContent({ id, name, licence, on, report }: Dataset): KeptDataset {
  if (!report) return { id, name, licence, on, report };
  const { read, accepted, rejected, file, format, layout, columns, notes, warnings } = report;
  const kept = { read, accepted, rejected, file, format, layout, columns, notes, warnings };
  return { id, name, licence, on, report: kept };
}
