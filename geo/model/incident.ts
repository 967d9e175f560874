import * as z from 'zod/mini';
import { BORDER_SIDES, COUNTRIES, PROVINCE_IDS } from '../region.ts';
import { dayText, parseDay } from './day.ts';

/** What happened, in the project's own vocabulary. */
export const INCIDENT_TYPES = [
  'ambush',
  'armed_clash',
  'suicide_bombing',
  'bombing_ied',
  'assassination',
  'raid_assault',
  'airstrike',
  'cross_border_shelling',
  'military_operation',
  'drone_strike',
  'abduction',
  'ceasefire',
  'talks',
  'political',
  'other',
] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

/** The few groups that carry the colours. Order is the order of stacking and of the legend. */
export const GROUPS = ['attack', 'explosion', 'force', 'politics', 'other'] as const;
export type Group = (typeof GROUPS)[number];

/** The group that each type belongs to. */
export const GROUP_OF: Readonly<Record<IncidentType, Group>> = {
  ambush: 'attack',
  armed_clash: 'attack',
  raid_assault: 'attack',
  assassination: 'attack',
  abduction: 'attack',
  suicide_bombing: 'explosion',
  bombing_ied: 'explosion',
  airstrike: 'force',
  cross_border_shelling: 'force',
  military_operation: 'force',
  drone_strike: 'force',
  ceasefire: 'politics',
  talks: 'politics',
  political: 'politics',
  other: 'other',
};

/** The types that are attacks: the estimate of the killed leaves the attackers out. In others it counts all sides. */
export const ATTACK_TYPES: ReadonlySet<IncidentType> = new Set([
  'ambush',
  'raid_assault',
  'assassination',
  'abduction',
  'suicide_bombing',
  'bombing_ied',
]);

/** The side that an actor is on. The two Talibans are never one side. */
export const ACTOR_SIDES = [
  'pakistan',
  'emirate',
  'ttp',
  'iskp',
  'armed_group',
  'united_states',
  'other_state',
  'civilians',
  'unknown',
] as const;
export type ActorSide = (typeof ACTOR_SIDES)[number];

/** The sides of actors as bits: bit `i` for ACTOR_SIDES[i]. */
export function sideBits(actors: readonly { side: ActorSide }[]): number {
  let bits = 0;
  for (const { side } of actors) bits |= 1 << ACTOR_SIDES.indexOf(side);
  return bits;
}

