/** Lets a long list appear, and go, a screenful a frame, so that thousands of steps never hold up the page. */
import { useEffect, useState } from 'react';

/** Steps added each frame: typesetting one takes about half a millisecond. */
const STEPS_A_FRAME = 32;
/** Steps removed each frame: one takes less than a tenth of a millisecond. */
const REMOVED_A_FRAME = 128;

/** @param leaving the list goes, down to nothing; @returns how many of `count` to draw now */
export function useGradualCount(count: number, leaving = false): number {
  const [drawn, setDrawn] = useState(STEPS_A_FRAME);

  useEffect(() => {
    if (leaving ? drawn === 0 : drawn >= count) return;
    const next = leaving ? Math.max(0, Math.min(drawn, count) - REMOVED_A_FRAME) : drawn + STEPS_A_FRAME;
    const frame = requestAnimationFrame(() => setDrawn(next));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count, leaving]);

  return Math.min(drawn, count);
}
