/**
 * Cuts a growing list into groups that stay the same objects while their items do, so that a new item touches one group and
 * not thousands of cards.
 */

/** Few enough to be drawn within a frame as they come near, and thousands of steps are then a few hundred groups. */
export const GROUP_SIZE = 6;

export type Groups<Item> = readonly (readonly Item[])[];

/** @param previous what this returned before, whose unchanged groups are used again */
export function chunk<Item>(items: readonly Item[], previous: Groups<Item> = []): Groups<Item> {
  const groups: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += GROUP_SIZE) {
    const known = previous[groups.length];
    const size = Math.min(GROUP_SIZE, items.length - from);
    const unchanged = known?.length === size && known.every((item, place) => item === items[from + place]);
    groups.push(unchanged ? known : items.slice(from, from + size));
  }
  return groups;
}
