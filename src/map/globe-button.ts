import type { IControl } from 'maplibre-gl';
import { MAP } from '../text/map.ts';

/** The button for the globe, looking like MapLibre's own: it asks, and shows what the scene says. */
export class GlobeButton implements IControl {
  readonly #group = document.createElement('div');
  readonly #button = document.createElement('button');
  #isGlobe = false;

  /** `ask` is called with whether the map should be a globe. */
  constructor(ask: (isGlobe: boolean) => void) {
    this.#group.className = 'maplibregl-ctrl maplibregl-ctrl-group';
    this.#button.type = 'button';
    const icon = document.createElement('span');
    icon.className = 'maplibregl-ctrl-icon';
    icon.ariaHidden = 'true';
    this.#button.append(icon);
    this.#button.addEventListener('click', () => ask(!this.#isGlobe));
    this.#group.append(this.#button);
  }

  /** Shows whether the map is a globe. */
  show(isGlobe: boolean): void {
    this.#isGlobe = isGlobe;
    this.#button.className = isGlobe ? 'maplibregl-ctrl-globe-enabled' : 'maplibregl-ctrl-globe';
    this.#button.title = isGlobe ? MAP.globe.on : MAP.globe.off;
  }

  onAdd(): HTMLElement {
    return this.#group;
  }

  onRemove(): void {
    this.#group.remove();
  }
}
