/**
 * Which steps a scrolled list shows, without measuring each: its groups are searched by halves and a place within a group
 * is estimated by its height. Knows elements, not records.
 */

export interface VisibleSteps {
  /** Place of the first step in view, with the part of it that is scrolled past. */
  readonly first: number;
  /** Where the last one in view ends, on the same scale. */
  readonly end: number;
}

/** @param list whose children are the groups, `groupSize` steps in each but the last */
export function visibleSteps(list: Element, scroller: Element, groupSize: number, count: number): VisibleSteps {
  const { top, bottom } = scroller.getBoundingClientRect();
  return { first: placeAt(list.children, top, groupSize, count), end: placeAt(list.children, bottom, groupSize, count) };
}

function placeAt(groups: HTMLCollection, y: number, groupSize: number, count: number): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (groups[middle].getBoundingClientRect().bottom <= y) low = middle + 1;
    else high = middle;
  }
  const from = low * groupSize;
  if (low === groups.length) return count;
  const { top, height } = groups[low].getBoundingClientRect();
  const size = Math.max(0, Math.min(groupSize, count - from));
  const part = height === 0 ? 0 : Math.min(1, Math.max(0, (y - top) / height));
  return Math.min(count, from + part * size);
}
