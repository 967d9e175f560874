import type { Page } from '@playwright/test';
import { expect, test } from './setup.ts';
import { tableRows } from '../tables.ts';

const window = (page: Page) => page.getByTestId('window-text');
const start = (page: Page) => page.getByTestId('thumb-start');
const end = (page: Page) => page.getByTestId('thumb-end');
const control = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choice = (page: Page, name: string) => page.getByRole('combobox', { name });
const PLAY = 'Play (space)';
const PAUSE = 'Pause (space)';

/** Opens the page at a window. */
async function open(page: Page, hash = 't=2025-01-01/2025-12-31') {
  await page.goto(`/#${hash}`);
  await expect(window(page)).toBeVisible();
  await expect(page.getByTestId('histogram')).toHaveAttribute('width', /[1-9]/);
}

/** The incidents that the histogram's label counts. */
async function counted(page: Page): Promise<number> {
  const label = (await page.getByTestId('histogram').getAttribute('aria-label')) ?? '';
  return Number(/: ([\d,]+) incidents?\./.exec(label)?.[1]?.replace(',', '') ?? NaN);
}

async function dragOnPlot(page: Page, from: number, to: number) {
  const box = await page.getByTestId('plot').boundingBox();
  if (!box) throw new Error('the histogram has no box');
  const y = box.y + box.height * 0.3;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y);
  await page.mouse.move(box.x + box.width * to, y);
  await page.mouse.up();
}

test('starts at all time, and says so in both places', async ({ page }) => {
  await open(page, '');
  await expect(window(page)).toHaveText('1 Mar 2004 – 30 Jun 2026');
  await expect(page.getByTestId('summary')).toContainText('1 Mar 2004 – 30 Jun 2026');
  await expect(control(page, 'All time')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('selection-note')).toBeVisible();
  expect(await counted(page)).toBe(tableRows('incidents.csv').length);
});

test('playing moves the window, by the button and by space, and the two texts agree', async ({ page }) => {
  await open(page, 't=2010-01-01/2010-12-31');
  await page.getByTestId('play').click();
  await expect(window(page)).toHaveText(/^1 [A-Z][a-z]{2} 20\d\d – \d\d [A-Z][a-z]{2} 20\d\d$/);
  await page.getByTestId('play').click();
  await expect(control(page, PLAY)).toBeVisible();
  const paused = (await window(page).textContent()) ?? '';
  await expect(page.getByTestId('summary')).toContainText(paused);

  await page.getByTestId('play').blur();
  await page.keyboard.press('Space');
  await expect(control(page, PAUSE)).toBeVisible();
  await expect(window(page)).not.toHaveText(paused);
  await page.keyboard.press('Space');
  await expect(control(page, PLAY)).toBeVisible();
});

test('arrows step, with Shift by ten; Home and End go to the first and last window', async ({ page }) => {
  await open(page);
  await page.keyboard.press('ArrowRight');
  await expect(window(page)).toHaveText('1 Feb 2025 – 31 Jan 2026');
  await page.keyboard.press('ArrowLeft');
  await expect(window(page)).toHaveText('1 Jan – 31 Dec 2025');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(window(page)).toHaveText('1 Mar 2024 – 28 Feb 2025');
  await page.keyboard.press('Home');
  await expect(window(page)).toHaveText('1 Mar 2004 – 28 Feb 2005');
  await page.keyboard.press('End');
  await expect(window(page)).toHaveText('1 Jul 2025 – 30 Jun 2026');
});

test('steps by month lose no day, and back is forward undone, also after a reload', async ({ page }) => {
  const mastung = tableRows('incidents.csv').find((row) => row.date_start === '2023-09-29' && row.place === 'Mastung');
  // 29 September 2023, Mastung: the 30th of June goes by way of no shorter month
  await open(page, 't=2023-06-30/2023-07-29&q=Mastung');
  const seen = [(await window(page).textContent()) ?? ''];
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press('ArrowRight');
    await expect(window(page)).not.toHaveText(seen[i]);
    seen.push((await window(page).textContent()) ?? '');
    if (i === 1) await expect(page.getByTestId('summary')).toContainText(`${mastung?.killed_best} killed`);
  }
  expect(seen[2]).toBe('30 Aug – 29 Sep 2023');
  expect(seen[8]).toBe('29 Feb – 29 Mar 2024');
  await expect(page).toHaveURL(/t=2024-03-30/);
  await page.reload();
  await expect(window(page)).toHaveText(seen[9]);
  for (let i = 8; i >= 0; i--) {
    await page.keyboard.press('ArrowLeft');
    await expect(window(page)).toHaveText(seen[i]);
  }
});

