import { expect, test } from './setup.ts';

test('the page opens under its content policy', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(response?.headers()['content-security-policy']).not.toContain('unsafe');
  await expect(page).toHaveTitle(/Durand Map/);
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    /script-src 'self'/,
  );
  await expect(page.locator('#app')).not.toBeEmpty();
});

test('the watch sees a page error, a console error, a policy breach and a request to another host', async ({
  page,
  complaints,
}) => {
  await page.goto('/');
  await page.evaluate(async () => {
    console.error('on purpose');
    setTimeout(() => {
      throw new Error('thrown on purpose');
    });
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red"></p>');
    await fetch('http://192.0.2.1/').catch(() => undefined);
  });
  await page.route('http://192.0.2.1/**', (route) => route.abort());
  await page.goto('http://192.0.2.1/').catch(() => undefined);
  const kinds = [
    'console error: on purpose',
    'page error',
    'policy breach: style-src',
    'policy breach: connect-src',
    'request to another host: http://192.0.2.1/',
  ];
  for (const kind of kinds)
    await expect.poll(() => complaints.some((text) => text.startsWith(kind)), { message: kind }).toBe(true);
  complaints.length = 0;
});

test('the server serves only what is built', async ({ request }) => {
  expect((await request.get('/no-such-file.js')).status()).toBe(404);
  expect((await request.get('/%2e%2e%2fpackage.json')).status()).toBe(404);
  expect((await request.get('/..%2fpackage.json')).status()).toBe(404);
  expect((await request.get('/%E0%A4%A')).status()).toBe(400);
  expect((await request.post('/')).status()).toBe(405);
  const head = await request.head('/');
  expect(head.status()).toBe(200);
  expect(head.headers()['x-content-type-options']).toBe('nosniff');
  expect(head.headers()['referrer-policy']).toBe('no-referrer');
});
