import { readFileSync } from 'node:fs';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

interface Layer {
  features: { properties: { district: { id: string } | null; start: string } }[];
}
const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as Layer;
const inDistrict = (id: string | null) =>
  features.filter(({ properties: { district } }) => (district?.id ?? null) === id);

/** The year in which a district has most incidents, and how many these are. */
function mostIn(id: string): { year: string; count: number } {
  const years = new Map<string, number>();
  for (const { properties } of inDistrict(id)) {
    const year = properties.start.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const [[year, count]] = [...years].sort((a, b) => b[1] - a[1]);
  return { year, count };
}

test('the districts stand at their places, each with its curve, on one scale, and a click shows one alone', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('g');
  const tiles = page.getByRole('group', { name: /^The districts of Khyber Pakhtunkhwa/ });
  await expect(tiles.getByRole('button')).toHaveCount(35);
  const { year, count } = mostIn('orakzai');
  await expect(page.getByTestId('analysis')).toContainText(`the highest is ${count} incidents (Orakzai, ${year})`);
  await expect(page.getByTestId('analysis')).toContainText(`${inDistrict(null).length} incidents`);

  const orakzai = tiles.getByRole('button', { name: /^Orakzai: / });
  await expect(orakzai).toHaveAccessibleName(new RegExp(`^Orakzai: ${inDistrict('orakzai').length} incidents, about`));
  // Kurram lies to the west, Peshawar to the south-east
  const boxOf = async (name: RegExp) => (await tiles.getByRole('button', { name }).boundingBox()) ?? { x: NaN, y: NaN };
  const [here, kurram, peshawar] = [await boxOf(/^Orakzai/), await boxOf(/^Kurram/), await boxOf(/^Peshawar/)];
  expect(kurram.x).toBeLessThan(here.x);
  expect(peshawar.x).toBeGreaterThan(here.x);
  expect(peshawar.y).toBeGreaterThan(here.y);

  await orakzai.click();
  await expect(page.getByTestId('summary')).toHaveText(new RegExp(`^${inDistrict('orakzai').length} incidents`));
  await expect(page).toHaveURL(/districts=orakzai/);
  await expect(orakzai).toHaveAttribute('aria-pressed', 'true');
  // the others keep their curves, to be added
  await tiles.getByRole('button', { name: /^Kurram: / }).click();
  await expect(page).toHaveURL(/districts=orakzai,kurram/);
  await page.getByRole('button', { name: 'Show all districts' }).click();
  await expect(page.getByTestId('summary')).toHaveText(/^1,624 incidents/);
});

test('where no incident passes, the districts say so', async ({ page }) => {
  await open(page, 'analysis=districts&q=nothinglikethis');
  await expect(page.getByTestId('analysis')).toContainText('No incident that passes the filters');
  await expect(page.getByRole('button', { name: 'Khyber: no incidents at any time' })).toBeVisible();
});
