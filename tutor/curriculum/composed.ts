/**
 * Numbers told through small problems ahead of a question: "Suppose 3*a + 2 = 11. Let b be a - 1." Any family may put
 * the letter in the place of the number; its solution starts with the steps that find it.
 *
 *   const letters = freeLetters(rng, ['x']);
 *   const told = tellNumber(6, rng, letters, 2);
 *   words: { told: told.sentences.join(' ') }, maths: { a: told.letter }, steps: [...told.steps, …]
 *
 * with a phrasing such as "{told} What is the highest common factor of <a> and <b>?". The sentences keep their maths
 * between `\(` and `\)`; each step list ends with the line that says what the letter is worth.
 */
import { type LinearEquation, type LinearTerm, layOut, solveLinear, splitNumber, writeEquation } from './linear-terms.ts';
import { equalities, evaluatePolynomial, sum, writePolynomial } from './polynomial.ts';
import { polynomialValue } from './polynomial-value.ts';
import { fraction } from './quotient.ts';
import type { Rng } from './rng.ts';
import { signedColumns } from './signed-sum.ts';

export interface Told {
  /** Stands for the number in the question. */
  readonly letter: string;
  readonly value: number;
  readonly sentences: readonly string[];
  readonly steps: readonly string[];
}

/** Letters in random order, without those that the question uses already; take them with `pop`. */
export function freeLetters(rng: Rng, used: readonly string[]): string[] {
  return rng.shuffle([...'abcdfghijklmnopqrstuvwxyz'].filter((letter) => !used.includes(letter)));
}

function take(letters: string[]): string {
  const letter = letters.pop();
  if (letter === undefined) throw new Error('no letter is left: start from freeLetters and tell fewer numbers');
  return letter;
}

/** The whole number told in at most `depth` stages (1 or 2), each of which uses the letter of the one before. */
export function tellNumber(value: number, rng: Rng, letters: string[], depth = 1): Told {
  if (depth > 1 && Math.abs(value) < 1000) return rng.pick([shifted, timesSolved])(value, rng, letters);
  const small = Math.abs(value) <= 60;
  return rng.pick(small ? [bySum, byEquation, byEquation, byFraction, byFunction] : [bySum, byEquation])(value, rng, letters);
}

/** Let a = 12 - 7. */
function bySum(value: number, rng: Rng, letters: string[]): Told {
  const letter = take(letters);
  const first = rng.chance(0.5) ? rng.int(-30, 30) : rng.int(-1500, 1500);
  const second = value - first;
  const doubled = rng.chance(0.4);
  const written = doubled
    ? `${first} ${second < 0 ? '+' : '-'} ${second < 0 ? `(${second})` : `(${-second})`}`
    : sum(String(first), String(second));
  const plain = sum(String(first), String(second));
  return {
    letter,
    value,
    sentences: [rng.pick([`Let \\(${letter} = ${written}\\).`, `Let \\(${letter}\\) be \\(${written}\\).`])],
    steps: [...signedColumns(first, second), `Find $${letter}$: $${equalities(letter, written, plain, String(value))}$`],
  };
}

/** Suppose 0 = 3a + 2 - 11. */
function byEquation(value: number, rng: Rng, letters: string[]): Told {
  const letter = take(letters);
  const a = rng.nonzero(-9, 9);
  const equation = scrambled(letter, a, -a * value, rng);
  return {
    letter,
    value,
    sentences: [`Suppose \\(${writeEquation(equation)}\\).`],
    steps: nameValue(solveLinear(equation, letter), letter, value),
  };
}

/** ax + c = 0 with some of its terms split, on both sides; the sides do not look alike. */
function scrambled(letter: string, a: number, c: number, rng: Rng): LinearEquation {
  const terms: LinearTerm[] = [
    ...splitNumber(a, rng.int(1, 2), 9, rng).map((part): LinearTerm => [part, letter]),
    ...splitNumber(c, rng.int(1, 2), 30, rng).map((part): LinearTerm => [part, '']),
  ];
  return layOut(terms, rng);
}

function nameValue(steps: readonly string[], letter: string, value: number): string[] {
  const named = steps[steps.length - 1]?.endsWith(`$${letter} = ${value}$`) === true;
  return named ? [...steps] : [...steps, `So $${letter} = ${value}$`];
}

