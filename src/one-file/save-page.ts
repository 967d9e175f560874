import { writeStory } from '../../geo/story/write-story.ts';
import { storyFile } from '../../geo/story/shipped.ts';
import { escapedHtml, jsonInHtml } from '../../geo/html.ts';
import type { AppState } from '../state/app.svelte.ts';
import { layerAddress, layerNames } from '../state/layer-files.ts';
import { FILE_PROJECT, FILE_VIEW } from '../state/one-file.ts';
import { OwnStories } from '../state/own-stories.svelte.ts';
import { encodeView } from '../state/permalink.ts';
import { packProject } from '../state/project.ts';
import { ONE_FILE } from '../text/one-file.ts';
import { base85 } from './base85.ts';

/** What the build lays beside the page, see scripts/one-file/template.ts. */
const TEMPLATE = 'page-template.txt';

/**
 * The page as one file that opens from disk: its scripts and layers, the view on show, the story that is read, and the
 * reader's own files where `withOwn`. Throws an Error that says what could not be had.
 */
export async function pageFile(app: AppState, title: string, withOwn: boolean): Promise<Blob> {
  const template = await textOf(TEMPLATE);
  if (!template.startsWith('<!doctype html>')) throw new Error(ONE_FILE.noTemplate);
  const layers = new Map<string, string>();
  for (const name of layerNames()) layers.set(name, await textOf(layerAddress(name)));
  const story = ownStory(app);
  if (story) layers.set(storyFile(story.id), story.text);

  const blocks = [`<script type="application/json" id="layer-files">${listOf([...layers.keys()])}</script>`];
  blocks.push(block(FILE_VIEW, new TextEncoder().encode(encodeView(app))));
  if (withOwn) blocks.push(block(FILE_PROJECT, await bytesOf(await packProject(app))));
  for (const [name, text] of layers) blocks.push(block(`layers/${name}`, await packed(text)));

  const parts = template.split(/\{\{(?:title|data)\}\}/);
  const [head, middle, end] = parts;
  return new Blob([head, escapedHtml(title), middle, blocks.join('\n'), end], { type: 'text/html' });
}

/** The story that is read where it is the reader's own: the page has all others. */
function ownStory({ view }: AppState): { id: string; text: string } | null {
  const id = view.story?.id ?? null;
  if (id === null || layerNames().includes(storyFile(id))) return null;
  try {
    const story = new OwnStories(localStorage).get(id);
    return story && { id, text: writeStory(story) };
  } catch {
    return null; // the browser keeps nothing, and so no story
  }
}

async function textOf(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(ONE_FILE.notHad({ address, why: `${response.status} ${response.statusText}` }));
  return response.text();
}

async function packed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return bytesOf(await new Response(stream).blob());
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

const block = (name: string, bytes: Uint8Array): string =>
  `<script type="application/octet-stream" data-file="${name}">${base85(bytes)}</script>`;

/** The layers' files by their names, which the file has as they are. */
const listOf = (names: readonly string[]): string => jsonInHtml(Object.fromEntries(names.map((name) => [name, name])));
