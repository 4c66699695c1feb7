/** Frames, and what waits for the task after one, that only the test lets come; for the environment of happy-dom. */
import { act } from 'react';
import { vi } from 'vitest';

/** @returns lets so many frames come */
export function holdFrames(): (count: number) => void {
  let waiting = new Map<number, () => void>();
  let asked = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    waiting.set(++asked, run);
    return asked;
  });
  vi.stubGlobal('setTimeout', (run: () => void) => run());
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
  return (count) => {
    for (let passed = 0; passed < count; passed++) {
      const due = waiting;
      waiting = new Map();
      act(() => {
        for (const run of due.values()) run();
      });
    }
  };
}
