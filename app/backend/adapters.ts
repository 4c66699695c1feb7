/** Asks the graphics drivers what they offer, in a process of its own: a driver may crash when it is asked. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { PRODUCT_ROOT } from './paths.ts';

/** A driver that takes longer to say what it offers hangs. */
const TIMEOUT_MS = 20_000;
const ENTRY = join(PRODUCT_ROOT, 'app/engine-host/list-adapters.ts');

export interface FoundAdapter {
  readonly name: string;
  readonly usable: boolean;
}

/** @returns what each adapter offers, or why that cannot be said */
export function askAdapters(): Promise<readonly FoundAdapter[] | { readonly problem: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ENTRY], { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' }, (error, stdout) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        resolve({ problem: `The graphics drivers could not be asked: ${error?.message ?? 'no answer'}` });
      }
    });
  });
}