export const DATE_PRECISIONS = ['day', 'week', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** `district` and `region` are centroids or arbitrary points, never a located place. */
export const LOCATION_PRECISIONS = ['exact', 'town', 'district', 'region', 'country'] as const;
export type LocationPrecision = (typeof LOCATION_PRECISIONS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How an actor's part is known: `stated` plainly, `attributed` by someone (`by`), `suspected`, `linked`, `disputed` or `denied`. */
export const ATTRIBUTIONS = ['stated', 'attributed', 'suspected', 'linked', 'disputed', 'denied'] as const;

const text = z.string().check(z.trim(), z.minLength(1));
const count = z.int().check(z.minimum(0));

/** A place on the WGS 84 ellipsoid, `[longitude, latitude]` in degrees. */
export const positionSchema = z.tuple([
  z.number().check(z.minimum(-180), z.maximum(180)),
  z.number().check(z.minimum(-90), z.maximum(90)),
]);
export type Position = z.infer<typeof positionSchema>;

export const actorSchema = z.strictObject({
  name: text,
  side: z.enum(ACTOR_SIDES),
  attribution: z.enum(ATTRIBUTIONS),
  /** Who attributes it ("ISPR", "UCDP"), where that is recorded. */
  by: z.nullable(text),
  /** Which of the two parties of the record it belongs to; the order does not say who attacked. */
  party: z.union([z.literal(1), z.literal(2)]),
  /** The words as the source has them. */
  recorded: text,
});
export type Actor = z.infer<typeof actorSchema>;

export const claimSchema = z.strictObject({
  by: text,
  killed: z.nullable(count),
  injured: z.nullable(count),
  note: z.string(),
  /** Whom, where or when its figure counts, where that is other than the incident's own figure: `soldiers only`. */
  counts: z.optional(text),
});
export type Claim = z.infer<typeof claimSchema>;

export const sourceSchema = z.strictObject({
  publisher: text,
  title: z.nullable(text),
  year: z.nullable(z.int().check(z.minimum(1800), z.maximum(2200))),
  url: z.nullable(z.url({ protocol: /^https?$/ })),
  record: z.nullable(text),
});
export type Source = z.infer<typeof sourceSchema>;

/** Deaths: an estimate with the lowest and highest figure reported. `null` is unknown, never none. */
export const fatalitiesSchema = z
  .strictObject({ best: z.nullable(count), low: z.nullable(count), high: z.nullable(count) })
  .check(z.refine((f) => f.low === null || f.high === null || f.low <= f.high, 'low is above high'));

const districtRef = z.strictObject({ id: text, name: text });
/** A district as incidents name it. */
export type DistrictRef = z.infer<typeof districtRef>;

/** What a source says of an incident, before anything is computed. */
export const recordedSchema = z.strictObject({
  id: text,
  title: text,
  type: z.enum(INCIDENT_TYPES),
  start: dayText,
  end: dayText,
  datePrecision: z.enum(DATE_PRECISIONS),
  place: z.nullable(text),
  /** District or province in the source's own words. */
  admin: z.nullable(text),
  country: z.nullable(z.enum(COUNTRIES)),
  locationPrecision: z.enum(LOCATION_PRECISIONS),
  actors: z.array(actorSchema),
  fatalities: fatalitiesSchema,
  injured: z.nullable(count),
  claims: z.array(claimSchema),
  /** Remarks of the compilers that are nobody's claim. */
  remarks: z.array(text),
  sources: z.array(sourceSchema),
  confidence: z.nullable(z.enum(CONFIDENCES)),
});

/** Where a place is to the line: on a side of it, or undecided where the line lies within what the place is known to. */
export const PLACE_SIDES = [...BORDER_SIDES, 'undecided'] as const;
export type PlaceSide = (typeof PLACE_SIDES)[number];

/** What the project computes for an incident. Distances are geodesic kilometres on WGS 84. */
export const computedSchema = z.strictObject({
  /** The coder's own district where its words name one, else the one that the point lies in. */
  district: z.nullable(districtRef),
  /** The district that the point lies in, where that is another than the coder's and more than 2 km from it: both are shown. */
  districtByPoint: z.nullable(districtRef),
  /** ISO 3166-2 of the province: of the district; where the location is coarse, as recorded; else by the point. */
  province: z.nullable(z.enum(PROVINCE_IDS)),
  /** `null` where the location is too coarse for a figure (region, country). */
  borderKm: z.nullable(z.number().check(z.minimum(0))),
  borderKmMin: z.nullable(z.number().check(z.minimum(0))),
  borderKmMax: z.nullable(z.number().check(z.minimum(0))),
  borderPoint: z.nullable(positionSchema),
  /** `null` in neither country. */
  side: z.nullable(z.enum(PLACE_SIDES)),
  /** Kilometres along the Durand Line from the tripoint with China. */
  alongKm: z.nullable(z.number().check(z.minimum(0))),
});
export type Computed = z.infer<typeof computedSchema>;

/** An incident ends on its first day or later: the arguments of `refine`. */
export const isInOrder: [(p: { start: string; end: string }) => boolean, { message: string; path: string[] }] = [
  ({ start, end }) => (parseDay(start) ?? 0) <= (parseDay(end) ?? 0),
  { message: 'ends before it starts', path: ['end'] },
];

export const incidentPropertiesSchema = z.extend(recordedSchema, computedSchema.shape).check(z.refine(...isInOrder));
export type IncidentProperties = z.infer<typeof incidentPropertiesSchema>;
export type Recorded = z.infer<typeof recordedSchema>;

const pointSchema = z.strictObject({ type: z.literal('Point'), coordinates: positionSchema });
/** Of one incident at several places: it is counted once, and what is measured from one place is measured from the first. */
const pointsSchema = z.strictObject({
  type: z.literal('MultiPoint'),
  coordinates: z.tuple([positionSchema, positionSchema], positionSchema),
});

/** An incident: a GeoJSON Feature<Point>, or Feature<MultiPoint> where it was at several places (RFC 7946). */
export const incidentSchema = z.strictObject({
  type: z.literal('Feature'),
  id: text,
  geometry: z.discriminatedUnion('type', [pointSchema, pointsSchema]),
  properties: incidentPropertiesSchema,
  /** Of a file that was enriched: the columns of the row as they were, by name. */
  original: z.optional(z.record(z.string(), z.string())),
  /** Of an export: the dataset that the incident is of. */
  dataset: z.optional(z.strictObject({ name: z.string(), licence: z.string() })),
});
export type Incident = z.infer<typeof incidentSchema>;

export const incidentCollectionSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(incidentSchema),
});
