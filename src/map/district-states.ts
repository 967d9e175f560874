import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Shading } from '../scene/classes.ts';

/** What the style knows of each district beside its shape: class, outlined, under the pointer. */
export class DistrictStates {
  readonly #map: MapLibreMap;
  readonly #source: string;
  #shading: Shading | null = null;
  #chosen: readonly string[] = [];
  #hovered: string | null = null;

  constructor(map: MapLibreMap, source: string) {
    this.#map = map;
    this.#source = source;
  }

  setShading(shading: Shading | null): void {
    const before = this.#shading;
    if (shading === before) return;
    this.#shading = shading;
    for (const id of before?.classOf.keys() ?? []) if (!shading?.classOf.has(id)) this.#forget(id, 'shade');
    for (const [id, shade] of shading?.classOf ?? []) {
      if (before?.classOf.has(id) && before.classOf.get(id) === shade) continue;
      this.#set(id, { shade: shade ?? 'none' });
    }
  }

  setChosen(ids: readonly string[]): void {
    const before = this.#chosen;
    if (ids === before) return;
    this.#chosen = ids;
    for (const id of before) if (!ids.includes(id)) this.#forget(id, 'chosen');
    for (const id of ids) if (!before.includes(id)) this.#set(id, { chosen: true });
  }

  setHovered(id: string | null): void {
    if (id === this.#hovered) return;
    if (this.#hovered !== null) this.#forget(this.#hovered, 'hovered');
    if (id !== null) this.#set(id, { hovered: true });
    this.#hovered = id;
  }

  /** The style has come anew and knows nothing. */
  forget(): void {
    this.#shading = null;
    this.#chosen = [];
    this.#hovered = null;
  }

  #set(id: string, state: Record<string, unknown>): void {
    this.#map.setFeatureState({ source: this.#source, id }, state);
  }

  #forget(id: string, key: string): void {
    this.#map.removeFeatureState({ source: this.#source, id }, key);
  }
}
