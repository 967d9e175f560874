import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { VideoChoice } from './encoders.ts';
import type { Recorder } from './recorder.ts';

/** So often a film can be entered, s. */
const KEY_EVERY = 4;
/** Frames that the encoder may have before it. */
const MOST_QUEUED = 4;
const MICROSECONDS = 1e6;

/** Writes MP4 or WebM by the browser's own encoder. An encoder that the browser takes away meanwhile is begun anew. */
export async function recordVideo({ codec, config }: VideoChoice, rate: number): Promise<Recorder> {
  const target = new BufferTarget();
  const output = new Output({
    format: codec === 'avc' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();

  let failure: Error | null = null;
  let written: Promise<void> = Promise.resolve();
  let packets = 0;
  const fail = (error: unknown): void => {
    failure ??= error instanceof Error ? error : new Error(String(error));
  };
  const take = (chunk: EncodedVideoChunk, meta?: EncodedVideoChunkMetadata) => {
    packets++;
    written = written.then(() => source.add(EncodedPacket.fromEncodedChunk(chunk), meta)).catch(fail);
  };
  const begin = () => {
    const begun = new VideoEncoder({ output: take, error: fail });
    begun.configure(config);
    return begun;
  };
  let encoder = begin();
  let frame = 0;
  let nextKey = 0;

  const checked = () => {
    if (failure) throw failure;
  };
  const encode = async (canvas: HTMLCanvasElement) => {
    checked();
    const at = (nth: number) => Math.round((nth * MICROSECONDS) / rate);
    const picture = new VideoFrame(canvas, { timestamp: at(frame), duration: at(frame + 1) - at(frame) });
    const keyFrame = frame >= nextKey;
    if (keyFrame) nextKey = frame + KEY_EVERY * rate;
    frame++;
    try {
      encoder.encode(picture, { keyFrame });
    } finally {
      picture.close();
    }
    while (encoder.encodeQueueSize > MOST_QUEUED)
      await new Promise((done) => encoder.addEventListener('dequeue', done, { once: true }));
  };
  const rest = async () => {
    checked();
    await encoder.flush();
    await written;
    checked();
  };

  return {
    add: async (canvas, frames) => {
      if (encoder.state === 'closed' && isTaken(failure)) {
        // nothing was in it: it rested
        failure = null;
        encoder = begin();
        nextKey = frame;
      }
      for (let i = 0; i < frames; i++) await encode(canvas);
    },
    rest,
    finish: async () => {
      if (encoder.state === 'configured') await encoder.flush().catch(fail);
      if (encoder.state !== 'closed') encoder.close();
      await written;
      if (packets === 0) {
        await output.cancel();
        return null;
      }
      await output.finalize();
      return target.buffer && new Blob([target.buffer], { type: output.format.mimeType });
    },
    cancel: async () => {
      if (encoder.state !== 'closed') encoder.close();
      await written;
      await output.cancel();
    },
  };
}

/** Whether the browser took an idle encoder back, as WebCodecs lets it. */
function isTaken(failure: Error | null): boolean {
  return failure === null || failure.name === 'QuotaExceededError';
}
