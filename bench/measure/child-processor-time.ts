/** Processor time that another process has taken, from Linux's own account of it. Elsewhere there is none to read. */
import { readFileSync } from 'node:fs';

export interface ProcessorTime {
  /** Of all threads, in ms: in ticks of 10 ms. */
  readonly allMs: number;
  /** Of the main thread, in ms. */
  readonly mainMs: number;
}

/** null where the system does not tell, or the process has ended. */
export function processorTimeOf(pid: number | undefined): ProcessorTime | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    // proc_pid_stat(5): fields 14 and 15, counted from behind the name, which may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const mainNs = Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]);
    return { allMs: (Number(stat[11]) + Number(stat[12])) * 10, mainMs: mainNs / 1e6 };
  } catch {
    return null;
  }
}
