/**
 * The backend of the desktop app, in a process of its own on the pinned Node: Electron's Node runs no TypeScript and need
 * not have the same SQLite, and so the very backend that the tests ran is the one that ships. It speaks the frames of
 * `app/protocol/calls.ts` over Node IPC and ends with its parent.
 */
import { createBackend } from '#app/backend/backend.ts';
import { errorData } from '#app/backend/error-data.ts';
import { openEventLog } from '#app/backend/event-log.ts';
import { BUNDLED_MODEL_DIR, dataFolder } from '#app/backend/paths.ts';
import { clientFrameSchema, type ServerFrame } from '#app/protocol/calls.ts';

/** Longer than it takes to write what is open; the parent waits no longer either. */
const CLOSE_LIMIT_MS = 1500;

const dataDir = dataFolder();
const backend = await createBackend({ dataDir, modelDir: BUNDLED_MODEL_DIR, backend: 'auto', log: openEventLog(dataDir) });

function send(frame: ServerFrame): void {
  if (process.connected) process.send?.(frame);
}

async function answer(message: unknown): Promise<void> {
  const frame = clientFrameSchema.safeParse(message);
  if (!frame.success) return;
  const { id, call, params } = frame.data;
  try {
    send({ id, result: await backend.handle(call, params) });
  } catch (error) {
    send({ id, error: errorData(error) });
  }
}

backend.subscribe((event) => send({ event }));
process.on('message', answer);
process.on('disconnect', async () => {
  setTimeout(() => process.exit(0), CLOSE_LIMIT_MS);
  await backend.close();
  process.exit(0);
});
// A terminal sends Ctrl-C to the whole group; the parent decides when this process ends.
process.on('SIGINT', () => {});
