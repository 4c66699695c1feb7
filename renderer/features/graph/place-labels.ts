/** Where the names of points go so that none lies on another, on a point or outside the picture. Pixels; pure. */

export type Side = 'n' | 's' | 'e' | 'w';

export interface Label {
  /** Pixels to the right and downwards, from wherever the view is measured too. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Rough size of a character of the label's face, in pixels. */
const CHARACTER = 6.4;
const LINE = 15;
/** From the point to the middle of its name, upwards and sideways. */
export const DISTANCE = 14;
export const GAP = 9;
const SIDES: readonly Side[] = ['n', 's', 'e', 'w'];

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The side for each label, in the order given: earlier ones choose first; null where there is no room.
 * @param view what is in view; null: everything
 */
export function placeLabels(
  labels: readonly Label[],
  points: readonly Omit<Label, 'text'>[],
  view: Box | null = null,
): (Side | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  return labels.map((label) => {
    const side = SIDES.find((each) => {
      const name = boxOf(label, each);
      return (view === null || within(name, view)) && taken.every((box) => !overlap(name, box));
    });
    if (side === undefined) return null;
    taken.push(boxOf(label, side));
    return side;
  });
}

function boxOf({ x, y, text }: Label, side: Side): Box {
  const width = text.length * CHARACTER;
  const middleY = side === 'n' ? y - DISTANCE : side === 's' ? y + DISTANCE : y;
  const left = side === 'e' ? x + GAP : side === 'w' ? x - GAP - width : x - width / 2;
  return { left, right: left + width, top: middleY - LINE / 2, bottom: middleY + LINE / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function within(inner: Box, outer: Box): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}
