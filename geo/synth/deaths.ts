import type { IncidentType } from '../model/incident.ts';
import { whole, type Random } from './random.ts';

/** The share of events of a type in which nobody is killed, and the least killed in the others. */
const LETHALITY: Readonly<Record<IncidentType, readonly [none: number, least: number]>> = {
  ambush: [0.2, 1],
  armed_clash: [0.3, 1],
  suicide_bombing: [0.12, 3],
  bombing_ied: [0.5, 1],
  assassination: [0.25, 1],
  raid_assault: [0.3, 1.5],
  airstrike: [0.25, 2],
  cross_border_shelling: [0.6, 1],
  military_operation: [0.35, 1.5],
  drone_strike: [0.15, 2],
  abduction: [0.85, 1],
  ceasefire: [1, 0],
  talks: [1, 0],
  political: [0.95, 1],
  other: [0.97, 1],
};

/** A Pareto tail: most events kill few, very few kill many. */
const TAIL = 1.6;
const MOST = 160;
const UNKNOWN = 0.03;

/** Deaths and wounded of an event; `null` is unknown. `low` ≤ `best` ≤ `high`. */
export interface Casualties {
  best: number | null;
  low: number;
  high: number;
  injured: number | null;
}

/** Casualties in keeping with what happened. */
export function casualtiesOf(type: IncidentType, random: Random): Casualties {
  const [none, least] = LETHALITY[type];
  const killed = random() < none ? 0 : Math.min(MOST, Math.floor(least / (1 - random()) ** (1 / TAIL)));
  const low = killed - Math.floor(killed * 0.4 * random());
  const high = killed + Math.floor((killed + 1) * 0.5 * random());
  const injured = random() < 0.25 ? null : least === 0 ? 0 : whole(random, 2 + 2 * killed);
  return { best: least > 0 && random() < UNKNOWN ? null : killed, low, high, injured };
}
