/**
 * Cuts a growing list of steps into groups that stay the same objects while their steps do, so that a new step touches
 * one group and not thousands of cards.
 */
import type { StepRecord } from '#app/protocol/solve.ts';

/** Few enough that a group is drawn well within a frame, many enough that thousands of steps are some hundred groups. */
export const GROUP_SIZE = 16;

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
