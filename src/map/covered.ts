import type { Insets } from '../scene/scene.ts';

/** A box on the page, pixels. */
type PageBox = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left' | 'width' | 'height'>;

/** A cover that takes more of the map's width than this takes its lower edge, as the sheets of a phone do. */
const SHEET_SHARE = 0.8;

/** Pixels of the map's area that boxes over it cover: a sheet takes the lower edge, any other the side that it is nearer to. */
export function coveredOf(area: PageBox, boxes: readonly PageBox[]): Insets {
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const box of boxes) {
    if (box.height === 0) continue;
    if (box.width > area.width * SHEET_SHARE) {
      insets.bottom = Math.max(insets.bottom, area.bottom - box.top);
    } else if (box.left - area.left < area.right - box.right) {
      insets.left = Math.max(insets.left, box.right - area.left);
    } else {
      insets.right = Math.max(insets.right, area.right - box.left);
    }
  }
  return insets;
}
