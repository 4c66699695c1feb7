/** Brings a step of a list to the middle of the window, though its group may not be drawn yet and has a guessed height. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { GROUP_SIZE } from '../sparse/chunk.ts';

/** A group that comes into view is drawn in the next frame and has its height in the one after. */
const FRAMES = 3;

/** @returns shows the step at a place; a later call ends an earlier one */
export function useShowStep(list: RefObject<HTMLElement | null>): (place: number) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback(
    (place) => {
      const show = (left: number) => {
        showNow(list.current, place);
        if (left > 0) frame.current = requestAnimationFrame(() => show(left - 1));
      };
      cancelAnimationFrame(frame.current);
      show(FRAMES);
    },
    [list],
  );
}

function showNow(list: HTMLElement | null, place: number): void {
  const card = list?.querySelector(`[data-place="${place}"]`);
  (card ?? list?.children[Math.floor(place / GROUP_SIZE)])?.scrollIntoView({ block: 'center' });
}
