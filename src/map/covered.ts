import type { Insets } from './camera.ts';

/** What lies over the map: panels and cards. */
const COVERS = '.dock, .cards > *';

/**
 * Pixels of the map that the page covers now, measured: a sheet or a card as wide as the page takes the lower edge, a
 * panel or card that leaves most of the width free takes its side.
 */
export function coveredOf(map: HTMLElement): Insets {
  const area = map.getBoundingClientRect();
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const cover of document.querySelectorAll(COVERS)) {
    const box = cover.getBoundingClientRect();
    if (box.height === 0) continue;
    if (box.width > area.width * 0.8) {
      insets.bottom = Math.max(insets.bottom, area.bottom - box.top);
    } else if (box.left - area.left < area.right - box.right) {
      insets.left = Math.max(insets.left, box.right - area.left);
    } else {
      insets.right = Math.max(insets.right, area.right - box.left);
    }
  }
  return insets;
}
