import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { cameraState, type CameraState, type Drawing } from './drawing.ts';

export const STAGE_LAYER = 'incidents';

/**
 * The place in the map's style, between ground and names, where drawings are made, one over the other. After a lost
 * context add it to the map again: its drawings keep what they need to fill their buffers anew.
 */
export class Stage implements CustomLayerInterface {
  readonly id = STAGE_LAYER;
  readonly type = 'custom';
  readonly renderingMode = '2d';

  #map: MapLibreMap | null = null;
  #drawings: Drawing[] = [];

  /** Puts a drawing over those that are there. */
  add(drawing: Drawing): void {
    this.#drawings.push(drawing);
  }

  /** Has the drawings drawn again, for what changed in them. */
  readonly redraw = (): void => {
    this.#map?.triggerRepaint();
  };

  /** Nothing is made here: outside `render` MapLibre does not expect the context's state to change. */
  onAdd(map: MapLibreMap): void {
    this.#map = map;
    for (const drawing of this.#drawings) drawing.forget();
  }

  onRemove(): void {
    this.#map = null;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    if (this.#map) this.#draw(gl, cameraState(this.#map, input));
  }

  #draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    gl.disable(gl.DEPTH_TEST);
    for (const drawing of this.#drawings) drawing.draw(gl, camera);
  }
}
