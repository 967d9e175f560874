/** The stories that come with the page. */
export const SHIPPED_STORIES = ['two-talibans', 'the-line'] as const;
type ShippedStory = (typeof SHIPPED_STORIES)[number];

/** Its file among the sources, and among the layers. */
export const storySource = (id: ShippedStory): string => `stories/${id}.md`;
export const storyFile = (id: string): string => `story-${id}.md`;
/** The story that a layer is; `null` for one that is none. */
export const storyIdOf = (file: string): string | null => /^story-([a-z0-9-]{1,60})\.md$/.exec(file)?.[1] ?? null;
