import type { ImportReport } from '../../geo/import/report.ts';

/** A dataset as it is kept, without its content. */
export interface KeptDataset {
  id: string;
  name: string;
  licence: string;
  on: boolean;
  /** `null` for the incidents that come with the page */
  report: Omit<ImportReport, 'rejects'> | null;
  /** What its columns mean, see storeVersion; missing in what was kept before there were versions. */
  version?: string | undefined;
  /** What its parts are kept under; missing where that is the id. */
  content?: string | undefined;
}

/** What a dataset's parts are kept under. */
export const contentOf = ({ id, content }: KeptDataset): string => content ?? id;

/** The entries of a list as it is kept, and how many others there are, of which nothing can be known. */
export function listOf(kept: unknown): { list: KeptDataset[]; damaged: number } {
  if (kept === undefined) return { list: [], damaged: 0 };
  if (!Array.isArray(kept)) return { list: [], damaged: 1 };
  const list = kept.filter(isEntry);
  return { list, damaged: kept.length - list.length };
}

function isEntry(entry: unknown): entry is KeptDataset {
  if (typeof entry !== 'object' || entry === null) return false;
  const { id, name, licence, on, report, version, content } = entry as Record<string, unknown>;
  return (
    [id, name, licence].every((each) => typeof each === 'string') &&
    [version, content].every((each) => each === undefined || typeof each === 'string') &&
    typeof on === 'boolean' &&
    typeof report === 'object'
  );
}

/**
 * The kept list with the changes of one page: what lies between the list as this page knew it (`base`) and as it has it
 * now (`mine`) is done to the list as it stands (`theirs`), which other pages may have changed. So only what this page
 * removed goes, and what it does not know stays.
 */
export function mergedList(
  base: readonly KeptDataset[],
  mine: readonly KeptDataset[],
  theirs: readonly KeptDataset[],
): KeptDataset[] {
  const [before, now] = [byId(base), byId(mine)];
  const stay = theirs.filter(({ id }) => now.has(id) || !before.has(id));
  const merged = inOrderOf(base, mine, stay).map((kept) => changed(kept, before.get(kept.id), now.get(kept.id)));
  mine.forEach((dataset, i) => {
    const isNew = !before.has(dataset.id) && !merged.some(({ id }) => id === dataset.id);
    if (!isNew) return;
    const isLast = mine.slice(i + 1).every(({ id }) => !merged.some((each) => each.id === id));
    merged.splice(isLast ? merged.length : placeAfter(mine.slice(0, i), merged), 0, dataset);
  });
  return merged;
}

/** Where in a list something belongs that comes after others: after the last of them that is there, or first. */
export function placeAfter(earlier: readonly { id: string }[], list: readonly { id: string }[]): number {
  const nearest = earlier.findLast(({ id }) => list.some((each) => each.id === id));
  return list.findIndex((each) => each.id === nearest?.id) + 1;
}

/** The list as this page knows it once it has seen it (`list`): what it shows of it, with its own changes to what it knew before (`base`) that are still to be kept. */
export function rebased(
  base: readonly KeptDataset[],
  datasets: readonly { id: string; on: boolean }[],
  list: readonly KeptDataset[],
): KeptDataset[] {
  const [before, there] = [byId(base), byId(list)];
  const here = new Set(datasets.map(({ id }) => id));
  const shown = datasets.flatMap(({ id, on }) => {
    const [kept, known] = [there.get(id), before.get(id)];
    if (!kept) return [];
    return known ? [{ ...known, name: kept.name, licence: kept.licence }] : [{ ...kept, on }];
  });
  // removed here, and that is still to be kept
  return [...shown, ...base.filter(({ id }) => there.has(id) && !here.has(id))];
}

/** A dataset under the name and licence that another page gave it; the same object where it gave none. */
export function retold<D extends { name: string; licence: string }>(
  dataset: D,
  before: KeptDataset | undefined,
  there: KeptDataset | undefined,
): D {
  if (!before || !there) return dataset;
  const name = there.name !== before.name && dataset.name === before.name ? there.name : dataset.name;
  const licence =
    there.licence !== before.licence && dataset.licence === before.licence ? there.licence : dataset.licence;
  return name === dataset.name && licence === dataset.licence ? dataset : { ...dataset, name, licence };
}

const byId = (list: readonly KeptDataset[]) => new Map(list.map((each) => [each.id, each]));

/** What this page changed of a dataset; where it knew nothing of it, all. */
function changed(kept: KeptDataset, before: KeptDataset | undefined, now: KeptDataset | undefined): KeptDataset {
  if (!now) return kept;
  const changed = { ...kept };
  if (now.name !== before?.name) changed.name = now.name;
  if (now.licence !== before?.licence) changed.licence = now.licence;
  if (now.on !== before?.on) changed.on = now.on;
  // what was read and what was kept of it belong together
  const { report, version, content } = now;
  return before && contentOf(before) === contentOf(now) ? changed : { ...changed, report, ...{ version, content } };
}

/** The list with those in this page's order whose order it changed; all others stay where they are. */
function inOrderOf(
  base: readonly KeptDataset[],
  mine: readonly KeptDataset[],
  list: readonly KeptDataset[],
): readonly KeptDataset[] {
  const there = byId(list);
  const known = byId(base);
  const wanted = mine.filter(({ id }) => known.has(id) && there.has(id)).map(({ id }) => id);
  const was = base.map(({ id }) => id).filter((id) => wanted.includes(id));
  if (wanted.every((id, i) => id === was[i])) return list;
  const next = wanted.values();
  return list.map((each) => (wanted.includes(each.id) ? (there.get(next.next().value ?? '') ?? each) : each));
}
