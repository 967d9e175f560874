import type { PlaceSide } from '../../../geo/model/incident.ts';
import type { Profile } from '../../../geo/store/profile.ts';
import { sumOf } from '../../../geo/store/count.ts';
import { tallyOf, type Tally } from '../../../geo/store/sums.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { filterWords } from '../../state/shown-text.ts';
import { rangeText } from '../../text/dates.ts';
import { pictureAlternative } from '../../text/picture.ts';
import { sourcesText } from './sheet.ts';

/** The map as it is shown now in words, as a picture of it with this title and note tells it. */
export function toldPicture(app: AppState, { title, note }: Record<'title' | 'note', string>): string {
  const { data, view, figures, density, showing, split } = app;
  const { counts, profile } = figures;
  const { cells } = density;
  const { halves } = split;
  return pictureAlternative({
    ...{ title, note },
    time: rangeText(view.window),
    filters: filterWords(app),
    tally: tallyOf(counts),
    districts: data.store.districts.map(({ name }, i) => ({ name, tally: counts.byDistrict[i] })),
    sides: { ...sidesOf(profile), elsewhere: profile.elsewhere },
    colors: cells ? { cells: cells.grid.measure } : { marks: view.grouping },
    shading: showing.shading ? view.choropleth : 'none',
    sketch: showing.sketch?.key?.title ?? null,
    halves: halves && [halves[0].text, halves[1].text],
    sources: sourcesText(app),
  });
}

/** All of a side, be its distance known or not. */
function sidesOf({ bands, tooCoarse }: Profile): Record<PlaceSide, Tally> {
  const of = (side: PlaceSide) =>
    sumOf([...bands.filter((band) => band.side === side).map(({ figure }) => figure), tooCoarse[side]]);
  return { PK: of('PK'), AF: of('AF'), undecided: of('undecided') };
}
