/**
 * Cuts a growing list of steps into groups that stay the same objects while their steps do, so that a new step touches
 * one group and not thousands of cards.
 */
import type { StepRecord } from '#app/protocol/solve.ts';

/** Thousands of steps are then some dozens of groups, which the browser looks at in every frame. */
export const GROUP_SIZE = 32;

export type StepGroups = readonly (readonly StepRecord[])[];

/** @param previous what this returned before, whose unchanged groups are used again */
export function chunkSteps(steps: readonly StepRecord[], previous: StepGroups = []): StepGroups {
  const groups: (readonly StepRecord[])[] = [];
  for (let from = 0; from < steps.length; from += GROUP_SIZE) {
    const known = previous[groups.length];
    const size = Math.min(GROUP_SIZE, steps.length - from);
    const unchanged = known?.length === size && known.every((step, place) => step === steps[from + place]);
    groups.push(unchanged ? known : steps.slice(from, from + size));
  }
  return groups;
}
