/**
 * Starts a page that is one file, from what stands in it: scripts and layers, packed and written as text by
 * src/one-file/base85.ts. Put into the file by scripts/one-file/template.ts, and allowed by its hash.
 */
(async () => {
  const codes = new Uint8Array(127);
  let code = 0;
  for (let char = 33; char < 127; char++) if (!'"&\'<\\`'.includes(String.fromCharCode(char))) codes[char] = code++;

  /** Four bytes of five characters; what is missing of the last five counts as the highest. */
  function bytesOf(text) {
    const groups = Math.ceil(text.length / 5);
    const view = new DataView(new ArrayBuffer(groups * 4));
    for (let group = 0; group < groups; group++) {
      let value = 0;
      for (let i = group * 5; i < group * 5 + 5; i++)
        value = value * 85 + (i < text.length ? codes[text.charCodeAt(i)] : 84);
      view.setUint32(group * 4, value);
    }
    return new Uint8Array(view.buffer, 0, groups * 4 - (groups * 5 - text.length));
  }

  const block = (name) => document.querySelector(`script[data-file="${name}"]`);
  const bytesIn = (name) => bytesOf(block(name).textContent);
  const unpacked = (name) =>
    new Response(new Blob([bytesIn(name)]).stream().pipeThrough(new DecompressionStream('deflate-raw')));

  try {
    const style = document.createElement('style');
    style.textContent = await unpacked('page.css').text();
    document.head.append(style);

    const urls = {};
    const app = await unpacked('app.js').text();
    const script = (...parts) => URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
    const take = async ({ dataset: { file, role, kind } }) => {
      // MapLibre takes a name that ends so for that of a classic script
      if (role !== undefined) urls[file] = `${script(`self.pageRole=${JSON.stringify(file)};`, app)}#.cjs`;
      else if (kind === 'worker') urls[file] = script(await unpacked(file).text());
      else if (kind === 'font') {
        const font = new FileReader();
        const read = new Promise((done) => (font.onload = done));
        font.readAsDataURL(new Blob([bytesIn(file)], { type: 'font/woff2' }));
        await read;
        urls[file] = font.result;
      }
    };
    await Promise.all(Array.from(document.querySelectorAll('script[data-file]'), take));

    // from disk browsers start no module of a worker that is a blob
    const Started = globalThis.Worker;
    globalThis.Worker = class extends Started {
      constructor(url, options) {
        super(url, { ...options, type: 'classic' });
      }
    };
    globalThis.pageAsset = (name) => urls[name] ?? 'data:,';

    const ask = globalThis.fetch;
    globalThis.fetch = (input, ...rest) => {
      const name = typeof input === 'string' && input.startsWith('layers/') ? input : null;
      if (name === null) return ask(input, ...rest);
      return Promise.resolve(
        block(name) ? unpacked(name) : new Response('', { status: 404, statusText: 'not in this file' }),
      );
    };
    globalThis.pageFile = (name) => (block(name) ? bytesIn(name) : null);

    const started = document.createElement('script');
    started.src = script(app);
    document.body.append(started);
  } catch (error) {
    const says = document.createElement('p');
    says.textContent = `This page cannot start in this browser. Open it in a newer one. (${error})`;
    document.getElementById('app').append(says);
  }
})();
