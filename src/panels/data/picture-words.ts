import { GROUPS } from '../../../geo/model/incident.ts';
import { tallyOf } from '../../../geo/store/sums.ts';
import { shownText } from './exporting.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { GROUP_LABELS } from '../../text/labels.ts';
import { MAP } from '../../text/map.ts';
import { deathsText, incidentsText } from '../../text/numbers.ts';
import { SHELL } from '../../text/shell.ts';
import type { Palette } from '../../scene/palette.ts';
import type { PictureWords } from '../../scene/scene.ts';

/** What a picture of the map says of itself: the time, the filters, the figures, the sources. */
export function pictureWords(app: AppState, palette: Palette): PictureWords {
  const { figures, data } = app;
  const { counts } = figures;
  return {
    title: SHELL.title,
    shown: MAP.pictured({
      shown: shownText(app),
      incidents: incidentsText(counts.incidents),
      deaths: deathsText(tallyOf(counts)),
    }),
    datasets: MAP.picturedOf(data.shown),
    attribution: MAP.attribution,
    legend: [...keys(app, palette), [palette.line, MAP.line]],
  };
}

/** The groups' colours, or those of the cells where the map shows these. */
function keys({ density, view }: AppState, palette: Palette): [string, string][] {
  if (!density.cells) return GROUPS.map((group) => [palette.groups[group], GROUP_LABELS[group]]);
  const { limits } = density.cells;
  return limits.map((limit, i) => {
    const label = MAP.classText(limit, limits[i + 1]);
    return [palette.densities[i + 1], i === 0 ? MAP.cellsFrom[view.histogram]({ least: label }) : label];
  });
}
