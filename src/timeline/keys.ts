/** What a key asks of the timeline. */
export type Command = { act: 'toggle' | 'first' | 'last' } | { act: 'step'; count: number };

/** Where the keyboard's focus is: an element of the page, or what a test puts in its place. */
export interface Focus {
  closest(selector: string): unknown;
}

const TYPING = 'input:not([type=range]), select, textarea, dialog, [contenteditable], [role=dialog][aria-modal=true]';
const USES_SPACE =
  'button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=row], [role=gridcell]';
const USES_ARROWS =
  'input, table, [role=slider], [role=listbox], [role=grid], [role=table], [role=menu], [role=tablist], [role=radiogroup]';
const SCROLLS = 'section, aside';

/** The command of a key, or `null` where it means nothing or belongs to the element that has the focus. */
export function commandOf({ key, shiftKey }: { key: string; shiftKey: boolean }, focus: Focus | null): Command | null {
  const within = (selector: string) => Boolean(focus?.closest(selector));
  if (within(TYPING)) return null;
  switch (key) {
    case ' ':
      return within(USES_SPACE) ? null : { act: 'toggle' };
    case 'ArrowLeft':
    case 'ArrowRight':
      if (within(USES_ARROWS)) return null;
      return { act: 'step', count: (key === 'ArrowLeft' ? -1 : 1) * (shiftKey ? 10 : 1) };
    case 'Home':
    case 'End':
      return within(USES_ARROWS) || within(SCROLLS) ? null : { act: key === 'Home' ? 'first' : 'last' };
    default:
      return null;
  }
}
