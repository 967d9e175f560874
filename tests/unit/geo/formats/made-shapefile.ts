import { zipSync } from 'fflate';

const WGS_84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const FIELD_LENGTH = 40;
const RECORD_LENGTH = 28;
/** Bytes before the points of a set. */
const SET_HEADER = 48;

interface Shapefile {
  /** of each point, `null` for none */
  places: readonly ([lon: number, lat: number] | null)[];
  /** Instead of them, sets of points: type 8. */
  sets?: readonly (readonly [lon: number, lat: number][])[];
  names: readonly string[];
  rows: readonly (readonly string[])[];
  /** The type of its shapes: 1 is a point. */
  type?: number;
  prj?: string | null;
  cpg?: string;
  /** How a text is written; UTF-8 where nothing is said. */
  encode?: (text: string) => Uint8Array;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The files of a shapefile of points (ESRI, July 1998; dBASE III), written by hand. All attributes are texts of 40 bytes. */
export function shapeFiles({ places, sets, names, rows, type = 1, prj = WGS_84, cpg, encode = utf8 }: Shapefile) {
  const shp = sets ? shpOfSets(sets) : new DataView(new ArrayBuffer(100 + RECORD_LENGTH * places.length));
  shp.setInt32(0, 9994);
  shp.setInt32(24, shp.byteLength / 2);
  shp.setInt32(28, 1000, true);
  shp.setInt32(32, sets ? 8 : type, true);
  (sets ? [] : places).forEach((place, i) => {
    const at = 100 + RECORD_LENGTH * i;
    shp.setInt32(at, i + 1);
    shp.setInt32(at + 4, (RECORD_LENGTH - 8) / 2);
    shp.setInt32(at + 8, place === null ? 0 : type, true);
    if (place === null) return;
    shp.setFloat64(at + 12, place[0], true);
    shp.setFloat64(at + 20, place[1], true);
  });
  const [header, record] = [32 + 32 * names.length + 1, 1 + FIELD_LENGTH * names.length];
  const dbf = new Uint8Array(header + record * rows.length + 1).fill(32);
  const view = new DataView(dbf.buffer);
  dbf.fill(0, 0, header);
  dbf[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, record, true);
  names.forEach((name, i) => {
    dbf.set(encode(name).subarray(0, 10), 32 + 32 * i);
    dbf[32 + 32 * i + 11] = 'C'.charCodeAt(0);
    dbf[32 + 32 * i + 16] = FIELD_LENGTH;
  });
  dbf[header - 1] = 0x0d;
  rows.forEach((cells, i) =>
    cells.forEach((cell, j) =>
      dbf.set(encode(cell).subarray(0, FIELD_LENGTH), header + record * i + 1 + FIELD_LENGTH * j),
    ),
  );
  dbf[dbf.length - 1] = 0x1a;
  return {
    'data.shp': new Uint8Array(shp.buffer),
    'data.shx': new Uint8Array(100),
    'data.dbf': dbf,
    ...(prj !== null && { 'data.prj': utf8(prj) }),
    ...(cpg !== undefined && { 'data.cpg': utf8(cpg) }),
  };
}

/** The records of sets of points, behind room for the header. */
function shpOfSets(sets: NonNullable<Shapefile['sets']>): DataView {
  const lengths = sets.map((places) => SET_HEADER + 16 * places.length);
  const shp = new DataView(new ArrayBuffer(100 + lengths.reduce((sum, length) => sum + length, 0)));
  let at = 100;
  sets.forEach((places, i) => {
    shp.setInt32(at, i + 1);
    shp.setInt32(at + 4, (lengths[i] - 8) / 2);
    shp.setInt32(at + 8, 8, true);
    shp.setInt32(at + 44, places.length, true);
    places.forEach(([lon, lat], nth) => {
      shp.setFloat64(at + SET_HEADER + 16 * nth, lon, true);
      shp.setFloat64(at + SET_HEADER + 16 * nth + 8, lat, true);
    });
    at += lengths[i];
  });
  return shp;
}

/** The same in a zip. */
export const shapefile = (made: Shapefile): Uint8Array => zipSync(shapeFiles(made));
