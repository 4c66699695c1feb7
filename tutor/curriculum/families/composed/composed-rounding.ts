import type { Decimal } from '../../decimal.ts';
import { entropyInteger } from '../../entropy.ts';
import type { Rng } from '../../rng.ts';
import { lowest } from '../../told/sums.ts';
import { roundTo } from '../arithmetic/rounding.ts';
import { budgetOf, type Composed, composedFamily, deskFor } from './composed-question.ts';

/** Rounding a number that is told first, from millions to seven decimal places. */
export const composedRounding = composedFamily(
  { id: 'composed-rounding', topic: 'number', title: 'Rounding a number told first' },
  make,
);

function make(rng: Rng, level: number): Composed {
  const { entropy, rest } = budgetOf(level, rng);
  const { value, keep } = draw(entropy, rng);
  const target = nameTarget(keep, rng);
  const told = deskFor(rng).decimal(value, rest);
  const ask = rng.chance(0.5) ? `Round \\(${told.name}\\) to ${target}.` : `What is \\(${told.name}\\) rounded to ${target}?`;
  const places = Math.max(value.places, keep);
  const scaled = Math.abs(value.scaled) * 10 ** (places - value.places);
  const solved = roundTo(scaled, places, keep, value.scaled < 0, target);
  return { told: [told], ask, steps: solved.steps, answer: solved.answer };
}

/** Not halfway between two results. */
function draw(entropy: number, rng: Rng): { value: Decimal; keep: number } {
  const keep = rng.int(-6, 7);
  const forResult = 1 + (rng.next() * entropy) / 2;
  const finer = Math.ceil(Math.max(1, entropy - forResult));
  const result = entropyInteger(rng, forResult);
  const half = 10 ** finer / 2 - 1;
  const scaled = result * 10 ** finer + rng.int(-half, half);
  const places = finer + keep;
  const value = places < 0 ? { scaled: scaled * 10 ** -places, places: 0 } : lowest({ scaled, places });
  return { value, keep };
}

const POWERS: readonly string[] = ['ten', 'one hundred', 'one thousand', 'ten thousand', 'one hundred thousand', 'one million'];
const COUNTS: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

function nameTarget(keep: number, rng: Rng): string {
  if (keep < 0) return `the nearest ${rng.chance(0.5) ? POWERS[-keep - 1] : 10 ** -keep}`;
  if (keep === 0 && rng.chance(0.5)) return 'the nearest integer';
  const plural = keep === 1 ? '' : 's';
  return `${rng.chance(0.5) ? COUNTS[keep] : keep} ${rng.chance(0.5) ? 'decimal place' : 'dp'}${plural}`;
}