test('keys stay with the field that has the focus', async ({ page }) => {
  await open(page);
  await choice(page, 'Step').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await expect(window(page)).toHaveText('1 Jan – 31 Dec 2025');
});

test('letters mean the same while a thumb has the focus, which keeps its own keys', async ({ page }) => {
  await open(page);
  await end(page).focus();
  await page.keyboard.press('f');
  await expect(page.getByTestId('filter-count')).toBeVisible();
  await end(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(window(page)).toHaveText('1 Jan – 30 Dec 2025');
  await page.keyboard.press('f');
  await expect(page.getByTestId('filter-count')).toBeHidden();
});

test('after a click on the map arrows do what the buttons say, and with Ctrl they move the map', async ({ page }) => {
  await open(page, 't=2025-01-01/2025-12-31&map=6.00/34.0000/71.0000');
  const canvas = page.locator('canvas.maplibregl-canvas');
  const mapIn = () => /map=([^&]*)/.exec(new URL(page.url()).hash)?.[1];
  // inner Afghanistan: no district, no incident, no panel
  await canvas.click({ position: { x: 350, y: 130 } });
  await expect(canvas).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(window(page)).toHaveText('1 Feb 2025 – 31 Jan 2026');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(window(page)).toHaveText('1 Apr 2024 – 31 Mar 2025');
  await expect(page).toHaveURL(/t=2024-04-01/);
  expect(mapIn()).toBe('6.00/34.0000/71.0000');

  await page.keyboard.press('Control+ArrowRight');
  // 100 pixels at zoom 6 are 100 / (512 · 2⁶) of the way round the world: 1.0986°
  await expect.poll(mapIn).toBe('6.00/34.0000/72.0986');
  await page.keyboard.press('+');
  await expect.poll(mapIn).toBe('7.00/34.0000/72.0986');
  await expect(window(page)).toHaveText('1 Apr 2024 – 31 Mar 2025');
});

test('Escape closes the innermost first, and gives the focus back', async ({ page }) => {
  await open(page, 't=2025-10-08/2026-06-30&phase=escalation&panel=list&incident=PKAF-0250');
  const card = page.getByTestId('phase-card');
  await expect(card).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByLabel('Latitude')).toBeVisible();
  const dates = control(page, 'Type the dates');
  await dates.click();
  await expect(page.getByLabel('From', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dates).toBeFocused();
  await expect(dates).toHaveAttribute('aria-expanded', 'false');
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page.getByLabel('Latitude')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Latitude')).toBeHidden();
  await expect(page.getByTestId('incident')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('incident')).toBeHidden();
  await expect(page.getByTestId('list-count')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('list-count')).toBeHidden();
});

test('Escape in a field that is typed in closes nothing around it', async ({ page }) => {
  await open(page, 'panel=filters');
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('wana');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('filter-count')).toBeVisible();
});

test('loop goes round, without it playing stops at the end', async ({ page }) => {
  await open(page, 't=2026-05-01/2026-05-31');
  await choice(page, 'Speed').selectOption('16 a second');
  await page.getByTestId('play').click();
  await expect(control(page, PLAY)).toBeVisible();
  await expect(window(page)).toHaveText('1–30 Jun 2026');
  await page.keyboard.press('ArrowLeft');
  await expect(window(page)).toHaveText('1–31 May 2026');
  await control(page, 'Loop').click();
  await page.getByTestId('play').click();
  await expect(window(page)).toHaveText(/200\d/);
  await expect(control(page, PAUSE)).toBeVisible();
});

