/** West, south, east, north in degrees (RFC 7946). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];
