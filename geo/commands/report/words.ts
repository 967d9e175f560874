import { PLACE_SIDES } from '../../model/incident.ts';
import type { BandFigures } from '../../store/profile.ts';
import type { Report } from '../../store/report.ts';
import type { Deaths, Tally, Total } from '../../store/sums.ts';
import type { YearShare } from '../../story/shares.ts';
import { tableLines } from '../table.ts';

/** The window, first and last day, as printed. */
export interface PrintedWindow {
  start: string;
  end: string;
}

/** The figures of a window. */
export function wordsOf(window: PrintedWindow | null, report: Report): string[] {
  const { incidents, deaths, byGroup, byType, byDistrict, noDistrict, byDistance } = report;
  const district = [...byDistrict.map((d): [string, Total] => [d.name, d]), ['none of them', noDistrict] as const];
  return [
    `Window     ${window ? `${window.start} to ${window.end}` : 'no incident, no window'}`,
    `Incidents  ${incidents}`,
    `Killed     ${killedWords(deaths)}; not known for ${deaths.unknown} incident${deaths.unknown === 1 ? '' : 's'}`,
    ...totalLines('Group', Object.entries(byGroup)),
    ...totalLines('Type', Object.entries(byType)),
    ...totalLines('District', district),
    '',
    ...tableLines([
      ['Distance from the Durand Line', 'incidents', 'surely', 'possibly', 'killed', 'surely', 'possibly'],
      ...byDistance.bands.map(bandCells),
    ]),
    '',
    ...tableLines([
      ['Without a place in one band', 'incidents', 'killed'],
      ...PLACE_SIDES.flatMap((side) => [
        tallyCells(`${side} in either of two bands or more`, byDistance.either[side]),
        tallyCells(`${side} with no known interval`, byDistance.noInterval[side]),
        tallyCells(`${side} too coarse for a distance`, byDistance.tooCoarse[side]),
      ]),
      tallyCells('on neither side', byDistance.elsewhere),
    ]),
  ];
}

function killedWords({ best, low, high }: Deaths): string {
  return low === high ? `${best}` : `${best} (${low} to ${high} by the lowest and highest counts)`;
}

/** The years beside a census of Pakistan; nothing where there is none whole. */
export function yearLines(shares: readonly YearShare[], source: string): string[] {
  if (shares.length === 0) return [];
  const head = ['Year', 'incidents', 'killed', 'of them in Pakistan', `deaths in Pakistan by ${source}`, 'share'];
  return ['', ...tableLines([head, ...shares.map(shareCells)])];
}

function shareCells({ year, incidents, killed, killedInPakistan, counted, share }: YearShare): (string | number)[] {
  const percent = share === null ? '-' : `${Math.round(share * 100)} %`;
  return [year, incidents, killed, killedInPakistan, counted ?? '-', percent];
}

/** Rows of nothing are left out. */
function totalLines(name: string, totals: readonly (readonly [string, Total])[]): string[] {
  const cells = totals
    .filter(([, { incidents }]) => incidents > 0)
    .map(([key, { incidents, deaths }]) => [key, incidents, deaths.best, deaths.low, deaths.high, deaths.unknown]);
  return ['', ...tableLines([[name, 'incidents', 'killed', 'low', 'high', 'not known'], ...cells])];
}

function bandCells({ side, fromKm, toKm, figure, surely, possibly }: BandFigures): (string | number)[] {
  const tallies = [figure, surely, possibly];
  return [
    `${side} ${toKm === null ? `${fromKm} km and more` : `${fromKm}-${toKm} km`}`,
    ...tallies.map(({ incidents }) => incidents),
    ...tallies.map(({ deaths }) => deaths),
  ];
}

function tallyCells(name: string, { incidents, deaths }: Tally): (string | number)[] {
  return [name, incidents, deaths];
}
