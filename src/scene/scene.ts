import type { Bands } from '../../geo/model/border.ts';
import type { World } from '../../geo/model/context.ts';
import type { Bbox } from '../../geo/bbox.ts';
import type { Grouping } from '../../geo/model/groupings.ts';
import type { Cap } from '../../geo/store/cap.ts';
import type { Position } from '../../geo/model/incident.ts';
import type { Grid } from '../../geo/store/grid.ts';
import type { Store } from '../../geo/store/store.ts';
import type { Window } from '../../geo/time/window.ts';
import type { Passage } from '../../geo/story/crossings.ts';
import type { Units } from '../choices.ts';
import type { Shading } from './classes.ts';
import type { Overlay } from './overlay.ts';
import type { Palette } from './palette.ts';
import type { Sketch } from './sketch.ts';

/** All that the map shows. What is the same object as before is taken to be the same. */
export interface Scene {
  palette: Palette;
  /** of the scale */
  units: Units;
  /** where to look; `null` for the first look */
  camera: Camera | null;
  /** the incidents, and which of them are drawn */
  store: Store;
  frame: Frame;
  /** whether time plays: then nothing that stays is moved */
  isPlaying: boolean;
  /** what is drawn instead of their marks; `null` for the marks */
  cells: Cells | null;
  /** whether they are counted for the first time, so that it is not known yet whether marks or cells are drawn */
  areCellsPending: boolean;
  /** of the districts; `null` leaves them plain */
  shading: Shading | null;
  /** ids of the districts that are outlined */
  outlined: readonly string[];
  /** the distance bands, where they are drawn */
  bands: Bands | null;
  /** the crossings of the line, with what is known of them on the day on show; none before they are here */
  crossings: readonly CrossingShown[];
  selection: Selection | null;
  /** what is being measured; `null` while nothing is. Meanwhile a click tells its place instead of choosing something. */
  measured: Overlay | null;
  /** what an open analysis draws; `null` where none does */
  sketch: Sketch | null;
  /** whether the map is a globe, or flat */
  isGlobe: boolean;
  /** whether the map can be moved over the whole world, or over the region alone */
  isOpen: boolean;
  /** the land of the world; `null` draws that of the region alone */
  world: World | null;
}

/** Where the map looks: degrees; bearing and pitch in degrees. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
  bearing: number;
  pitch: number;
}

/** Which incidents are drawn: rows of the store that are 1 in the mask, of these groups and visible in the window. */
export interface Frame {
  window: Window;
  mask: Uint8Array;
  /** bits, see ALL_GROUPS; where they are coloured by side, all */
  groups: number;
  /** what they are coloured by */
  grouping: Grouping;
}

/** A grid that is drawn, with the least value of each of its classes, see classIn. */
export interface Cells {
  grid: Grid;
  limits: readonly number[];
}

/** The map shows the crossings of the line from this zoom on. */
export const CROSSINGS_ZOOM = 6;

/** A crossing of the line on the map. */
export interface CrossingShown {
  name: string;
  position: Position;
  passage: Passage;
}

/** The incident whose panel is open. */
export interface Selection {
  id: string;
  /** of the store */
  row: number;
  /** what should be seen of it: its place, and the nearest on the line where there is one */
  places: readonly Position[];
  overlay: Overlay;
}

/** Pixels of the map that panels cover. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** What may be asked of the map beside what it shows. */
export interface MapPort {
  /** Brings the place (degrees) to the middle of what no panel covers; keeps the zoom where none is given. */
  goTo: (lon: number, lat: number, zoom?: number) => void;
  /** Moves there in so many ms, on its way as high as that takes; at once where less motion is asked for. */
  fly: (camera: Camera, ms: number) => void;
  /** Shows the box in the part of the map that no panel covers; a globe that cannot show as much shows the cap. */
  fit: (box: Bbox, cap?: Cap) => void;
  /**
   * The map as it is shown, once it has settled: as large as it is, or drawn anew in another size, looking at the same.
   * Rejects with words where the browser has taken the graphics away.
   */
  picture: (size: PictureSize | null) => Promise<MapPicture>;
  /** Another map of this size, out of sight, which looks at the same, or where it is told to. Throws with words where the browser has taken the graphics away. */
  openHidden: (size: PictureSize, scene: SceneElsewhere, camera?: Camera) => HiddenMap;
  /** The map as it is drawn now; `null` where the browser has taken the graphics away. */
  copy: () => MapPicture | null;
  /** Resolves when all that was shown is drawn and nothing moves any more. */
  settled: () => Promise<void>;
}

/** What another map shows in the colours of the one that it was opened by, looking at the same. */
export type SceneElsewhere = Omit<Scene, 'palette' | 'camera'>;

/** A map out of sight, which is shown one scene after another to be copied. Whoever opens it closes it. */
export interface HiddenMap {
  /**
   * The scene, drawn, once it has settled; seen from where the map was opened, or from elsewhere. Rejects with words where the
   * browser has taken the graphics away.
   */
  picture: (scene: SceneElsewhere, camera?: Camera) => Promise<MapPicture>;
  close: () => void;
}

/** How large a picture is, in CSS pixels, and how many pixels there are to one of these. */
export interface PictureSize {
  width: number;
  height: number;
  ratio: number;
}

/** The map by itself, drawn. */
export interface MapPicture {
  canvas: HTMLCanvasElement;
  /** pixels to a CSS pixel */
  ratio: number;
  zoom: number;
  /** metres that a CSS pixel is across, in the middle */
  metresPerPixel: number;
  /** degrees, as of the camera */
  bearing: number;
  pitch: number;
}
