import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { rolldown, type Plugin as BundlePlugin } from 'rolldown';
import type { Plugin } from 'vite';
import { base85 } from '../../src/one-file/base85.ts';
import { afterBuild } from '../after-build.ts';

/** What the page makes a file of when it is asked to, see src/one-file/save-page.ts. */
export const TEMPLATE = 'page-template.txt';

const START = fileURLToPath(new URL('start.js', import.meta.url));
const MAP_WORKER = /^maplibre-worker-[\w-]{8}\.js$/;
/** The worker of what is kept between visits: nothing is, of a file. */
const KEPT_WORKER = /^kept-[\w-]{8}\.js$/;
/** The fonts of Latin letters, of the page and of the map; others are left to the system. */
const FONTS = /^(?:inter-latin-wght-normal|noto-sans-latin-[46]00-normal)-[\w-]{8}\.woff2$/;
const FACE = /@font-face\s*\{[^}]*\}/g;

/** Writes beside the built page all that a page in one file is made of but for view and data, out of the built page itself. */
export function oneFileTemplate(): Plugin {
  return afterBuild('one-file-template', async (dist) => writeFileSync(join(dist, TEMPLATE), await template(dist)));
}

async function template(dist: string): Promise<string> {
  const assets = join(dist, 'assets');
  const names = readdirSync(assets).sort();
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const main = namedIn(html, /<script type="module"[^>]* src="\.\/assets\/([^"]+)"/);
  const mapWorker = names.find((name) => MAP_WORKER.test(name));
  if (mapWorker === undefined) throw new Error('The built page has no worker of the map.');
  const at = (name: string) => JSON.stringify(join(assets, name));
  // one script for the page and the map's worker, as most of it is for both
  const asked = new Set<string>();
  const app = await bundled(
    `globalThis.pageRole === ${JSON.stringify(mapWorker)} ? import(${at(mapWorker)}) : import(${at(main)});`,
    asked,
  );
  const fonts = names.filter((name) => FONTS.test(name));
  const style = styleOf(html, assets, names, fonts);
  const start = (await bundled(readFileSync(START, 'utf8'))).trim();
  const blocks = [
    block('page.css', '', packed(style)),
    block('app.js', '', packed(app)),
    block(mapWorker, ' data-role', ''),
    ...fonts
      .filter((name) => asked.has(name))
      .map((name) => block(name, ' data-kind="font"', base85(readFileSync(join(assets, name))))),
  ];
  const workers = names.filter((name) => asked.has(name) && name.endsWith('.js') && name !== mapWorker);
  for (const name of workers.filter((one) => !KEPT_WORKER.test(one))) {
    blocks.push(block(name, ' data-kind="worker"', packed(await bundled(`import ${at(name)};`))));
  }
  const licences = readFileSync(join(dist, 'licenses.md'), 'utf8').replaceAll('</script', '<\\/script');
  return `<!doctype html>
<html data-one-file lang="en" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyOf(start, style)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <title>{{title}}</title>
  </head>
  <body>
    <div id="app"></div>
    <noscript>This page draws its map with JavaScript, which is switched off here.</noscript>
    <script type="text/markdown" id="licences">
${licences}
    </script>
{{data}}
${blocks.join('\n')}
    <script>${start}</script>
  </body>
</html>
`;
}

/** Everything from the file itself: what starts it and its style by their hashes, what these unpack as blobs. */
function policyOf(start: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(start)}' blob:`,
    'worker-src blob:',
    `style-src '${hashOf(style)}'`,
    'img-src data: blob:',
    'font-src data:',
    'connect-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const packed = (text: string) => base85(deflateRawSync(text, { level: 9 }));
const block = (name: string, more: string, text: string) =>
  `<script type="application/octet-stream" data-file="${name}"${more}>${text}</script>`;

function namedIn(html: string, pattern: RegExp): string {
  const name = pattern.exec(html)?.[1];
  if (name === undefined) throw new Error(`The built page has nothing like ${String(pattern)}.`);
  return name;
}

/** All styles, those of the first picture first; letters that have no font here are left to the system. */
function styleOf(html: string, assets: string, names: readonly string[], fonts: readonly string[]): string {
  const first = [...html.matchAll(/<link rel="stylesheet"[^>]*href="\.\/assets\/([^"]+)"/g)].map(([, name]) => name);
  const rest = names.filter((name) => name.endsWith('.css') && !first.includes(name));
  const text = [...first, ...rest].map((name) => readFileSync(join(assets, name), 'utf8')).join('\n');
  return text.replaceAll(FACE, (face) => {
    const name = fonts.find((font) => face.includes(font));
    if (name === undefined) return '';
    const url = `data:font/woff2;base64,${readFileSync(join(assets, name)).toString('base64')}`;
    return face.replaceAll(new RegExp(`url\\([^)]*${name}[^)]*\\)`, 'g'), `url(${url})`);
  });
}

const ENTRY = '\0entry';

/** A classic script with all that it imports, now or later, that asks its page for the addresses of the workers and fonts in `asked`. */
async function bundled(code: string, asked: Set<string> = new Set()): Promise<string> {
  const bundle = await rolldown({ input: ENTRY, plugins: [entry(code), addresses(asked)], logLevel: 'silent' });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    const [chunk, ...others] = output.filter((part) => part.type === 'chunk');
    if (others.length > 0) throw new Error('A page in one file has one script.');
    return chunk.code;
  } finally {
    await bundle.close();
  }
}

const entry = (code: string): BundlePlugin => ({
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? id : null),
  load: (id) => (id === ENTRY ? code : null),
});

/** Notes in `asked` of which files the address is asked. */
const addresses = (asked: Set<string>): BundlePlugin => ({
  name: 'addresses',
  transform: (code) => ({
    code: code
      // what Vite fetches ahead of a part of the page
      .replace(/const __vite__mapDeps=[^;]*;/, 'const __vite__mapDeps=()=>[];')
      .replaceAll(/new URL\((["'`])([^"'`]+)\1,\s*import\.meta\.url\)\.href/g, (_, __, name: string) => {
        asked.add(name);
        return `globalThis.pageAsset(${JSON.stringify(name)})`;
      })
      .replaceAll('import.meta.url', '"https://page.invalid/"'),
    map: null,
  }),
});
