import { GROUPINGS, type Grouping } from '../../geo/model/groupings.ts';
import { areaRadius, areaScale, type AreaCounts } from '../scene/areas.ts';
import { spreadScale } from '../scene/marks.ts';
import { splitFloat } from '../scene/mercator.ts';
import { groupColors, rgbOf, type Palette } from '../scene/palette.ts';
import type { Areas } from '../scene/places.ts';
import { AREA_ATTRIBUTES, AREA_FRAGMENT_SHADER, AREA_VERTEX_SHADER, DIGIT, SHARES } from './area-shaders.ts';
import { createPrograms, type CameraState, type Drawing, type Surface } from './drawing.ts';
import { createFade } from './fade.ts';
import { createQuads } from './quads.ts';

/** Floats of a symbol: 4 of its place, 2 of how far it stands aside, 4 figures, and the shares of groups. */
const FIRST_SHARE = 10;
const LENGTH = FIRST_SHARE + SHARES;

/** Draws one symbol for all that is known to one district, or region, only: sized by number, divided by group. */
export class AreasDrawing implements Drawing {
  readonly #programs = createPrograms('areas', AREA_VERTEX_SHADER, AREA_FRAGMENT_SHADER);
  readonly #surface: Surface;
  readonly #fade = createFade(true);
  #palette: Palette;
  #areas: Areas | null = null;
  #grouping: Grouping = 'type';
  readonly #quads = createQuads([
    [AREA_ATTRIBUTES.place, 4],
    [AREA_ATTRIBUTES.aside, 2],
    [AREA_ATTRIBUTES.figures, 4],
    [AREA_ATTRIBUTES.shares, 4],
    [AREA_ATTRIBUTES.lastShares, SHARES - 4],
  ]);
  #digits: WebGLTexture | null = null;
  #selected = -1;
  #hovered = -1;

  constructor(palette: Palette, surface: Surface) {
    this.#palette = palette;
    this.#surface = surface;
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#surface.redraw();
  }

  setShown(isShown: boolean): void {
    this.#fade.show(isShown, this.#surface.isSlow());
    this.#surface.redraw();
  }

  /** Takes the areas of other incidents; none is drawn before it is counted. */
  setAreas(areas: Areas): void {
    this.#areas = areas;
    this.#selected = this.#hovered = -1;
    this.#put(new Float32Array(0));
  }

  setCounts(counts: AreaCounts, grouping: Grouping): void {
    this.#grouping = grouping;
    if (this.#areas) this.#put(packed(this.#areas, counts, GROUPINGS[grouping].length));
  }

  /** The area with the second ring, or -1. */
  setSelected(area: number): void {
    this.#selected = area;
    this.#surface.redraw();
  }

  /** The area under the pointer, or -1. */
  setHovered(area: number): void {
    if (area === this.#hovered) return;
    this.#hovered = area;
    this.#surface.redraw();
  }

  forget(): void {
    this.#programs.forget();
    this.#quads.forget();
    this.#digits = null;
  }

  draw(gl: WebGL2RenderingContext, camera: CameraState): void {
    const opacity = this.#fade.now();
    if (this.#fade.isMoving()) this.#surface.redraw();
    if (this.#quads.areNone() || (opacity === 0 && this.#selected < 0)) return;
    const uniform = this.#programs.use(gl, camera);
    gl.uniform1f(uniform('u_scale'), areaScale(camera.zoom));
    gl.uniform1f(uniform('u_spread'), spreadScale(camera.zoom));
    gl.uniform1f(uniform('u_opacity'), opacity);
    gl.uniform1f(uniform('u_selected'), this.#selected);
    gl.uniform1f(uniform('u_hovered'), this.#hovered);
    gl.uniform3fv(uniform('u_colors'), groupColors(this.#palette, this.#grouping));
    gl.uniform3fv(uniform('u_land'), rgbOf(this.#palette.land));
    gl.uniform3fv(uniform('u_ink'), rgbOf(this.#palette.ink));
    gl.uniform1i(uniform('u_digits'), 0);
    this.#digits ??= makeDigits(gl);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#digits);
    this.#quads.draw(gl);
    gl.bindTexture(gl.TEXTURE_2D, null);
  }

  #put(data: Float32Array): void {
    this.#quads.put(data);
    this.#surface.redraw();
  }
}

/** The ten digits side by side. */
function makeDigits(gl: WebGL2RenderingContext): WebGLTexture {
  const canvas = new OffscreenCanvas(10 * DIGIT.width, DIGIT.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas to draw digits on.');
  context.font = `620 ${DIGIT.height * 0.86}px "Inter Variable", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let digit = 0; digit < 10; digit++)
    context.fillText(String(digit), (digit + 0.5) * DIGIT.width, DIGIT.height * 0.54);
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

/** The areas with incidents as the vertex shader reads them, the greatest at the bottom. */
function packed(areas: Areas, { incidents, byGroup }: AreaCounts, groups: number): Float32Array<ArrayBuffer> {
  const shown: number[] = [];
  for (let area = 0; area < incidents.length; area++) if (incidents[area] > 0) shown.push(area);
  shown.sort((a, b) => incidents[b] - incidents[a] || a - b);
  const data = new Float32Array(shown.length * LENGTH);
  shown.forEach((area, i) => {
    const [xHigh, xLow] = splitFloat(areas.x[area]);
    const [yHigh, yLow] = splitFloat(areas.y[area]);
    const figures = [area, areaRadius(incidents[area]), incidents[area], areas.form[area]];
    data.set([xHigh, yHigh, xLow, yLow, areas.asideX[area], areas.asideY[area], ...figures], i * LENGTH);
    let before = 0;
    for (let group = 0; group < SHARES; group++) {
      if (group < groups) before += byGroup[area * groups + group];
      data[i * LENGTH + FIRST_SHARE + group] = before / incidents[area];
    }
  });
  return data;
}
