/**
 * Functions that run inside the page: they watch long tasks and the times between frames, and scroll. Each is sent as
 * text, so none may name anything outside itself. They know nothing of who sends them.
 */

export interface PhaseTimes {
  /** Milliseconds of each main-thread task over 50 ms. */
  longTasks: number[];
  /** Milliseconds between frames, in order. */
  frames: number[];
  /** The frames over 50 ms: all of it, script, style and layout, in milliseconds. */
  slowFrames: { total: number; script: number; layout: number }[];
}

declare global {
  /** Put there by `startWatch`; gives what was seen since it was last asked. */
  var takeTimes: () => PhaseTimes;
  /** How many groups of steps the solution has: the browser's own search, for Playwright's walks all nodes. */
  var groupsShown: () => number;
}

interface ScriptedFrame extends PerformanceEntry {
  readonly styleAndLayoutStart: number;
  readonly scripts: readonly { readonly duration: number }[];
}

export function startWatch(): void {
  let seen: PhaseTimes = { longTasks: [], frames: [], slowFrames: [] };
  const tasks = new PerformanceObserver((list) => addTasks(list.getEntries()));
  tasks.observe({ type: 'longtask' });
  const slow = new PerformanceObserver((list) => addFrames(list.getEntries()));
  slow.observe({ type: 'long-animation-frame' });
  function addTasks(entries: PerformanceEntry[]): void {
    seen.longTasks.push(...entries.map(({ duration }) => duration));
  }
  function addFrames(entries: PerformanceEntry[]): void {
    for (const entry of entries as ScriptedFrame[]) {
      const script = entry.scripts.reduce((sum, { duration }) => sum + duration, 0);
      const layout = entry.styleAndLayoutStart === 0 ? 0 : entry.startTime + entry.duration - entry.styleAndLayoutStart;
      seen.slowFrames.push({ total: entry.duration, script, layout });
    }
  }
  let last = performance.now();
  const frame = (now: number) => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  globalThis.groupsShown = () => document.querySelector('.steps')?.childElementCount ?? 0;
  globalThis.takeTimes = () => {
    addTasks(tasks.takeRecords());
    addFrames(slow.takeRecords());
    const taken = seen;
    seen = { longTasks: [], frames: [], slowFrames: [] };
    return taken;
  };
}

/** Scrolls the solution up and down, 60 pixels a frame, for so many milliseconds. @returns the pixels scrolled */
export async function scrollFor(milliseconds: number): Promise<number> {
  let scroller = document.querySelector('#solution');
  while (scroller !== null && !['auto', 'scroll'].includes(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement;
  const box = scroller ?? document.documentElement;
  const until = performance.now() + milliseconds;
  let direction = 1;
  let scrolled = 0;
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    const before = box.scrollTop;
    box.scrollTop = before + 60 * direction;
    scrolled += Math.abs(box.scrollTop - before);
    if (box.scrollTop === before) direction = -direction;
  }
  return scrolled;
}
