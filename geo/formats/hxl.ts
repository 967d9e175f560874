import type { Mapping } from './format.ts';
import { fieldsIn, type PlainField } from './plain.ts';

/** Tags of HXL (hxlstandard.org) by what they mean to us: the tag with the attributes that it must have; the first that is there. */
const TAGS: readonly (readonly [field: PlainField, tag: string])[] = [
  ['lat', '#geo+lat'],
  ['lon', '#geo+lon'],
  ['position', '#geo+coord'],
  ['start', '#date+start'],
  ['start', '#date+occurred'],
  ['start', '#date+event'],
  ['start', '#date'],
  ['year', '#date+year'],
  ['month', '#date+month'],
  ['end', '#date+end'],
  ['id', '#event+id'],
  ['id', '#meta+id'],
  ['title', '#event+name'],
  ['type', '#event+type'],
  ['type', '#cause+type'],
  ['place', '#loc+name'],
  ['place', '#loc'],
  ['admin', '#adm2+name'],
  ['admin', '#adm2'],
  ['admin', '#adm1+name'],
  ['admin', '#adm1'],
  ['country', '#country+name'],
  ['country', '#country'],
  ['best', '#affected+killed'],
  ['injured', '#affected+injured'],
  ['actor1', '#actor+name'],
  ['actor1', '#actor'],
  ['remarks', '#description'],
  ['publisher', '#meta+source'],
  ['url', '#meta+url'],
];
/** With these a tag is of something else: of a part, of another day, of a code. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['year', 'month', 'end', 'reported', 'created', 'updated', 'published', 'code', 'pcode', 'id', 'type', 'alt'],
  ...['f', 'm', 'i', 'children', 'infants', 'adults', 'elderly', 'women', 'men', 'url', 'num', 'pct'],
]);

/** HXL's row of tags: `#event+id`. */
export function isTags(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  return filled.length > 0 && filled.every((cell) => /^#[a-z][\w+ -]*$/i.test(cell));
}

/** Which columns tags name, of those fields for which the header has no name that is known. */
export function namedByTags(header: readonly string[], tags: readonly string[]): Mapping {
  const known = fieldsIn(header);
  const all = tags.map((tag) => tag.toLowerCase().replace(/\s/g, '').split('+'));
  const mapping: Record<string, string> = {};
  for (const [field, wanted] of TAGS) {
    if (known.has(field) || Object.hasOwn(mapping, field)) continue;
    const column = columnOf(all, wanted.split('+'));
    const name = header[column] ?? '';
    if (name !== '' && header.indexOf(name) === column) mapping[field] = name;
  }
  return mapping;
}

/** The column of the tag with the fewest attributes beside those that it must have. */
function columnOf(tags: readonly (readonly string[])[], [wanted, ...needed]: readonly string[]): number {
  let [found, fewest] = [-1, Infinity];
  for (const [column, [tag, ...attributes]] of tags.entries()) {
    if (tag !== wanted || !needed.every((each) => attributes.includes(each))) continue;
    if (attributes.some((each) => OTHERS.has(each) && !needed.includes(each)) || attributes.length >= fewest) continue;
    [found, fewest] = [column, attributes.length];
  }
  return found;
}

/** Whether a header and its tags tell together where and when. */
export function tellAll(header: readonly string[], tags: readonly string[]): boolean {
  const fields = new Set([...fieldsIn(header).keys(), ...Object.keys(namedByTags(header, tags))]);
  const hasPlace = fields.has('position') || (fields.has('lat') && fields.has('lon'));
  return hasPlace && (fields.has('start') || fields.has('month'));
}
