import { messageOf } from '../../../geo/model/errors.ts';
import { formatDay } from '../../../geo/model/day.ts';
import { FILM_SIZES, type FilmFormat, type FilmSizeId } from '../../choices.ts';
import { readPalette, type Palette } from '../../scene/palette.ts';
import type { HiddenMap } from '../../scene/scene.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { saveFile } from '../../state/save.ts';
import { FILM } from '../../text/film.ts';
import { framed, frameOf } from '../sheet/framed.ts';
import { whenHere } from '../sheet/here.ts';
import { drawOnMap } from '../sheet/on-map.ts';
import { sheetOf, type MapSheet } from '../sheet/sheet.ts';
import { videoChoice } from './encoders.ts';
import type { Recorder } from './recorder.ts';
import type { FilmScript, MapSize } from './script.ts';

/** A film as it is asked for. */
export interface FilmOrder {
  /** what it shows */
  write: () => FilmScript | Promise<FilmScript>;
  /** how many pictures that is */
  pictures: number;
  /** frames a second */
  rate: number;
  size: FilmSizeId;
  format: FilmFormat;
  /** of the file, without its ending */
  name: string;
}

const ENDINGS: Readonly<Record<FilmFormat, string>> = { mp4: 'mp4', webm: 'webm', png: 'zip', gif: 'gif' };

/** Makes a film and saves it. How it comes along, and what came of it, is told in `app.filming`. */
export async function makeFilm(app: AppState, order: FilmOrder): Promise<void> {
  const { filming } = app;
  const { pictures } = order;
  const signal = filming.begin();
  const running = { kind: 'running', done: 0, pictures, left: null, isPaused: document.hidden } as const;
  filming.state = running;
  const onHide = () => {
    const { state } = filming;
    if (state.kind === 'running') filming.state = { ...state, isPaused: document.hidden };
  };
  const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
  document.addEventListener('visibilitychange', onHide);
  addEventListener('beforeunload', onLeave);
  try {
    const film = await record(app, order, signal);
    if (!film) filming.state = { kind: 'cancelled' };
    else finish(app, `${order.name}.${ENDINGS[order.format]}`, film);
  } catch (error) {
    filming.state = { kind: 'failed', reason: messageOf(error) };
  } finally {
    document.removeEventListener('visibilitychange', onHide);
    removeEventListener('beforeunload', onLeave);
  }
  tellElsewhere(app);
}

/** Saves a film once more. */
export function saveFilm(app: AppState, name: string, film: Blob): void {
  let problem: string | null = null;
  try {
    saveFile(name, film);
  } catch (error) {
    problem = FILM.notSaved(messageOf(error));
  }
  app.filming.state = { kind: 'made', name, film, problem };
}

/** What was made before a failure is kept, and not saved unasked. */
function finish(app: AppState, name: string, { film, cut }: FilmOutcome): void {
  if (cut === null) saveFilm(app, name, film);
  else app.filming.state = { kind: 'made', name, film, problem: cut };
}

/** Who has closed the panel meanwhile is told, too. */
function tellElsewhere({ filming: { state, isWatched }, notices }: AppState): void {
  notices.unsay('film');
  if (isWatched) return;
  if (state.kind === 'failed') notices.say('film', FILM.failed(state.reason));
  if (state.kind === 'made')
    notices.say('film', state.problem ?? FILM.made({ name: state.name, bytes: state.film.size }));
}

interface FilmOutcome {
  film: Blob;
  /** why it ends early, in words; `null` where it is whole */
  cut: string | null;
}