test('a thumb moves by exact days with the keyboard and by whole steps with the mouse', async ({ page }) => {
  await open(page);
  await end(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(window(page)).toHaveText('1 Jan – 30 Dec 2025');
  await expect(end(page)).toHaveAttribute('aria-valuetext', '30 Dec 2025');
  await page.keyboard.press('PageDown');
  await expect(window(page)).toHaveText('1 Jan – 30 Nov 2025');
  await start(page).focus();
  await page.keyboard.press('End');
  await expect(window(page)).toHaveText('30 Nov 2025');

  await open(page, 't=2015-01-01/2015-12-31');
  await page.reload();
  const grip = await page.locator('.grip.start').boundingBox();
  if (!grip) throw new Error('the thumb has no box');
  await page.mouse.move(grip.x + 6, grip.y + 12);
  await page.mouse.down();
  await page.mouse.move(grip.x - 200, grip.y + 12, { steps: 5 });
  await page.mouse.up();
  await expect(window(page)).toHaveText(/^1 [A-Z][a-z]{2} 201[01] – 31 Dec 2015$/);
});

/** The grips as they are seen. */
async function gripBox(page: Page, which: 'start' | 'end') {
  const box = await page.locator(`.grip.${which}`).boundingBox();
  if (!box) throw new Error('the grip has no box');
  return box;
}

/** What is under a place: the grip's side, or that it is none. */
const gripUnder = (page: Page, x: number, y: number) =>
  page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.className.match(/grip (start|end)/)?.[1], [x, y]);

test('what is seen of a thumb is what is taken hold of, and a touch alone does not move it @both', async ({
  page,
  isMobile,
}) => {
  await open(page, 't=2010-01-01/2015-12-31');
  for (const which of ['start', 'end'] as const) {
    const { x, y, width, height } = await gripBox(page, which);
    for (const [dx, dy] of [
      [3, 3],
      [width - 3, height - 3],
      [width / 2, height / 2],
    ])
      expect(await gripUnder(page, x + dx, y + dy)).toBe(which);
    for (const dx of [-2, width + 2]) expect(await gripUnder(page, x + dx, y + height / 2)).toBeUndefined();
    for (const part of [0.1, 0.5, 0.9]) {
      if (isMobile) await page.touchscreen.tap(x + width * part, y + height / 2);
      else await page.mouse.click(x + width * part, y + height / 2);
    }
  }
  await expect(window(page)).toHaveText('1 Jan 2010 – 31 Dec 2015');
});

test('a thumb goes with the pointer from where it was taken hold of @both', async ({ page, isMobile }) => {
  await open(page, 't=2010-01-01/2015-12-31&step=year');
  const plot = await page.getByTestId('plot').boundingBox();
  if (!plot) throw new Error('the histogram has no box');
  // from 1 March 2004 to 30 June 2026
  const year = plot.width / 22.33;
  const pull = async (which: 'start' | 'end', part: number, years: number) => {
    const { x, y, width, height } = await gripBox(page, which);
    const [from, to, at] = [x + width * part, x + width * part + years * year, y + height / 2];
    if (!isMobile) {
      await page.mouse.move(from, at);
      await page.mouse.down();
      await page.mouse.move((from + to) / 2, at);
      await page.mouse.move(to, at);
      await page.mouse.up();
      return;
    }
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints });
    await send('touchStart', [{ x: from, y: at }]);
    await send('touchMove', [{ x: (from + to) / 2, y: at }]);
    await send('touchMove', [{ x: to, y: at }]);
    await send('touchEnd', []);
  };
  await pull('start', 0.1, 2);
  await expect(window(page)).toHaveText('1 Jan 2012 – 31 Dec 2015');
  await pull('end', 0.9, 3);
  await expect(window(page)).toHaveText('1 Jan 2012 – 31 Dec 2018');
  await pull('start', 0.9, -4);
  await expect(window(page)).toHaveText('1 Jan 2008 – 31 Dec 2018');
});

test('a small pull never takes a thumb the other way', async ({ page }) => {
  // by month from the 20th: the next month's edge is nearer than its own
  await open(page, 't=2012-05-20/2015-12-31');
  const { x, y } = await gripBox(page, 'start');
  await page.mouse.move(x + 3, y + 12);
  await page.mouse.down();
  await page.mouse.move(x - 2, y + 12);
  await page.mouse.up();
  await expect(window(page)).toHaveText(/^1 (Apr|May) 2012 – 31 Dec 2015$/);
});

/** The labels along the axis. */
const axisLabels = (page: Page) => page.getByTestId('axis').locator('span').allTextContents();

