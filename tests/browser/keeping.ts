import type { Page } from '@playwright/test';
import { expect } from './setup.ts';

/** Waits until the datasets are kept in the browser: that begins once a file is read, after its dataset is in the list. */
export async function kept(page: Page): Promise<void> {
  await expect(page.locator('[data-testid="import"][data-state="running"]')).toHaveCount(0);
  await expect(page.getByTestId('datasets')).toHaveAttribute('aria-busy', 'false');
}
