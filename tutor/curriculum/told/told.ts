/** What is told ahead of a question, and the desk at which it is made: each way of telling draws its own numbers from there. */
import type { Decimal } from '../decimal.ts';
import type { Rational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import type { Budget } from './budget.ts';

export interface Told {
  /** LaTeX for the place of the number: a letter, an expression such as f(3), or the number itself. */
  readonly name: string;
  /** "Let a = 5 - 2." with the maths between `\(` and `\)`. */
  readonly sentences: readonly string[];
  /** From the sentences to the value; none for a number that stands as it is. */
  readonly steps: readonly string[];
}

export interface ToldFunction {
  /** The letter of the function; '' where the rule stands in the question itself. */
  readonly f: string;
  /** The letter of `rule`, where that is typed. */
  readonly x: string;
  /** The rule as typed in the question, for f = ''. */
  readonly rule: string;
  readonly sentences: readonly string[];
  /** The last one states the collected rule, unless it was told so. */
  readonly steps: readonly string[];
}

/** Coefficients from the highest power down. */
export type Coefficients = readonly Rational[];

export interface Desk {
  readonly rng: Rng;
  /** One that nothing stands for yet. */
  letter(): string;
  /** `inline` lets an expression stand in the place of a letter. */
  number(value: Rational, budget: Budget, inline?: boolean): Told;
  decimal(value: Decimal, budget: Budget): Told;
  /** `inline` lets the rule stand in the place of a function's name. */
  polynomial(rule: Coefficients, budget: Budget, inline?: boolean): ToldFunction;
}

/** The steps, ending with what the letter is worth. */
export function withValue(steps: readonly string[], name: string, value: string): string[] {
  const said = steps[steps.length - 1]?.endsWith(`${name} = ${value}$`) === true;
  return said ? [...steps] : [...steps, `So $${name} = ${value}$`];
}

/** What several numbers are told by, each in its own sentences, in any order. */
export function gather(told: readonly Pick<Told, 'sentences' | 'steps'>[], rng: Rng): Pick<Told, 'sentences' | 'steps'> {
  const order = rng.shuffle(told);
  return { sentences: order.flatMap(({ sentences }) => sentences), steps: order.flatMap(({ steps }) => steps) };
}
