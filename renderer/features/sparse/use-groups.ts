/** A list in groups, and which of them are to be drawn. */
import { useRef } from 'react';
import { chunk, type Groups } from './chunk.ts';
import type { Drawing } from './use-drawn.ts';
import { usePrinting } from './use-printing.ts';

/** Longer lists are drawn only near the window: a step has about a hundred nodes. */
const ALL_DRAWN = 64;

interface ListInGroups<Item> {
  /** A group whose items did not change is the same object as before. */
  readonly groups: Groups<Item>;
  readonly drawing: Drawing;
}

export function useGroups<Item>(items: readonly Item[]): ListInGroups<Item> {
  const last = useRef<Groups<Item>>([]);
  const printing = usePrinting();
  const groups = chunk(items, last.current);
  last.current = groups;
  return { groups, drawing: printing ? 'now' : items.length > ALL_DRAWN ? 'near' : 'all' };
}
