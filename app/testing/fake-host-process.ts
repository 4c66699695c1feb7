/** Spawns the clockwork engine host for tests, with the faults it is asked for. */
import { fileURLToPath } from 'node:url';
import { forkHost, type HostProcess } from '#app/backend/host-process.ts';

const ENTRY = fileURLToPath(new URL('./fake-host.ts', import.meta.url));

/** @param faults FAKE_… variables of `fake-host.ts` */
export function spawnFakeHost(faults: Record<string, string> = {}): HostProcess {
  return forkHost(process.execPath, ENTRY, { ...process.env, ...faults });
}
