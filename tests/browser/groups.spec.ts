import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { find, open } from './picture.ts';
import { expect, test } from './setup.ts';

interface Layer {
  features: { properties: { actors: { name: string; side: string }[] } }[];
}
const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as Layer;
const withActor = (is: (actor: { name: string; side: string }) => boolean) =>
  features.filter(({ properties: { actors } }) => actors.some(is)).length;
const shown = (page: Page, count: number) =>
  expect(page.getByTestId('summary')).toHaveText(new RegExp(`^${count.toLocaleString('en')} incident`));

/** A day with an explosion at Bara alone, which nobody claimed. */
const AT_BARA = 'map=10/33.92/71.455&t=2023-07-20/2023-07-20';
const AROUND = { x: 610, y: 310, width: 60, height: 60 };

test('who is who says first that the two Talibans are two, and names each group with its source', async ({ page }) => {
  await open(page);
  await page.keyboard.press('w');
  const panel = page.getByRole('region', { name: 'Who is who' });
  await expect(panel.getByTestId('key-fact')).toHaveText(/^The Afghan Taliban and the TTP are two organisations/);
  const called = page.getByText('Lashkar-e-Islam', { exact: true });
  const group = panel.getByTestId('organisation').filter({ has: called });
  await group.locator('summary').click();
  await expect(group).toContainText('led by Mangal Bagh');
  await expect(group).toContainText('Fights');
  await expect(group.getByRole('link', { name: /Lashkar-e-Islam/ })).toHaveAttribute('href', /stanford\.edu/);
  const named = withActor(({ name }) => name === 'Lashkar-e-Islam');
  await expect(group.getByTestId('named')).toContainText(`Named in ${named} incidents`);

  await group.getByRole('button', { name: 'Only incidents that name: Lashkar-e-Islam' }).click();
  await shown(page, named);
  await expect(page).toHaveURL(/actors=Lashkar-e-Islam/);
  // its own figure stays what it would give, and a second click takes the filter away
  await expect(group.getByTestId('named')).toContainText(`Named in ${named} incidents`);
  await group.getByRole('button', { name: 'Only incidents that name: Lashkar-e-Islam' }).click();
  await shown(page, features.length);
});

test('a side is filtered by where it is named, and tells its figures', async ({ page }) => {
  await open(page, 'panel=groups');
  const count = withActor(({ side }) => side === 'emirate');
  const side = page.getByRole('region', { name: 'Afghan Taliban (Islamic Emirate)' });
  await expect(side.getByTestId('side-figures')).toContainText(`${count} incidents`);
  await side.getByRole('button', { name: /^Only incidents with/ }).click();
  await shown(page, count);
  await expect(page).toHaveURL(/sides=emirate/);
});

test('named groups are a filter, found by what they are called', async ({ page }) => {
  await open(page, 'panel=filters');
  await page.getByRole('searchbox', { name: 'Find a group or party' }).fill('lashkar-e-islam');
  await page.getByRole('checkbox', { name: /^Lashkar-e-Islam/ }).check();
  await shown(
    page,
    withActor(({ name }) => name === 'Lashkar-e-Islam'),
  );
});

test('colours tell who took part where that is chosen: on the map, in the legend, the bars and the list, and in the link @drawn', async ({
  page,
}) => {
  await open(page, AT_BARA);
  await expect.poll(async () => (await find(page, '--group-explosion', AROUND)).pixels).toBeGreaterThan(30);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('who took part');
  await expect(page).toHaveURL(/color=side/);
  await expect.poll(async () => (await find(page, '--group-none', AROUND)).pixels).toBeGreaterThan(30);
  expect((await find(page, '--group-explosion', AROUND)).pixels).toBe(0);
  const key = page.getByRole('list', { name: 'Who took part' });
  await expect(key.getByRole('listitem')).toHaveText([
    ...['TTP and allies', 'Afghan Taliban', 'ISKP', 'Other group', 'Several of these', 'None named'],
  ]);
  // the link gives it back
  await page.reload();
  await expect.poll(async () => (await find(page, '--group-none', AROUND)).pixels).toBeGreaterThan(30);
});
