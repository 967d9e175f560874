/** Longer than this a picture takes only without a graphics card, ms. */
const SLOW_MS = 50;

/** Follows how the graphics keep up with what the page asks them to draw. */
export interface Pace {
  /** Call it when a picture has been asked for. */
  begin: (gl: WebGL2RenderingContext) => void;
  /** Whether the last picture is still being drawn: another one now would only make all wait longer. */
  isBusy: (gl: WebGL2RenderingContext) => boolean;
  /** Whether the last picture took so long that nothing should move that need not. */
  isSlow: () => boolean;
  /** The context is gone. */
  forget: () => void;
}

export function createPace(): Pace {
  let fence: WebGLSync | null = null;
  let [since, took] = [0, 0];
  return {
    begin: (gl) => {
      gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
      since = performance.now();
    },
    isBusy: (gl) => {
      if (!fence || gl.isContextLost()) return false;
      const isDone = gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED;
      took = performance.now() - since;
      if (!isDone) return true;
      gl.deleteSync(fence);
      fence = null;
      return false;
    },
    isSlow: () => took > SLOW_MS,
    forget: () => (fence = null),
  };
}