test('the wheel, a drag over the years and keys zoom the timeline; a button shows the whole again', async ({
  page,
}) => {
  await open(page, '');
  const whole = await axisLabels(page);
  const all = await counted(page);
  expect(whole).toContain('2015');
  const axis = await page.getByTestId('axis').boundingBox();
  if (!axis) throw new Error('the axis has no box');
  const back = control(page, 'Whole timeline');
  await expect(back).toHaveCount(0);

  // the wheel, over 2015
  const x2015 = axis.x + (axis.width * (2015.5 - 2004.167)) / (2026.5 - 2004.167);
  await page.mouse.move(x2015, axis.y - 20);
  await page.mouse.wheel(0, -600);
  await page.mouse.wheel(0, -600);
  await expect(back).toBeVisible();
  await expect.poll(() => counted(page)).toBeLessThan(all);
  await expect.poll(() => axisLabels(page)).not.toEqual(whole);
  await expect(window(page)).toHaveText('1 Mar 2004 – 30 Jun 2026');
  await expect(page).toHaveURL(/axis=20/);
  await page.reload();
  await expect(back).toBeVisible();
  await back.click();
  await expect.poll(() => axisLabels(page)).toEqual(whole);
  await expect(back).toHaveCount(0);

  // a drag over the years
  await page.mouse.move(x2015, axis.y + 8);
  await page.mouse.down();
  await page.mouse.move(x2015 + 20, axis.y + 8);
  await page.mouse.move(x2015 + 60, axis.y + 8);
  await page.mouse.up();
  await expect.poll(async () => (await axisLabels(page)).join()).toMatch(/^[A-Z][a-z]{2} 2015,.*2016/);
  await expect(window(page)).toHaveText('1 Mar 2004 – 30 Jun 2026');

  // keys, wherever the focus is but in a field
  await page.keyboard.press('0');
  await expect.poll(() => axisLabels(page)).toEqual(whole);
  await page.keyboard.press('z');
  await expect(back).toBeVisible();
  await page.keyboard.press('x');
  await expect(back).toHaveCount(0);
});

test('a zoomed timeline follows what is played', async ({ page }) => {
  await open(page, 't=2015-01-01/2015-01-31&axis=2015-01-01/2015-03-31');
  expect((await axisLabels(page))[0]).toMatch(/ 2015$/);
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect(window(page)).toHaveText('1–31 May 2015');
  const plot = await page.getByTestId('plot').boundingBox();
  const { x, width } = await gripBox(page, 'start');
  expect(x + width).toBeGreaterThanOrEqual(plot?.x ?? 0);
  await expect(page).toHaveURL(/axis=2015-0[4-6]/);
});

test('a window out of sight is pointed at, and brought in sight @both', async ({ page }) => {
  await open(page, 't=2020-01-01/2020-12-31&axis=2015-01-01/2016-12-31');
  expect(await page.locator('.grip:visible').count()).toBe(0);
  await control(page, 'The window is later: go to it').click();
  await expect.poll(() => axisLabels(page)).toContain('2020');
  await expect(page.locator('.grip:visible')).toHaveCount(2);
  await expect(control(page, 'The window is later: go to it')).toHaveCount(0);
  await expect(window(page)).toHaveText('1 Jan – 31 Dec 2020');
  await open(page, 't=2010-01-01/2010-12-31&axis=2015-01-01/2016-12-31');
  await expect(control(page, 'The window is earlier: go to it')).toBeVisible();
});

test('the timeline keeps its height while fingers zoom it @phone', async ({ page }) => {
  await open(page, '');
  const height = async () => (await page.getByRole('group', { name: 'Timeline' }).boundingBox())?.height;
  const whole = await height();
  await control(page, 'Nearer on the timeline (Z)').click();
  await expect(control(page, 'Whole timeline')).toBeVisible();
  expect(await height()).toBe(whole);
});

