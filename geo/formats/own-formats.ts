/** The ids of the formats that can hold incidents in our own form, which alone have claims with figures. */
export const OWN_FORMATS: ReadonlySet<string> = new Set(['geojson', 'durand']);
