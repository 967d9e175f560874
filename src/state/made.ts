import { APP } from '../../geo/citation.ts';
import { formatDay } from '../../geo/model/day.ts';
import type { Bins } from '../../geo/time/bins.ts';
import type { Dimension } from '../../geo/views/dimensions.ts';
import { figureHash } from '../../geo/views/figure-hash.ts';
import type { Analysis } from '../choices.ts';
import { ANALYSIS_WORDS } from '../text/analyses.ts';
import { rangeText } from '../text/dates.ts';
import { selectionText } from '../text/filters.ts';
import { citationText, MADE } from '../text/made.ts';
import { ruleText } from '../text/rule.ts';
import { SHELL } from '../text/shell.ts';
import { TIMELINE } from '../text/timeline.ts';
import type { AppState } from './app.svelte.ts';
import { OWN } from './data.svelte.ts';
import { encodeView } from './permalink.ts';
import { filterWords } from './shown-text.ts';

/** How a figure was made, in words. */
export interface HowMade {
  filters: readonly string[];
  window: string;
  /** the rule that the page's incidents follow; `null` where none of them are shown */
  rule: string | null;
  /** each with its version and licence */
  datasets: readonly string[];
  app: string;
  citation: string;
  /** the command that gives the same figures */
  command: string;
}

/** The file of the page's incidents, where the code is installed. */
const OWN_FILE = 'public/layers/incidents.geojson';

/** What figures are shown by: an analysis; the panel of distances, which the command line prints where no view is named; or the bars of the timeline, which a table by their step gives. */
export type FiguresView = Analysis | 'distance' | 'timeline';

const TITLES = { distance: SHELL.distance, timeline: TIMELINE.region } as const;

/** How the figures of a view were made; `window` where they are of other days than those on show. */
export function madeOf(app: AppState, view: FiguresView, window = rangeText(app.view.window)): HowMade {
  const { data } = app;
  const { published } = data;
  const { rule, selection } = ruleText();
  const vintage = data.layers?.datapackage.resources.find(({ name }) => name === 'incidents')?.vintage ?? '';
  const datasets = data.shown.map(({ id, name, licence }) =>
    id === OWN && !published ? MADE.ownDataset({ name, vintage, licence }) : MADE.dataset({ name, licence }),
  );
  const filters = filterWords(app);
  const title = view === 'distance' || view === 'timeline' ? TITLES[view] : ANALYSIS_WORDS[view].title;
  const named = view === 'distance' ? [] : view === 'timeline' ? askedBars(app.figures.bins) : ['--view', view];
  const made = new Date().toISOString().slice(0, 10);
  const files = data.shown.map(({ id, name }) => (id === OWN ? (published?.file ?? OWN_FILE) : name));
  return {
    filters,
    window,
    rule: data.hasRule ? [rule, selection].join(' ') : null,
    datasets,
    app: MADE.version(APP),
    citation: citationText({
      what: [title, selectionText({ time: window, filters })].join(': '),
      datasets,
      made,
    }),
    command: ['npm run -s geo -- report', ...files.map(quoted), ...named, '--link', quoted(linkOf(app))].join(' '),
  };
}

/** The table that has the figures of bars. Weeks and days are no rows of a table: months are. */
function askedBars({ step, edges }: Bins): string[] {
  const by: Dimension = step === 'day' || step === 'week' ? 'month' : step;
  const days = [edges[0], edges[edges.length - 1] - 1].map(formatDay).join('/');
  return ['--by', by, '--window', days];
}

/** What stands under a chart that is taken elsewhere: what is shown, by which rule it was chosen, and how to cite it. */
export function captionLines({ window, filters, rule, citation }: HowMade): string[] {
  return [selectionText({ time: window, filters }), ...(rule === null ? [] : [rule]), citation];
}

function linkOf(app: AppState): string {
  return `#${figureHash(encodeView(app))}`;
}

/** A word of a command, as a shell reads it as it is. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A line for each fact: what goes into a saved table. */
export function madeLines({ filters, window, rule, datasets, app, citation, command }: HowMade): string[] {
  return [
    `${MADE.filters}: ${filters.length > 0 ? filters.join('; ') : MADE.noFilters}`,
    `${MADE.window}: ${window}`,
    ...(rule === null ? [] : [`${MADE.rule}: ${rule}`]),
    ...datasets.map((dataset) => `${MADE.datasets}: ${dataset}`),
    `${MADE.app}: ${app}`,
    `${MADE.citation}: ${citation}`,
    `${MADE.command}: ${command}`,
  ];
}