test('the wheel over a panel scrolls the panel and zooms nothing', async ({ page }) => {
  await open(page, 'panel=list');
  const rows = page.getByRole('grid', { name: 'Incidents' }).getByRole('rowgroup').nth(1);
  const before = await axisLabels(page);
  await rows.hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(() => rows.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  expect(await axisLabels(page)).toEqual(before);
});

test('an axis of a month, or of a day, says when it is @both', async ({ page }) => {
  await open(page, 'axis=2025-10-01/2025-10-31');
  expect((await axisLabels(page)).join()).toMatch(/^\d+ Oct 2025,.*\d+ Oct/);
  await open(page, 'axis=2025-10-09/2025-10-09');
  await page.reload();
  await expect.poll(() => axisLabels(page)).toEqual(['9 Oct 2025']);
});

test('two fingers zoom the timeline, and move no window @phone', async ({ page }) => {
  await open(page, 't=2010-01-01/2015-12-31');
  const box = await page.getByTestId('plot').boundingBox();
  if (!box) throw new Error('the histogram has no box');
  const [y, middle] = [box.y + 8, box.x + box.width / 2];
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', places: number[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((x, id) => ({ x, y, id })) });
  await send('touchStart', [middle - 20]);
  await send('touchStart', [middle - 20, middle + 20]);
  await send('touchMove', [middle - 50, middle + 50]);
  await send('touchMove', [middle - 80, middle + 80]);
  await send('touchEnd', []);
  await expect(control(page, 'Whole timeline')).toBeVisible();
  await expect(window(page)).toHaveText('1 Jan 2010 – 31 Dec 2015');
  await expect(page).toHaveURL(/axis=201/);
});

test('a lone far day is pointed out and can be left out; days from 1800 on are read', async ({ page }) => {
  await open(page, 'panel=data');
  const rows = ['1893-11-12', '2020-01-05', '2020-02-05'].map((day) => `${day},34.1,71.1,1`);
  const buffer = Buffer.from(`date,latitude,longitude,killed\n${rows.join('\n')}\n`);
  await page.getByTestId('file').setInputFiles({ name: 'treaty.csv', mimeType: 'text/csv', buffer });
  const far = page.getByTestId('far');
  await expect(far).toContainText('Far from the rest in time: 1 incident, 12 Nov 1893.');
  await expect(window(page)).toHaveText('1 Nov 1893 – 30 Jun 2026');
  await control(page, 'Leave out').click();
  await expect(window(page)).toHaveText('1 Mar 2004 – 30 Jun 2026');
  await expect(far).toContainText('Left out');
  await expect(page).toHaveURL(/far=0/);
  await control(page, 'Take in again').click();
  await expect(window(page)).toHaveText('1 Nov 1893 – 30 Jun 2026');
});

test('dragging the middle moves the window, dragging elsewhere draws one', async ({ page }) => {
  await open(page, 't=2010-01-01/2011-12-31');
  const middle = (2011 - 2004.17) / (2026.5 - 2004.17);
  await dragOnPlot(page, middle, middle + 0.2);
  await expect(window(page)).toHaveText(/^1 [A-Z][a-z]{2} 201[45] – \d+ [A-Z][a-z]{2} 201[67]$/);
  await dragOnPlot(page, 0.1, 0.2);
  await expect(window(page)).toHaveText(/^1 [A-Z][a-z]{2} 2006 – \d+ [A-Z][a-z]{2} 2008$/);
});

test('modes: one step, from the start, to the end', async ({ page }) => {
  await open(page);
  await choice(page, 'Mode').selectOption('One step');
  await expect(window(page)).toHaveText('1–31 Jan 2025');
  await expect(end(page)).toHaveCount(0);
  await choice(page, 'Mode').selectOption('From the start');
  await expect(window(page)).toHaveText('1 Mar 2004 – 31 Dec 2025');
  await expect(start(page)).toHaveCount(0);
  await choice(page, 'Mode').selectOption('To the end');
  await expect(window(page)).toHaveText('1 Jan 2025 – 30 Jun 2026');
});

test('dates can be typed; dates in the wrong order are refused', async ({ page }) => {
  await open(page);
  await control(page, 'Type the dates').click();
  await page.getByLabel('From', { exact: true }).fill('2014-06-15');
  await page.getByLabel('To', { exact: true }).fill('2014-06-01');
  await control(page, 'Show').click();
  await expect(page.getByRole('alert')).toHaveText('The first day must not be after the last.');
  await page.getByLabel('To', { exact: true }).fill('2014-12-16');
  await page.keyboard.press('Enter');
  await expect(window(page)).toHaveText('15 Jun – 16 Dec 2014');
});

test('a phase sets the window, shows its sentence with sources, and moves the map', async ({ page }) => {
  await open(page, '');
  await page
    .getByRole('list', { name: 'Phases of the conflict' })
    .getByRole('button', { name: /Escalation/ })
    .click();
  await expect(window(page)).toHaveText(/^8 Oct 2025 – /);
  const card = page.getByTestId('phase-card');
  await expect(card).toBeVisible();
  await expect(card.getByRole('link').first()).toHaveAttribute('rel', /noopener/);
  await expect(page).toHaveURL(/map=/);
  await page.keyboard.press('ArrowLeft');
  await expect(card).toBeHidden();
});

test('a phase comes back from its link, with its card and its button', async ({ page }) => {
  await open(page, 't=2025-10-08/2026-06-30&phase=escalation');
  const button = page.getByRole('list', { name: 'Phases of the conflict' }).getByRole('button', { name: /Escalation/ });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  // its band is too short for its name, which stands before it
  await expect(button).toHaveText('Escalation');
  await expect(page.getByTestId('phase-card')).toBeVisible();
});

test('deaths that are not known never read as 0', async ({ page }) => {
  await open(page, 't=2004-04-01/2004-04-30');
  await expect(page.getByTestId('summary')).toHaveText(/^1 incident, 1–30 Apr 2004; killed not known$/);
});

test('a link that asks for what cannot be, or names what is not in the data, says so', async ({ page }) => {
  await open(page, 'deaths=30..20');
  await expect(page.getByText('A part of the link could not be read: deaths=30..20.')).toBeVisible();
  await open(page, 'districts=atlantis&phase=never&t=1990-01-01/1990-12-31');
  for (const missing of ['a district that is not in the data: atlantis', 'a phase that is not in the data: never'])
    await expect(page.getByText(`The link names ${missing}.`)).toBeVisible(); // all in one notice
  await expect(page.getByText('a time that is not in the data: 1 Jan – 31 Dec 1990.')).toBeVisible();
  await expect(window(page)).toHaveText('1 Mar 2004 – 30 Jun 2026');
});

test('the histogram follows a filter, and says the figures of a bin', async ({ page }) => {
  await open(page, '');
  const all = await counted(page);
  await open(page, 'types=airstrike');
  await page.reload();
  await expect(page.getByTestId('histogram')).toHaveAttribute('width', /[1-9]/);
  const some = await counted(page);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  const box = await page.getByTestId('plot').boundingBox();
  if (!box) throw new Error('the histogram has no box');
  // the middle of October 2025
  await page.mouse.move(box.x + (box.width * (2025.79 - 2004.167)) / (2026.5 - 2004.167), box.y + 20);
  await expect(page.getByTestId('bin-figures')).toContainText(/^Oct 2025: \d+ incidents\s*State force \d+/);
});

test('annual totals lie under the histogram with their note and sources', async ({ page }) => {
  await open(page, '');
  await choice(page, 'Annual totals').selectOption('CRSS – KP violence-linked fatalities (deaths only)');
  await expect(page.getByTestId('totals-hint')).toContainText('no figure for events');
  await choice(page, 'Bars').selectOption('Deaths');
  await expect(page.getByTestId('totals-hint')).toContainText('up to 2,331 deaths');
  await control(page, 'About these totals').click();
  const card = page.getByTestId('totals-card');
  await expect(card.getByRole('row', { name: /^2025/ })).toContainText('2,331');
  await expect(card.getByRole('link', { name: 'Page for 2025' })).toHaveAttribute('target', '_blank');
  await expect(page).toHaveURL(/totals=CRSS/);
});

test('on a phone the further controls are behind “More”, and nothing overflows @phone', async ({ page }) => {
  await open(page, '');
  await expect(choice(page, 'Mode')).toBeHidden();
  await control(page, 'More').click();
  await choice(page, 'Phase').selectOption('Operations');
  await expect(page.getByTestId('phase-card')).toBeVisible();
  await expect(choice(page, 'Mode')).toBeHidden();
  expect(await page.locator('footer').evaluate((footer) => footer.scrollWidth - footer.clientWidth)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const thumb = await start(page).boundingBox();
  expect(thumb?.height).toBeGreaterThanOrEqual(44);
});
