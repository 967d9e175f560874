import { tick } from 'svelte';

/** What of it gets the focus: the first of these that is to be seen. */
const CANDIDATES = ['h2[tabindex]', 'button, input, select, a[href]'];

/** For `{@attach}`: whoever closes the element from inside it goes on where it was opened. */
export function givesFocusBack(element: HTMLElement): () => void {
  const opener = document.activeElement;
  return () => {
    void tick().then(() => {
      const isLost = document.activeElement === document.body || element.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement) opener.focus();
    });
  };
}

/**
 * For `{@attach}`: whoever opens the element goes on in it, at its heading or else its first control, and where it was
 * opened once it is closed. Where the page itself opens with it the focus stays.
 */
export function takesFocus(element: HTMLElement): () => void {
  const giveBack = givesFocusBack(element);
  if (navigator.userActivation.isActive) {
    const all = CANDIDATES.flatMap((selector) => [...element.querySelectorAll<HTMLElement>(selector)]);
    all.find((one) => one.checkVisibility({ visibilityProperty: true }))?.focus();
  }
  return giveBack;
}
