import type { CensusArea, UndatedRecord } from '../../geo/model/census.ts';
import {
  areaOf,
  censusDays,
  censusSteps,
  highestStep,
  NO_CENSUS,
  undatedOf,
  type CensusStep,
} from '../../geo/story/census.ts';
import type { Window } from '../../geo/time/window.ts';
import type { Later } from './later.svelte.ts';
import type { Figures } from './figures.svelte.ts';
import type { View } from './view.svelte.ts';

/** The census behind the bars: that of the area chosen, in the steps of the bars. */
export interface ShownCensus {
  source: string;
  /** the name of the area; ALL_AREAS for all of them */
  area: string;
  days: Window;
  steps: CensusStep[];
  /** the highest figure on the axis: its own scale ends there */
  most: number;
  /** what it knows of no month */
  undated: UndatedRecord[];
  isOfDistrict: boolean;
}

/** The census as it is shown; `null` where none is chosen, or while it is not here. */
export class CensusShown {
  #later: Later;
  #view: View;
  #figures: Figures;

  #shown = $derived.by((): ShownCensus | null => {
    const found = this.#find(this.#view.census);
    if (!found) return null;
    const { census, area, isOfDistrict } = found;
    const steps = censusSteps(census, area, this.#figures.bins.step);
    return {
      source: census.source,
      area: area.area,
      days: censusDays(census),
      steps,
      most: highestStep(steps, this.#view.histogram, this.#view.axis),
      undated: undatedOf(census, area.area),
      isOfDistrict,
    };
  });

  constructor(later: Later, view: View, figures: Figures) {
    this.#later = later;
    this.#view = view;
    this.#figures = figures;
  }

  get shown(): ShownCensus | null {
    return this.#shown;
  }

  #find(name: string) {
    if (name === NO_CENSUS) return null;
    const { census, districtCensus } = this.#later;
    for (const { value } of [census, districtCensus]) {
      const area: CensusArea | null = value && areaOf(value, name);
      if (value && area) return { census: value, area, isOfDistrict: value === districtCensus.value };
    }
    return null;
  }
}
