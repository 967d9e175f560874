import { tick } from 'svelte';
import type { Bbox } from '../../geo/bbox.ts';
import type { Cap } from '../../geo/store/cap.ts';
import type { Camera, HiddenMap, MapPicture, MapPort, PictureSize, SceneElsewhere } from '../scene/scene.ts';

/**
 * The one way to ask something of the map. It is asked once the page shows what the same action has opened or closed, so
 * that the map knows what is free of it. What is asked before the map is there waits for it.
 */
export class AskedMap {
  #port: MapPort | null = null;
  #waiting: ((port: MapPort) => void)[] = [];
  #missing: string | null = null;
  #begin = () => {};
  /** Resolves once the map shows land and line, which all else waits for, or is known not to soon. */
  readonly begun = new Promise<void>((done) => (this.#begin = done));

  /** The map shows land and line, or will not soon. */
  begin(): void {
    this.#begin();
  }

  /** The map is there; gives what takes it away. */
  connect(port: MapPort): () => void {
    this.#port = port;
    for (const ask of this.#waiting.splice(0)) ask(port);
    return () => {
      this.#port = null;
    };
  }

  /** There is no map and will be none, for a reason in words. */
  miss(reason: string): void {
    this.#missing = reason;
    this.#begin();
  }

  /** See MapPort.goTo. */
  async goTo(lon: number, lat: number, zoom?: number): Promise<void> {
    (await this.#there()).goTo(lon, lat, zoom);
  }

  /** See MapPort.fly. */
  async fly(camera: Camera, ms: number): Promise<void> {
    (await this.#there()).fly(camera, ms);
  }

  /** See MapPort.fit. */
  async fit(box: Bbox, cap?: Cap): Promise<void> {
    (await this.#there()).fit(box, cap);
  }

  /** See MapPort.picture. Rejects with the reason where there is no map. */
  async picture(size: PictureSize | null): Promise<MapPicture> {
    if (this.#missing !== null) throw new Error(this.#missing);
    return (await this.#there()).picture(size);
  }

  /** See MapPort.openHidden. Rejects with the reason where there is no map. */
  async openHidden(size: PictureSize, scene: SceneElsewhere, camera?: Camera): Promise<HiddenMap> {
    if (this.#missing !== null) throw new Error(this.#missing);
    return (await this.#there()).openHidden(size, scene, camera);
  }

  /** See MapPort.copy; `null` where there is no map. */
  copy(): MapPicture | null {
    return this.#port?.copy() ?? null;
  }

  /** See MapPort.settled; at once where there is no map. */
  async settled(): Promise<void> {
    if (this.#missing === null) await (await this.#there()).settled();
  }

  async #there(): Promise<MapPort> {
    await tick();
    return this.#port ?? new Promise((resolve) => this.#waiting.push(resolve));
  }
}
