import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../../../scripts/serve.mjs';

it('serves nothing from outside its folder through a link, and no error for links that go round', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'durand-serve-'));
  const root = join(folder, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  mkdirSync(join(root, 'own'));
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(root, 'own.html'), 'own');
  symlinkSync(join(folder, 'secret.html'), join(root, 'sub', 'index.html'));
  symlinkSync(join(root, 'own.html'), join(root, 'own', 'index.html'));
  symlinkSync(join(root, 'b'), join(root, 'a'));
  symlinkSync(join(root, 'a'), join(root, 'b'));
  const running = await serve({ root });
  try {
    const status = async (path: string) => (await fetch(new URL(path, running.url))).status;
    expect(await Promise.all(['own/', 'sub/', 'sub/index.html', 'a'].map(status))).toEqual([200, 404, 404, 404]);
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 20_000);
