import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { BROWSER_FLAGS } from '/work/wt/move/scripts/browser.mjs';
const shots = JSON.parse(process.argv[2]);
const server = spawn('node', ['scripts/serve.mjs', '--port', '0'], { cwd: '/work/wt/move' });
const port = await new Promise((r) => server.stdout.on('data', (d) => { const m = /127\.0\.0\.1:(\d+)/.exec(d); if (m) r(m[1]); }));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: BROWSER_FLAGS });
for (const { name, hash, w = 1280, h = 800, act } of shots) {
  const page = await browser.newPage({ viewport: { width: w, height: h } });
  page.on('pageerror', (e) => console.log(name, 'pageerror', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log(name, 'console', m.text()));
  await page.goto(`http://127.0.0.1:${port}/#${hash}`);
  await page.waitForSelector('html[data-map=painted]', { timeout: 60000 });
  await page.waitForTimeout(2500);
  if (act) { await page.evaluate(act); await page.waitForTimeout(1200); }
  await page.screenshot({ path: `/tmp/move/${name}.png` });
  await page.close();
}
await browser.close();
server.kill();
