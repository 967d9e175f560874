import { LOOKS } from './link.ts';

/** Of a hash of the page what decides figures: where the map looks, and what is open beside them, is left out. */
export function figureHash(hash: string): string {
  const looks: readonly string[] = LOOKS;
  return hash
    .split('&')
    .filter((part) => part !== '' && !looks.includes(part.split('=')[0]))
    .join('&');
}
