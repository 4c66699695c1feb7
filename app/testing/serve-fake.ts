/** The web shell with the clockwork engine, for working on the interface while there is no model: prints its address. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '#app/backend/backend.ts';
import { RENDERER_DIR } from '#app/backend/paths.ts';
import { startWebShell } from '#app/web/web-shell.ts';
import { spawnFakeHost } from './fake-host-process.ts';
import { PLAIN_CHECKER } from './plain-checker.ts';

const backend = await createBackend({
  dataDir: process.env.QUORUM_DATA ?? mkdtempSync(join(tmpdir(), 'quorum-fake-')),
  modelDir: '',
  backend: 'cpu',
  spawn: () => spawnFakeHost({ FAKE_MS_PER_TOKEN: process.env.FAKE_MS_PER_TOKEN ?? '15' }),
  checker: PLAIN_CHECKER,
});
const shell = await startWebShell({ backend, rendererDir: RENDERER_DIR });
process.stdout.write(`${shell.url}\n`);
