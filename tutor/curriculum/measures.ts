/** Lengths in questions: numbers with a unit as learners write them. Answers are plain numbers. */
import type { Rng } from './rng.ts';

const UNITS: readonly string[] = [' cm', ' cm', ' cm', 'cm', 'cm', ' m', ' m', 'm', ' mm', ' km', ' units', ''];

/** One unit kept through a question: "7 cm", "7cm" or plain "7". */
export function lengthWriter(rng: Rng): (length: number | string) => string {
  const unit = rng.pick(UNITS);
  return (length) => `${length}${unit}`;
}
