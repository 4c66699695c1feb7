/**
 * Whether a group of a list is to be drawn, and how high it was when it last was: what is far from the part that the scroller
 * shows need not be, but its room stays. Groups are drawn one a frame.
 */
import { type RefObject, useEffect, useState } from 'react';
import { takeTurn } from './frame-turns.ts';
import { SCROLLER } from './scroller.ts';

/** About a window's height either way: scrolling meets what is drawn already. */
const MARGIN = '800px 0px';

/** near: only the groups near the window are drawn; all: each in its turn; now: all at once, as for paper. */
export type Drawing = 'near' | 'all' | 'now';

interface Drawn {
  readonly drawn: boolean;
  /** In CSS pixels; null before it was ever far. */
  readonly height: number | null;
}

/** @param atOnce whether it begins as drawn, without waiting for its turn */
export function useDrawn(element: RefObject<HTMLElement | null>, drawing: Drawing, atOnce: boolean): Drawn {
  const [state, setState] = useState<Drawn>({ drawn: atOnce, height: null });

  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const draw = () => takeTurn(() => setState(shown));
    if (drawing !== 'near') return draw();
    let giveUp = () => {};
    const observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, boundingClientRect } = entries[entries.length - 1];
        giveUp();
        if (isIntersecting) giveUp = draw();
        // What holds the focus stays, so that the keyboard goes on from there.
        else if (!target.contains(document.activeElement)) setState((before) => left(before, boundingClientRect.height));
      },
      { root: target.closest(SCROLLER), rootMargin: MARGIN },
    );
    observer.observe(target);
    return () => {
      observer.disconnect();
      giveUp();
    };
  }, [element, drawing]);

  return drawing === 'now' ? shown(state) : state;
}

const shown = (before: Drawn): Drawn => (before.drawn ? before : { ...before, drawn: true });
const left = (before: Drawn, height: number): Drawn => (before.drawn ? { drawn: false, height } : before);
