// Starts the browser's drawing process while the page still reads its data: the first WebGL context waits for it, and
// that wait, asked for on the main thread, would hold up everything. Without a GPU it is most of a second.
if (typeof OffscreenCanvas === 'function') new OffscreenCanvas(1, 1).getContext('webgl2');
close();
