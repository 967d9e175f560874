/** The part of the map that is free, pixels from its corner. */
export interface FreeBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels between the pointer and its tip. */
const GAP = 12;
/** Pixels between a tip and the edge of its room. */
const EDGE = 4;

/**
 * Where a tip stands in its room, its corner at the left and top: above the pointer and after it, or on the other side
 * where it would leave the room; inside it in any case, as far as it fits.
 */
export function tipPlace(
  { x, y }: { x: number; y: number },
  { width, height }: { width: number; height: number },
  room: FreeBox,
): { left: number; top: number } {
  const after = x + GAP;
  const above = y - GAP - height;
  const left = after + width + EDGE <= room.right ? after : x - GAP - width;
  const top = above >= room.top + EDGE ? above : y + GAP;
  return {
    left: Math.max(room.left + EDGE, Math.min(left, room.right - EDGE - width)),
    top: Math.max(room.top + EDGE, Math.min(top, room.bottom - EDGE - height)),
  };
}
