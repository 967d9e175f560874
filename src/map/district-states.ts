import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Shading } from '../scene/classes.ts';

/** What the style knows of each district beside its shape: class, outlined, under the pointer. */
export class DistrictStates {
  readonly #map: MapLibreMap;
  readonly #source: string;
  #ready = false;
  #shading: Shading | null = null;
  #chosen: readonly string[] = [];
  #hovered: string | null = null;

  constructor(map: MapLibreMap, source: string) {
    this.#map = map;
    this.#source = source;
  }

  setShading(shading: Shading | null): void {
    const before = this.#shading;
    this.#shading = shading;
    if (!this.#ready) return;
    for (const id of before?.classOf.keys() ?? []) if (!shading?.classOf.has(id)) this.#forget(id, 'shade');
    this.#applyShading(before);
  }

  setChosen(ids: readonly string[]): void {
    const before = this.#chosen;
    this.#chosen = ids;
    if (!this.#ready) return;
    for (const id of before) if (!ids.includes(id)) this.#forget(id, 'chosen');
    for (const id of ids) this.#set(id, { chosen: true });
  }

  setHovered(id: string | null): void {
    if (id === this.#hovered || !this.#ready) return;
    if (this.#hovered !== null) this.#forget(this.#hovered, 'hovered');
    if (id !== null) this.#set(id, { hovered: true });
    this.#hovered = id;
  }

  /** Sets everything anew: the style has just been loaded. */
  apply(): void {
    this.#ready = true;
    this.#hovered = null;
    this.#applyShading(null);
    for (const id of this.#chosen) this.#set(id, { chosen: true });
  }

  #applyShading(before: Shading | null): void {
    for (const [id, shade] of this.#shading?.classOf ?? []) {
      if (before?.classOf.has(id) && before.classOf.get(id) === shade) continue;
      this.#set(id, { shade: shade ?? 'none' });
    }
  }

  #set(id: string, state: Record<string, unknown>): void {
    this.#map.setFeatureState({ source: this.#source, id }, state);
  }

  #forget(id: string, key: string): void {
    this.#map.removeFeatureState({ source: this.#source, id }, key);
  }
}
