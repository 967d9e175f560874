import type { View } from './view.svelte.ts';

/**
 * Sets `data-theme` on the page to what the view asks for, and follows the system where it says so; for paper it is
 * light. For an effect.
 */
export function followTheme(view: View, isForPaper: boolean): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    const theme = isForPaper ? 'light' : view.theme;
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  set();
  dark.addEventListener('change', set);
  return () => dark.removeEventListener('change', set);
}
