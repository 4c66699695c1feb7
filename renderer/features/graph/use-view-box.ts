/** Which part of the canvas is in view, in the pixels that its transform gives. Mafs itself tells its children of whole panes only. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Box } from './place-labels.ts';

/** @param anchor anything drawn on the canvas; @returns null before the first drawing */
export function useViewBox(anchor: RefObject<SVGElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);

  useLayoutEffect(() => {
    const canvas = anchor.current?.ownerSVGElement ?? null;
    if (canvas === null) return;
    const look = () => {
      const { x, y, width, height } = canvas.viewBox.baseVal;
      setBox({ left: x, right: x + width, top: y, bottom: y + height });
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(canvas, { attributes: true, attributeFilter: ['viewBox'] });
    return () => observer.disconnect();
  }, [anchor]);
  return box;
}
