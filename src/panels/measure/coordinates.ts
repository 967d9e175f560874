import { MEASURE } from '../../text/measure.ts';

/** A place as typed: latitude first, as maps write it. */
export interface Typed {
  lat: string;
  lon: string;
}

export type Read = { lon: number; lat: number } | { problem: string };

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
const PAIR = new RegExp(
  String.raw`^\(?\s*(${NUMBER})\s*°?\s*([NSEW]?)\s*[,;\s]\s*(${NUMBER})\s*°?\s*([NSEW]?)\s*\)?$`,
  'i',
);

const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;

/**
 * Two coordinates in one text: `34.01, 71.58`, `34.01 71.58`, `34.01° N, 71.58° E`, `71.58 E 34.01 N`.
 * Without letters the latitude comes first. `null` where the text is no pair; `34,01` is none, since it may be
 * one number with a decimal comma.
 */
export function splitPair(text: string): Typed | null {
  const match = PAIR.exec(text.trim());
  if (!match || DECIMAL_COMMA.test(text.trim())) return null;
  const [, first, firstLetter, second, secondLetter] = match;
  const [a, b] = [signed(first, firstLetter), signed(second, secondLetter)];
  const order = (firstLetter || '-') + (secondLetter || '-');
  if (/^[NS-][EW-]$/i.test(order)) return { lat: a, lon: b };
  if (/^[EW-][NS-]$/i.test(order)) return { lat: b, lon: a };
  return null; // the letters name two latitudes or two longitudes
}

function signed(number: string, letter: string): string {
  return /^[SW]$/i.test(letter) ? String(-Math.abs(Number(number))) : number.replace(/^\+/, '');
}

/** The place that the two fields name, or what is wrong with them, naming the value. */
export function readPlace({ lat, lon }: Typed): Read {
  const latitude = readDegrees(lat, MEASURE.latitude, 90);
  if (typeof latitude !== 'number') return latitude;
  const longitude = readDegrees(lon, MEASURE.longitude, 180);
  if (typeof longitude !== 'number') return longitude;
  return { lon: longitude, lat: latitude };
}

function readDegrees(text: string, name: string, most: number): number | { problem: string } {
  const trimmed = text.trim().replace(/°$/, '');
  if (trimmed === '') return { problem: MEASURE.missing(name) };
  if (!new RegExp(`^${NUMBER}$`).test(trimmed)) return { problem: MEASURE.notNumber(name, text.trim()) };
  const value = Number(trimmed);
  return Math.abs(value) <= most ? value : { problem: MEASURE.outOfRange(name, trimmed, most) };
}
