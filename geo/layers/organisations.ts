import { ACTOR_SIDES } from '../model/incident.ts';
import { organisationSchema, type Organisation } from '../model/organisation.ts';
import type { ActorTable } from './actors.ts';
import { orNull, readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

const FILE = 'groups.csv';
const refuse = refuseIn(FILE);
const COLUMNS = [
  'id',
  'name',
  'side',
  'formed',
  'parent_or_ally',
  'fights',
  'area',
  'one_sentence',
  'source_publisher',
  'source_title',
  'source_year',
  'source_url',
  'key_fact',
  'actors_name',
  'second_source',
  'note',
] as const;
type OrganisationColumn = (typeof COLUMNS)[number];
type OrganisationRow = TableRow<OrganisationColumn>;

/** The column that a field is read from; of the source by its own fields. */
const COLUMN_OF: Readonly<Record<string, OrganisationColumn>> = {
  id: 'id',
  name: 'name',
  side: 'side',
  allies: 'parent_or_ally',
  fights: 'fights',
  area: 'area',
  sentence: 'one_sentence',
  publisher: 'source_publisher',
  title: 'source_title',
  year: 'source_year',
  url: 'source_url',
};
const FIX: Readonly<Partial<Record<OrganisationColumn, string>>> = {
  id: 'Give small letters, digits and hyphens.',
  side: `Give one of ${ACTOR_SIDES.join(', ')}.`,
  source_year: 'Give a year, or n.d.',
  source_url: 'Give an address of the web.',
};

/**
 * Who is who, in the order of the table. Throws a `SourceError` for an id that comes twice, a group without a side, and
 * a name that the actor table has not, has on another side, or that another group has too.
 */
export function organisationsLayer(text: string, actors: ActorTable): Organisation[] {
  const sideOf = new Map([...actors.values()].flat().map(({ name, side }) => [name, side]));
  const lineOf = new Map<string, number>();
  const ownerOf = new Map<string, number>();
  return readCsvTable(text, FILE, COLUMNS).map((row) => {
    const organisation = readOrganisation(row);
    const first = lineOf.get(organisation.id);
    if (first !== undefined) throw refuse(row, 'id', `is the id of row ${first} too`, 'Give each its own id.');
    lineOf.set(organisation.id, row.line);
    for (const name of organisation.actors) {
      const [side, owner] = [sideOf.get(name), ownerOf.get(name)];
      if (side === undefined)
        throw refuse(row, 'actors_name', `names ${name}, whom actors.csv has not`, 'Mend the name.');
      if (side !== organisation.side) {
        throw refuse(row, 'side', `is not ${side}, the side of ${name} in actors.csv`, 'Give both one side.');
      }
      if (owner !== undefined) throw refuse(row, 'actors_name', `names ${name}, as row ${owner} does`, 'Keep one.');
      ownerOf.set(name, row.line);
    }
    return organisation;
  });
}

function readOrganisation(row: OrganisationRow): Organisation {
  const { cells } = row;
  const result = organisationSchema.safeParse({
    id: cells.id,
    name: cells.name,
    side: cells.side,
    formed: orNull(cells.formed),
    allies: cells.parent_or_ally,
    fights: cells.fights,
    area: cells.area,
    sentence: cells.one_sentence,
    source: {
      publisher: cells.source_publisher,
      title: orNull(cells.source_title),
      year: cells.source_year === 'n.d.' ? null : Number(cells.source_year),
      url: cells.source_url,
      record: null,
    },
    keyFact: orNull(cells.key_fact),
    actors: cells.actors_name.split('; ').filter(Boolean),
    secondSource: orNull(cells.second_source),
    note: orNull(cells.note),
  });
  if (result.success) return result.data;
  const path = result.error.issues[0].path;
  const field = COLUMN_OF[String(path[0] === 'source' ? path[1] : path[0])] ?? 'id';
  const isEmpty = cells[field].trim() === '';
  throw refuse(row, field, isEmpty ? 'is empty' : 'is not allowed', FIX[field] ?? 'Give some text.');
}
