import { kept } from './keeping.ts';
import { expect, test } from './setup.ts';

/** Rows with names of places and no coordinates. */
const NAMED = `id,date,location,district,civilians_killed,militants_killed
X1,2006-01-13,Made-up village,Bajaur,13,1
X2,2006-10-30,Miran Shah,North Waziristan,8,
X3,2006-10-31,,Nowhereabad,1,
`;

test('a table without coordinates is placed by its names, each guess is told, and it is there again after a reload', async ({
  page,
}) => {
  await page.goto('/#panel=data');
  const datasets = page.getByTestId('datasets').locator('> li');
  await expect(datasets).toHaveCount(1);
  await page.getByTestId('file').setInputFiles({ name: 'named.csv', mimeType: 'text/csv', buffer: Buffer.from(NAMED) });
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
  const report = page.getByTestId('import').getByTestId('report');
  await expect(report).toContainText('3 rows read: 2 taken, 1 rejected.');
  await expect(report).toContainText('"Bajaur" is taken for the centre of the district Bajaur: 1 row.');
  await expect(report).toContainText('"Miran Shah, North Waziristan" is taken for the town Miran Shah: 1 row.');
  await expect(report).toContainText('Killed is the sum of civilians_killed, militants_killed.');
  await expect(report).toContainText('no town or district of this name is known');
  await kept(page);

  await page.goto('/#panel=list&t=2006-10-30/2006-10-30&q=Miran');
  await page.reload();
  await page.getByRole('grid', { name: 'Incidents' }).getByText('Miran Shah').click();
  const incident = page.getByTestId('incident');
  await expect(incident.getByTestId('killed')).toHaveText(/8/);
  await incident.getByTestId('original').locator('summary').click();
  await expect(incident.getByTestId('original').locator('dd', { hasText: 'North Waziristan' })).toBeVisible();
});
