import arabic400 from '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2?url';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import type { StyleSpecification } from 'maplibre-gl';

export const REGULAR = 'Regular';
export const STRONG = 'Strong';

const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02BB-02BC', 'U+02C6', 'U+02DA', 'U+02DC', 'U+2000-206F'];
const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+0870-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];

const face = (url: string, ranges: string[]) => ({ url: new URL(url, document.baseURI).href, 'unicode-range': ranges });

/** The map's fonts, served with the app. Each file is fetched when a label first needs it. */
export function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  return {
    [REGULAR]: [face(latin400, LATIN), face(arabic400, ARABIC)],
    [STRONG]: [face(latin600, LATIN), face(arabic400, ARABIC)],
  };
}
