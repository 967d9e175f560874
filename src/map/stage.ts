import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { cameraState, type CameraState, type Drawing } from './drawing.ts';
import { createPace } from './pace.ts';
import { createPlanes, type Planes } from './planes.ts';

/**
 * The place in the map's style, between ground and names, where drawings are made, one over the other. While the map
 * is at rest it keeps what lies below and above, and draws changes in between without MapLibre, which would take
 * many times as long to draw the same map again. After a lost context add it to the map again: its drawings keep what
 * they need to fill their buffers anew.
 */
export class Stage implements CustomLayerInterface {
  readonly id = 'incidents';
  readonly type = 'custom';
  readonly renderingMode = '2d';

  #map: MapLibreMap | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #planes: Planes | null = null;
  #camera: CameraState | null = null;
  #drawings: Drawing[] = [];
  /** Whether something has changed since it was drawn. */
  #isStale = false;
  readonly #pace = createPace();

  /** How the map looked when it was last drawn; null before. */
  get camera(): CameraState | null {
    return this.#camera;
  }

  /** Puts a drawing over those that are there. */
  add(drawing: Drawing): void {
    this.#drawings.push(drawing);
  }

  /** Has the drawings drawn again with the next frame, for what changed in them. */
  readonly redraw = (): void => {
    if (this.#isStale || !this.#map) return;
    this.#isStale = true;
    // on a map that moves, or has not come to rest, MapLibre must draw
    if (this.#planes?.areWhole()) requestAnimationFrame(this.#onFrame);
    else this.#map.triggerRepaint();
  };

  /** Draws what has changed, if anything, at once. */
  drawNow(): void {
    if (!this.#isStale || !this.#map) return;
    if (this.#planes?.areWhole()) this.#drawAlone(this.#planes);
    else this.#map.redraw();
  }

  /** Whether nothing is waiting to be drawn. */
  get isDrawn(): boolean {
    return !this.#isStale;
  }

  /** Resolves when nothing is waiting to be drawn, and what was drawn last is done. */
  whenDrawn(): Promise<void> {
    return new Promise((done) => {
      const look = () => {
        const isBusy = this.#isStale || (this.#gl !== null && this.#pace.isBusy(this.#gl));
        if (isBusy) requestAnimationFrame(look);
        else done();
      };
      look();
    });
  }

  readonly #onFrame = (): void => {
    if (!this.#isStale || !this.#gl) return;
    if (this.#pace.isBusy(this.#gl)) {
      requestAnimationFrame(this.#onFrame);
      return;
    }
    this.drawNow();
    this.#pace.begin(this.#gl);
  };

  /** Whether pictures take so long that nothing should move that need not. */
  readonly isSlow = (): boolean => this.#pace.isSlow();

  /** Nothing is made here: outside `render` MapLibre does not expect the context's state to change. */
  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#gl = gl;
    for (const drawing of this.#drawings) drawing.forget();
    map.on('render', this.#onRender);
    map.on('webglcontextlost', this.#forget);
  }

  onRemove(map: MapLibreMap): void {
    map.off('render', this.#onRender);
    map.off('webglcontextlost', this.#forget);
    this.#forget();
  }

  readonly #forget = (): void => {
    this.#map = this.#gl = this.#planes = null;
    this.#isStale = false;
    this.#pace.forget();
  };

  /** MapLibre has drawn what lies below, and not yet what lies above. */
  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const map = this.#map;
    if (!map) return;
    this.#camera = cameraState(map, input);
    this.#planes ??= createPlanes(gl);
    if (map.isMoving()) {
      this.#planes.drop();
      this.#draw(gl, this.#camera);
    } else {
      this.#planes.takeGround();
    }
  }

  /** MapLibre has drawn everything. */
  readonly #onRender = (): void => {
    if (this.#planes?.takeTop()) this.#drawAlone(this.#planes);
  };

  /** MapLibre makes no assumption of the context's state when it draws next. */
  #drawAlone(planes: Planes): void {
    const [gl, camera] = [this.#gl, this.#camera];
    if (!gl || !camera) return;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.disable(gl.SCISSOR_TEST);
    gl.colorMask(true, true, true, true);
    planes.putGround();
    this.#draw(gl, camera);
    planes.putTop();
  }

  #draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#isStale = false; // before they are drawn: what moves asks for the next frame while it is drawn
    for (const drawing of this.#drawings) drawing.draw(gl, camera);
  }
}
