/**
 * The page's Content Security Policy: everything from the page's own origin, nothing from anywhere else.
 * `data:` and `blob:` images are MapLibre's sprites and the PNG that a user saves.
 */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const write = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** For the `<meta>` of the built page, so that the policy holds on any host. */
export const META_POLICY = write(DIRECTIVES);

/**
 * For the response header, which alone says who may show the page in a frame: browsers ignore `frame-ancestors` in a
 * `<meta>`. Nobody may, unless the one who serves allows every page to.
 */
export const headerPolicy = (allowsFrames) =>
  write({ ...DIRECTIVES, 'frame-ancestors': allowsFrames ? '*' : "'none'" });
