import type { View } from './view.svelte.ts';

/** Sets `data-theme` on the page to what the view asks for, and follows the system where it says so. For an effect. */
export function followTheme(view: View): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    document.documentElement.dataset['theme'] =
      view.theme === 'system' ? (dark.matches ? 'dark' : 'light') : view.theme;
  };
  set();
  dark.addEventListener('change', set);
  return () => dark.removeEventListener('change', set);
}
