import { trimDecimal } from '../../decimal.ts';
import { entropyFraction, entropyInteger, shareOut } from '../../entropy.ts';
import { type Rational, rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { type Budget, splitBudget } from '../../told/budget.ts';
import { lowest } from '../../told/sums.ts';
import type { Desk, Told } from '../../told/told.ts';
import { comparePairOf } from '../comparison/compare-pair.ts';
import { CHOICES, type Entry, fraction } from '../comparison/entry.ts';
import { closestOf, hasClearNearest, kthOf, sortOf } from '../comparison/order-statistics.ts';
import { budgetOf, type Composed, composedFamily, deskFor } from './composed-question.ts';

/** A number to compare: 10^-places of a whole number, or a fraction. */
type Value = { readonly scaled: number; readonly places: number } | Rational;

function whole(rng: Rng, entropy: number): Value {
  return { scaled: entropyInteger(rng, entropy), places: 0 };
}

/** Half of them whole, a quarter decimals, a quarter fractions. */
function anyValue(rng: Rng, entropy: number): Value {
  const kind = rng.int(0, 3);
  if (kind <= 1) return whole(rng, entropy);
  if (kind === 2) return entropyFraction(rng, entropy);
  return lowest({ scaled: entropyInteger(rng, entropy), places: rng.int(1, Math.max(1, Math.ceil(entropy))) });
}

/** Top and bottom of the exact value. */
function exact(value: Value): Rational {
  return 'places' in value ? rational(value.scaled, 10 ** value.places) : value;
}

function thousandths(value: Value): number {
  const { top, bottom } = exact(value);
  return Math.trunc((top * 1000) / bottom) + 0;
}

/** Values whose order the first three decimal places show. */
function areDistinct(values: readonly Value[]): boolean {
  return new Set(values.map(thousandths)).size === values.length;
}

function tell(value: Value, budget: Budget, desk: Desk): Told {
  return 'places' in value ? desk.decimal(value, budget) : desk.number(value, budget);
}

/** The values as entries of a comparison, some of them told first; a fraction comes with the steps to its decimal. */
function entriesOf(values: readonly Value[], budget: Budget, desk: Desk): Entry[] {
  const budgets = splitBudget(budget, values.length, desk.rng);
  return values.map((value, index) => {
    const told = tell(value, budgets[index], desk);
    const asDecimal = 'places' in value ? [] : fraction(value).steps;
    const name = budgets[index].stages === 0 && 'places' in value ? trimDecimal(value.scaled, value.places) : told.name;
    return { name, thousandths: thousandths(value), sentences: told.sentences, steps: [...told.steps, ...asDecimal] };
  });
}

/** Two numbers, of which one at least is told first. */
export const composedPair = composedFamily(
  { id: 'composed-pair', topic: 'number', title: 'Compare two numbers, told first' },
  (rng, level) => {
    const { entropy, rest } = budgetOf(level, rng);
    const values = rng.shuffle(drawPair(rng, entropy));
    const entries = entriesOf(values, rest, deskFor(rng));
    return { told: entries, ...comparePairOf(entries, rng) };
  },
);

function drawPair(rng: Rng, entropy: number): Value[] {
  for (;;) {
    const pair = pairOfKind(rng, entropy);
    const [a, b] = pair.map(exact);
    if (areDistinct(pair) || a.top * b.bottom === b.top * a.bottom) return pair;
  }
}

function pairOfKind(rng: Rng, entropy: number): Value[] {
  switch (rng.int(0, 2)) {
    case 0: {
      const left = entropyInteger(rng, entropy * (0.5 + rng.next() / 2));
      return [
        { scaled: left, places: 0 },
        { scaled: left + entropyInteger(rng, (entropy * rng.next()) / 2), places: 0 },
      ];
    }
    case 1: {
      const left = entropyFraction(rng, entropy);
      return [left, { scaled: Math.round(left.top / left.bottom) + rng.int(-1, 1), places: 0 }];
    }
    default: {
      const [a, b] = shareOut(rng, entropy, [1, 1]);
      return [anyValue(rng, a), anyValue(rng, b)];
    }
  }
}

function drawValues(rng: Rng, count: number, entropy: number, draw: (rng: Rng, entropy: number) => Value): Value[] {
  for (;;) {
    const shares = shareOut(rng, entropy, new Array(count).fill(1));
    const values = shares.map((each) => draw(rng, Math.max(1, each)));
    if (areDistinct(values)) return values;
  }
}

/** The biggest, the third smallest and the like. */
export const composedKth = composedFamily(
  { id: 'composed-kth', topic: 'number', title: 'The third smallest of numbers told first' },
  (rng, level) => {
    const { entropy, rest } = budgetOf(level, rng);
    const values = drawValues(rng, rng.int(3, 3 + Math.floor(entropy / 2)), entropy, anyValue);
    const lettered = rng.chance(0.5);
    const entries = entriesOf(values, rest, deskFor(rng, lettered ? CHOICES.slice(0, values.length) : []));
    return { told: entries, ...kthOf(entries, lettered, rng) };
  },
);

export const composedSort = composedFamily(
  { id: 'composed-sort', topic: 'number', title: 'Put numbers told first in order' },
  (rng, level) => {
    const { entropy, rest } = budgetOf(level, rng);
    const values = drawValues(rng, rng.int(3, 3 + Math.floor(entropy / 2)), entropy, rng.chance(0.5) ? whole : anyValue);
    const entries = entriesOf(values, rest, deskFor(rng));
    return { told: entries, ...sortOf(entries, rng) };
  },
);

export const composedClosest = composedFamily(
  { id: 'composed-closest', topic: 'number', title: 'The nearest of numbers told first' },
  closest,
);

function closest(rng: Rng, level: number): Composed {
  const { entropy, rest } = budgetOf(level, rng);
  const count = rng.int(3, 3 + Math.floor(entropy / 3));
  const lettered = rng.chance(0.5);
  for (;;) {
    const desk = deskFor(rng, lettered ? CHOICES.slice(0, count) : []);
    const values = drawValues(rng, count + 1, entropy, anyValue);
    const [target, ...entries] = entriesOf(values, rest, desk);
    if (!hasClearNearest(target, entries)) continue;
    return { told: [target, ...entries], ...closestOf(target, entries, lettered, rng) };
  }
}
