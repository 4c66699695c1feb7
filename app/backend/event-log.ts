/** A short log of what happened, for bug reports. It holds kinds and numbers, never a problem's text or a token. */
import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One older file is kept beside the current one. */
const MAX_LOG_BYTES = 1 << 20;

export interface EventLog {
  write(event: string, data?: Readonly<Record<string, string | number>>): void;
}

export const SILENT_LOG: EventLog = { write: () => {} };

/** @param folder the data folder; where it cannot be written, nothing is logged */
export function openEventLog(folder: string): EventLog {
  const path = join(folder, 'logs', 'quorum.log');
  return {
    write: (event, data = {}) => {
      try {
        mkdirSync(join(folder, 'logs'), { recursive: true });
        if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
        appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), event, ...data })}\n`);
      } catch {
        // A log that cannot be written must not stop a solve.
      }
    },
  };
}
