import type { Page } from '@playwright/test';

/**
 * The controls on the screen that something else lies over, in part or whole, and the buttons that close something and
 * are cut by the edge of the page or of what they stand in. A label belongs to its control; what scrolls with a control,
 * such as the head of a table, may lie over it.
 */
export async function coveredControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Pixels from the corners, which are round. */
    const INSET = 4;
    const CONTROLS = 'button, a[href], input, select, summary, [role=slider], [role=option]';

    interface Box {
      left: number;
      top: number;
      right: number;
      bottom: number;
    }

    const scrolls = (element: Element) => /auto|scroll|hidden/.test(getComputedStyle(element).overflow);
    const isFixed = (element: Element) => getComputedStyle(element).position === 'fixed';
    const nameOf = (element: Element) =>
      (element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)) || element.outerHTML.slice(0, 60);

    /** What is to be seen of it once the page and what it scrolls in have cut it. */
    function seenOf(control: Element): Box {
      let { left, top, right, bottom } = control.getBoundingClientRect();
      for (let around = control.parentElement; around; around = around.parentElement) {
        if (!scrolls(around) && !isFixed(around)) continue;
        const box = around.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
        // what is fixed is cut by itself alone, not by what it stands in
        if (isFixed(around)) break;
      }
      return { left, top, right, bottom };
    }

    function scrollerOf(control: Element): Element | null {
      let around = control.parentElement;
      while (around && !(scrolls(around) && around.scrollHeight > around.clientHeight)) around = around.parentElement;
      return around;
    }

    /** What lies over a control at a place, if anything does. */
    function overAt(control: HTMLElement, x: number, y: number): Element | null {
      const top = document.elementFromPoint(x, y);
      if (!top || control.contains(top) || top.contains(control)) return null;
      const labels = 'labels' in control ? [...(control.labels as Iterable<Element>)] : [];
      if (labels.some((label) => label.contains(top))) return null;
      const scroller = scrollerOf(control);
      return scroller?.closest('.panel') && scroller.contains(top) ? null : top;
    }

    const faults: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(CONTROLS)) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const whole = control.getBoundingClientRect();
      const { left, top, right, bottom } = seenOf(control);
      const name = nameOf(control);
      const isCut = right - left < whole.width - 1 || bottom - top < whole.height - 1;
      if (isCut && name.startsWith('Close ')) faults.push(`${name} is cut`);
      // a line of it that is left at an edge, or what only screen readers find
      if (right - left < 3 * INSET || bottom - top < 3 * INSET) continue;
      const places = [
        [(left + right) / 2, (top + bottom) / 2],
        [left + INSET, top + INSET],
        [right - INSET, top + INSET],
        [left + INSET, bottom - INSET],
        [right - INSET, bottom - INSET],
      ];
      const over = places.map(([x, y]) => overAt(control, x, y)).find((found) => found !== null);
      if (over) faults.push(`${name} lies under ${nameOf(over)} (${over.tagName})`);
    }
    return faults;
  });
}
