/** Rectangles, each drawn from one record of floats: where and how, the vertex shader says. */
export interface Quads {
  /** Takes the records of all; they are uploaded with the next picture. */
  put: (records: Float32Array) => void;
  areNone: () => boolean;
  /** Draws them with the program that is in use. */
  draw: (gl: WebGL2RenderingContext) => void;
  /** What was made on a context is gone with it. */
  forget: () => void;
  /** Frees what was made. */
  free: (gl: WebGL2RenderingContext) => void;
}

/** What is made on a context. */
interface Made {
  array: WebGLVertexArrayObject;
  buffer: WebGLBuffer;
}

/** Rectangles whose records hold the attributes one after the other: where the shader has each, and of how many floats. */
export function createQuads(attributes: readonly (readonly [location: number, floats: number])[]): Quads {
  const length = attributes.reduce((sum, [, floats]) => sum + floats, 0);
  let records: Float32Array = new Float32Array(0);
  let isNew = false;
  let made: Made | null = null;

  function make(gl: WebGL2RenderingContext): Made {
    const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    let first = 0;
    for (const [location, floats] of attributes) {
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, floats, gl.FLOAT, false, length * 4, first * 4);
      gl.vertexAttribDivisor(location, 1);
      first += floats;
    }
    isNew = true;
    return { array, buffer };
  }

  function draw(gl: WebGL2RenderingContext): void {
    made ??= make(gl);
    gl.bindVertexArray(made.array);
    if (isNew) {
      gl.bindBuffer(gl.ARRAY_BUFFER, made.buffer);
      gl.bufferData(gl.ARRAY_BUFFER, records, gl.DYNAMIC_DRAW);
      isNew = false;
    }
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, records.length / length);
    gl.bindVertexArray(null);
  }

  return {
    put: (all) => {
      records = all;
      isNew = true;
    },
    areNone: () => records.length === 0,
    draw,
    forget: () => {
      made = null;
    },
    free: (gl) => {
      if (!made) return;
      gl.deleteVertexArray(made.array);
      gl.deleteBuffer(made.buffer);
      made = null;
    },
  };
}
