/** Tells which steps are in view, once a frame at most, as the page scrolls, is resized or grows. */
import { type RefObject, useEffect, useRef } from 'react';
import { GROUP_SIZE } from '../sparse/chunk.ts';
import { SCROLLER } from '../sparse/scroller.ts';
import { type VisibleSteps, visibleSteps } from './visible-steps.ts';

export function useViewOf(list: RefObject<HTMLElement | null>, count: number, tell: (view: VisibleSteps) => void): void {
  const latest = useRef({ count, tell });
  latest.current = { count, tell };
  const look = useRef(() => {});

  useEffect(() => {
    const scroller = list.current?.closest(SCROLLER);
    if (!scroller) return;
    let asked = 0;
    const measure = () => {
      asked = 0;
      const { count: steps, tell: report } = latest.current;
      if (list.current !== null) report(visibleSteps(list.current, scroller, GROUP_SIZE, steps));
    };
    look.current = () => {
      if (asked === 0) asked = requestAnimationFrame(measure);
    };
    const resized = new ResizeObserver(look.current);
    resized.observe(scroller);
    scroller.addEventListener('scroll', look.current, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      resized.disconnect();
      scroller.removeEventListener('scroll', look.current);
    };
  }, [list]);

  // More steps: the same window shows another part of them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count is what it waits for.
  useEffect(() => look.current(), [count]);
}
