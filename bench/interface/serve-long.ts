/** The web shell over the long host, with its data in a folder of its own. Knows nothing of browsers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '#app/backend/backend.ts';
import { RENDERER_DIR } from '#app/backend/paths.ts';
import { PLAIN_CHECKER } from '#app/testing/plain-checker.ts';
import { startWebShell } from '#app/web/web-shell.ts';
import { LONG_TOKENS, longHost } from './long-host.ts';

/** @returns the address, good for one launch, and what ends it all */
export async function serveLong(samples: number): Promise<{ url: string; close(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  const backend = await createBackend({
    dataDir,
    modelDir: '',
    backend: 'cpu',
    slots: samples,
    spawn: longHost,
    checker: PLAIN_CHECKER,
  });
  await backend.handle('settings.set', { solve: { samples, maxTokens: LONG_TOKENS, stopEarly: false } });
  const shell = await startWebShell({ backend, rendererDir: RENDERER_DIR, port: 0 });
  return {
    url: shell.url,
    async close() {
      await shell.close();
      await backend.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
