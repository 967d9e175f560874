/** A list of rows of one height in a view that scrolls. All in px. */
export interface ListView {
  count: number;
  rowHeight: number;
  viewHeight: number;
}

/** Browsers cut elements off: Firefox at about 17.9 million px, Chromium at 33.5. Longer lists scroll in a compressed scale. */
const TALLEST = 10_000_000;

/** The height to give to the scrolled element. */
export function contentHeight({ count, rowHeight }: ListView): number {
  return Math.min(count * rowHeight, TALLEST);
}

/** How many px of rows one px of scrolling moves; 1 except for very long lists. */
function scaleOf(frame: ListView): number {
  const [content, rows] = [contentHeight(frame), frame.count * frame.rowHeight];
  return content > frame.viewHeight ? (rows - frame.viewHeight) / (content - frame.viewHeight) : 1;
}

/** The rows that the view shows in part or whole, `from` included, `to` not. */
export function rowsInView(frame: ListView, scrollTop: number): { from: number; to: number } {
  const top = scrollTop * scaleOf(frame);
  const clamp = (index: number) => Math.min(Math.max(index, 0), frame.count);
  return {
    from: clamp(Math.floor(top / frame.rowHeight)),
    to: clamp(Math.ceil((top + frame.viewHeight) / frame.rowHeight)),
  };
}

/** Where a row lies in the scrolled element. */
export function topOf(frame: ListView, scrollTop: number, index: number): number {
  return index * frame.rowHeight - scrollTop * scaleOf(frame) + scrollTop;
}

/** The least scrolling that brings the whole row into view. */
export function scrollToRow(frame: ListView, scrollTop: number, index: number): number {
  const scale = scaleOf(frame);
  const [top, bottom] = [index * frame.rowHeight, (index + 1) * frame.rowHeight];
  const shown = scrollTop * scale;
  if (top < shown) return top / scale;
  if (bottom > shown + frame.viewHeight) return (bottom - frame.viewHeight) / scale;
  return scrollTop;
}

/** The row that a key moves to from `index`, or `null` where the key moves nothing. */
export function rowAfterKey(key: string, index: number, { count, rowHeight, viewHeight }: ListView): number | null {
  const page = Math.max(1, Math.floor(viewHeight / rowHeight) - 1);
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  return key in moves ? Math.min(Math.max(moves[key], 0), count - 1) : null;
}