/** Records the pictures one after another; `null` where the film is given up. */
async function record(app: AppState, order: FilmOrder, signal: AbortSignal): Promise<FilmOutcome | null> {
  const { width, height, ratio } = FILM_SIZES[order.size];
  const { store } = app.data;
  // what comes while a film is made would be in some of its pictures alone
  await whenHere(app);
  const script = await order.write();
  const { filmed, pictures } = script;
  const palette = readPalette();
  const room = await roomFor(script, palette, width);
  const map = { width, height: Math.round(height - room.top - room.bottom) };
  if (map.height < LEAST_MAP) throw new Error(FILM.noRoom);
  script.show(0, map);
  const hidden = await app.map.openHidden({ ...map, ratio }, filmed.showing.scene, script.cameraAt(0, map));
  let recorder: Recorder | null = null;
  let done = 0;
  const began = performance.now();
  try {
    recorder = await recorderFor(order);
    for (const [i, { frames }] of pictures.entries()) {
      if (document.hidden) await Promise.all([recorder.rest(), whenSeen(signal)]);
      if (signal.aborted) break;
      if (app.data.store !== store) throw new Error(FILM.dataChanged);
      const picture = await pictureAt(script, hidden, i, { palette, room, map, height });
      if (signal.aborted) break;
      const day = formatDay(filmed.view.window.end);
      await recorder.add(picture, frames, `${String(i + 1).padStart(5, '0')}-${day}`);
      done = i + 1;
      tell(app, done, (performance.now() - began) / 1000);
    }
    if (signal.aborted) {
      await recorder.cancel();
      return null;
    }
    const film = await recorder.finish();
    if (!film) throw new Error(FILM.noPictures);
    return { film, cut: null };
  } catch (error) {
    const film = done > 0 ? await recorder?.finish().catch(() => null) : null;
    if (!film) throw error;
    return { film, cut: FILM.cut({ done, pictures: pictures.length, reason: messageOf(error) }) };
  } finally {
    hidden.close();
  }
}

function tell({ filming }: AppState, done: number, seconds: number): void {
  const { state } = filming;
  if (state.kind !== 'running') return;
  filming.state = { ...state, done, left: (seconds / done) * (state.pictures - done), isPaused: document.hidden };
}

/** Resolves when the page is seen, or the film given up. */
function whenSeen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

async function recorderFor({ format, size, rate }: FilmOrder): Promise<Recorder> {
  const { width, height, ratio } = FILM_SIZES[size];
  switch (format) {
    case 'png':
      return (await import('./pictures.ts')).recordPictures();
    case 'gif':
      return (await import('./gif.ts')).recordGif(rate);
    case 'mp4':
    case 'webm': {
      const choice = await videoChoice(format, { width: width * ratio, height: height * ratio, rate });
      if (!choice) throw new Error(FILM.noEncoder);
      return (await import('./video.ts')).recordVideo(choice, rate);
    }
  }
}

/** CSS pixels above and below the map, the same in all pictures. */
interface FilmRoom {
  top: number;
  bottom: number;
}

/** A map of less height shows nothing. CSS pixels. */
const LEAST_MAP = 160;

/** So many pictures are looked at between two breaths of the page. */
const AT_ONCE = 200;

/**
 * The room that pictures take at most, marks and their key shown: that of cells is shorter. Those of a part differ by the words
 * of what is shown alone.
 */
async function roomFor({ filmed, pictures, show }: FilmScript, palette: Palette, width: number): Promise<FilmRoom> {
  const zoom = filmed.view.camera?.zoom ?? 0;
  const { data, view, figures, showing, split } = filmed;
  const longest = new Map<number, MapSheet>();
  for (const [i, { part, title, note }] of pictures.entries()) {
    show(i, null);
    const marks = { data, view, figures, showing, split, density: { cells: null } };
    const sheet = { ...sheetOf(marks, palette, zoom), title, note };
    if (sheet.shown.length > (longest.get(part)?.shown.length ?? -1)) longest.set(part, sheet);
    if (i % AT_ONCE === AT_ONCE - 1) await new Promise((done) => setTimeout(done));
  }
  if (longest.size === 0) throw new Error(FILM.noPictures);
  const frames = [...longest.values()].map((sheet) => frameOf(sheet, width));
  return { top: Math.max(...frames.map(({ top }) => top)), bottom: Math.max(...frames.map(({ bottom }) => bottom)) };
}

interface Look {
  palette: Palette;
  room: FilmRoom;
  map: MapSize;
  /** of the whole picture, CSS pixels */
  height: number;
}

/** A picture of a film, as a saved picture of the same time looks. */
async function pictureAt(script: FilmScript, hidden: HiddenMap, nth: number, look: Look): Promise<HTMLCanvasElement> {
  const { palette, room, height } = look;
  const { filmed, pictures } = script;
  script.show(nth, look.map);
  const map = await hidden.picture(filmed.showing.scene, script.cameraAt(nth, look.map));
  drawOnMap(map, filmed.view.units, palette);
  const { title, note } = pictures[nth];
  const sheet = { ...sheetOf(filmed, palette, map.zoom), title, note };
  const bottom = height - room.top - map.canvas.height / map.ratio;
  return framed(map.canvas, map.ratio, { ...frameOf(sheet, look.map.width), top: room.top, bottom }, palette);
}
