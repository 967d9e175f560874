import { Deck, MapView } from '@deck.gl/core';
import { DataFilterExtension, type DataFilterExtensionProps } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { GROUPS } from '../../../geo/model/incident.ts';
import type { Window } from '../../../geo/time/window.ts';
import { drawScale } from '../../../src/scene/marks.ts';
import { rgbOf, type Palette } from '../../../src/scene/palette.ts';
import { contextOf, createBaseMap } from './base-map.ts';
import type { CreateMethod, Stage } from './method.ts';
import { fetchPoints, type PointFeature } from './points-file.ts';

/** Beyond any day, and exact as a 32-bit float. */
const EVER = 1e6;

/**
 * deck.gl's `DataFilterExtension`, first and last day as two filter values, all attributes binary. It draws on a canvas
 * of its own over the map: a change of window redraws no base map. (Drawn between the map's layers it would.)
 */
export const createDeck: CreateMethod = async (stage) => {
  await createBaseMap(stage);
  const canvas = overlayCanvas(stage.container);
  const deck = await deckOn(canvas, stage);
  const extensions = [new DataFilterExtension({ filterSize: 2 })];
  let data: ReturnType<typeof attributesOf>;
  const show = (window: Window): void => {
    const layer = new ScatterplotLayer<unknown, DataFilterExtensionProps>({
      id: 'incidents',
      data,
      extensions,
      filterRange: [
        [-EVER, window.end],
        [window.start, EVER],
      ],
      radiusUnits: 'pixels',
      radiusScale: drawScale(stage.camera.zoom),
    });
    deck.setProps({ layers: [layer] });
    deck.drawNow();
  };
  return {
    open: async (file, window) => {
      data = attributesOf(await fetchPoints(file), stage.palette);
      show(window);
    },
    show,
    contexts: () => [contextOf(canvas)],
  };
};

/** Draws in this task what it was told; by itself deck.gl would wait for the next frame. */
class PromptDeck extends Deck<MapView> {
  drawNow(): void {
    this.layerManager?.updateLayers();
    this.redraw();
  }
}

function overlayCanvas(container: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position: absolute; inset: 0; pointer-events: none';
  return container.appendChild(canvas);
}

function deckOn(canvas: HTMLCanvasElement, { container, camera }: Stage): Promise<PromptDeck> {
  const { lon, lat, ...turn } = camera;
  return new Promise((done, failed) => {
    const deck = new PromptDeck({
      canvas,
      width: container.clientWidth,
      height: container.clientHeight,
      views: new MapView({ id: 'map' }),
      viewState: { longitude: lon, latitude: lat, ...turn },
      controller: false,
      // as in MapLibre's context: the circles' shader smooths their edges itself
      deviceProps: { webgl: { antialias: false, preserveDrawingBuffer: false } },
      _pickable: false,
      onLoad: () => done(deck),
      onError: failed,
    });
  });
}

function attributesOf(features: PointFeature[], palette: Palette) {
  const size = features.length;
  const position = new Float32Array(size * 2);
  const radius = new Float32Array(size);
  const color = new Uint8Array(size * 3);
  const days = new Float32Array(size * 2);
  const colors = GROUPS.map((group) => rgbOf(palette.groups[group]).map((part) => part * 255));
  features.forEach(({ geometry, properties: p }, i) => {
    position.set(geometry.coordinates, i * 2);
    radius[i] = p.radius;
    color.set(colors[p.group], i * 3);
    days[i * 2] = p.start;
    days[i * 2 + 1] = p.end;
  });
  return {
    length: size,
    attributes: {
      getPosition: { value: position, size: 2 },
      getRadius: { value: radius, size: 1 },
      getFillColor: { value: color, size: 3 },
      getFilterValue: { value: days, size: 2 },
    },
  };
}