/** Let a be (-10)/(-90/27) + 12. */
function byFraction(value: number, rng: Rng, letters: string[]): Told {
  const letter = take(letters);
  const quotient = rng.nonzero(-9, 9);
  const bottom = rng.int(2, 9) * (rng.chance(0.3) ? -1 : 1);
  const added = value - quotient;
  const tail = added === 0 ? '' : String(added);
  const last = sum(String(quotient), tail);
  const flipped = rng.chance(0.4);
  const by = rng.int(2, 9);
  const whole = fraction(quotient * bottom, bottom);
  // q·d / (b·d / b): dividing by a fraction multiplies by its reciprocal.
  const nested = fraction(quotient * bottom, fraction(bottom * by, by));
  const over = fraction(quotient * bottom * by, bottom * by);
  const divided = flipped
    ? `Divide by the fraction: $${nested} = ${fraction(`${quotient * bottom} \\cdot ${by}`, bottom * by)} = ${over} = ${quotient}$`
    : `Divide: $${whole} = ${quotient}$`;
  const written = sum(flipped ? nested : whole, tail);
  return {
    letter,
    value,
    sentences: [`Let \\(${letter}\\) be \\(${written}\\).`],
    steps: [divided, `Find $${letter}$: $${equalities(letter, last, String(value))}$`],
  };
}

/** Let f(x) = x^2 - 3. Let a be f(2). */
function byFunction(value: number, rng: Rng, letters: string[]): Told {
  const [letter, f, x] = [take(letters), take(letters), take(letters)];
  const at = rng.nonzero(-7, 7);
  const higher = [rng.pick([1, -1, 1, 2]), rng.int(-8, 8), ...(rng.chance(0.25) ? [rng.int(-5, 5)] : [])];
  const coefficients = [...higher, value - evaluatePolynomial([...higher, 0], at)];
  const { steps } = polynomialValue(coefficients, at, `Find $${letter}$`);
  return {
    letter,
    value,
    sentences: [`Let \\(${f}(${x}) = ${writePolynomial(coefficients, x)}\\).`, `Let \\(${letter}\\) be \\(${f}(${at})\\).`],
    steps: nameValue(steps, letter, value),
  };
}

/** … Let b = a - 3. */
function shifted(value: number, rng: Rng, letters: string[]): Told {
  const letter = take(letters);
  const inner = tellNumber(rng.int(-20, 20), rng, letters);
  const minus = rng.chance(0.4);
  const added = minus ? value + inner.value : value - inner.value;
  const written = minus ? sum(String(added), `-${inner.letter}`) : sum(inner.letter, added === 0 ? '' : String(added));
  const put = minus
    ? `${added} - ${inner.value < 0 ? `(${inner.value})` : inner.value}`
    : sum(String(inner.value), added === 0 ? '' : String(added));
  return {
    letter,
    value,
    sentences: [...inner.sentences, `Let \\(${letter} = ${written}\\).`],
    steps: [...inner.steps, `Find $${letter}$: $${equalities(letter, put, String(value))}$`],
  };
}

/** … Suppose a*b - 12 = 0. */
function timesSolved(value: number, rng: Rng, letters: string[]): Told {
  const letter = take(letters);
  const inner = tellNumber(rng.nonzero(-6, 9), rng, letters);
  const constant = -inner.value * value;
  const extra = rng.int(-9, 9);
  const tail = sum(constant === 0 ? '' : String(constant + extra));
  const left = sum(`${inner.letter}${letter}`, tail === '0' ? '' : tail);
  const rest = constant === 0 ? 0 : extra;
  const equation: LinearEquation = {
    left: [[inner.value, letter], ...(tail === '0' ? [] : [[constant + extra, ''] as const])],
    right: [[rest, '']],
  };
  return {
    letter,
    value,
    sentences: [...inner.sentences, `Suppose \\(${left} = ${rest}\\).`],
    steps: [
      ...inner.steps,
      `Put in $${inner.letter} = ${inner.value}$: $${writeEquation(equation)}$`,
      ...nameValue(solveLinear(equation, letter), letter, value),
    ],
  };
}
