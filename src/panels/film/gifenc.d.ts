declare module 'gifenc' {
  /** Colours, red, green and blue of 0 to 255 each. */
  export type GifPalette = number[][];

  interface FrameOptions {
    /** of the first frame, for all */
    palette?: GifPalette;
    transparent?: boolean;
    transparentIndex?: number;
    /** ms */
    delay?: number;
    /** 0 for ever */
    repeat?: number;
    /** 1 leaves what is there */
    dispose?: number;
  }

  interface Gif {
    writeFrame(indices: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }

  export function GIFEncoder(): Gif;
  export function quantize(rgba: Uint8ClampedArray, mostColors: number): GifPalette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: GifPalette): Uint8Array;
}
