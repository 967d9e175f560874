import { rangeText } from '../text/dates.ts';
import { selectionText } from '../text/filters.ts';
import type { AppState } from './app.svelte.ts';
import { chipsOf } from './chips.ts';

/** The filters that are on, in words. */
export function filterWords({ view, data }: Pick<AppState, 'view' | 'data'>): string[] {
  const districtName = (id: string) =>
    data.layers?.districts.features.find(({ properties }) => properties.id === id)?.properties.name ?? id;
  return chipsOf(view.filters, view.units, districtName).map(({ text }) => text);
}

/** The window and the filters in words. */
export function shownText(app: Pick<AppState, 'view' | 'data'>): string {
  return selectionText({ time: rangeText(app.view.window), filters: filterWords(app) });
}
