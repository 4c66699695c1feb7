/**
 * The tasks of a page's main thread by the processor time each took, from Chromium's own trace: on a busy machine wall
 * time counts the waiting for a core too. Knows no page.
 */
import type { Browser, CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Wall time and processor time, in microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** One pass of Chromium's loop through a thread's tasks: a task of the page or a step of drawing it. */
const TASK = 'ThreadControllerImpl::RunTask';
const MAIN_THREAD = 'CrRendererMain';

export interface TaskTrace {
  /** Ends the trace. @returns the processor time of each main-thread task, in milliseconds */
  stop(): Promise<number[]>;
}

export async function traceTasks(browser: Browser): Promise<TaskTrace> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[]).filter(isWanted)));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: ['toplevel', '__metadata'], excludedCategories: ['*'] },
  });
  return {
    async stop() {
      await ended(session);
      await session.detach();
      return mainThreadTasks(events);
    },
  };
}

function ended(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve());
    session.send('Tracing.end').catch(reject);
  });
}

const isWanted = ({ name }: TraceEvent): boolean => name === TASK || name === 'thread_name';

function mainThreadTasks(events: readonly TraceEvent[]): number[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD).map((event) => threadOf(event)),
  );
  return events.flatMap((event) =>
    event.name === TASK && event.tdur !== undefined && main.has(threadOf(event)) ? [event.tdur / 1000] : [],
  );
}
