import type { SynthCountry } from './countries.ts';
import { casualtiesOf, type Casualties } from './deaths.ts';
import { createRandom } from './random.ts';
import { createScenarios, type Scenario } from './scenarios.ts';
import { createSpots, type Gazetteer, type Spot } from './spots.ts';
import { createWaves, spanIn, type Span } from './waves.ts';

/** An event that never was, before a format writes it in its own words. */
export interface SynthEvent extends Span {
  /** 1, 2, 3, … */
  number: number;
  country: SynthCountry;
  spot: Spot;
  scenario: Scenario;
  casualties: Casualties;
  /** From 0 up to but never 1: what a format chooses by where it has several codes for one thing. */
  dice: number;
  /** Likewise, for the wording. */
  wording: number;
}

/**
 * Made events without end, the same for the same seed, in no order of time: as many as are taken. Nothing is kept of
 * those that were given.
 * @param covers which scenarios the dataset has room for.
 */
export function* synthEvents(
  gazetteer: Gazetteer,
  seed: number,
  covers: (scenario: Scenario) => boolean,
): Generator<SynthEvent, never> {
  const random = createRandom(seed);
  const [waveOf, spotIn, scenarioIn] = [createWaves(), createSpots(gazetteer, random), createScenarios(covers)];
  for (let number = 1; ; number++) {
    const wave = waveOf(random);
    const { country } = wave;
    const { start, end, datePrecision } = spanIn(wave, random);
    const scenario = scenarioIn(country, start, random);
    yield {
      number,
      country,
      start,
      end,
      datePrecision,
      scenario,
      spot: spotIn(country, random),
      casualties: casualtiesOf(scenario.type, random),
      dice: random(),
      wording: random(),
    };
  }
}
