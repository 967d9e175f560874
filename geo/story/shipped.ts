/** The stories that come with the page. */
export const SHIPPED_STORIES = ['two-talibans', 'the-line'] as const;
type ShippedStory = (typeof SHIPPED_STORIES)[number];

/** Its file among the sources, and among the layers. */
export const storySource = (id: ShippedStory): string => `stories/${id}.md`;
export const storyFile = (id: ShippedStory): string => `story-${id}.md`;
