/** Lets a long list appear a screenful a frame, so that opening thousands of steps never holds up the page. */
import { useEffect, useState } from 'react';

/** Steps added each frame: typesetting one takes about half a millisecond. */
const STEPS_A_FRAME = 32;

/** @returns how many of `count` to draw now */
export function useGradualCount(count: number): number {
  const [drawn, setDrawn] = useState(STEPS_A_FRAME);

  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + STEPS_A_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);

  return Math.min(drawn, count);
}
