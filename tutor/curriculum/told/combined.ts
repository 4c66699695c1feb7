/** Let h(x) = 3*f(x) - 2*g(x): multiples of two functions added. */
import { splitInTwo } from '../entropy-terms.ts';
import { sum, term } from '../polynomial.ts';
import { writeCoefficients } from '../power-terms.ts';
import { rational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { timesLines } from '../times-lines.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { collect } from './collected.ts';
import { monomials } from './rules.ts';
import { type Desk, gather, type ToldFunction } from './told.ts';

/** Let h(z) = 3*f(z) - 2*g(z), of two functions told before. */
export function tellCombined(rule: readonly number[], budget: Budget, desk: Desk): ToldFunction {
  const made = combine(rule, budget, desk);
  const f = desk.letter();
  return {
    f,
    x: made.x,
    rule: '',
    sentences: [...made.sentences, `Let \\(${f}(${made.x}) = ${made.written}\\).`],
    steps: [...made.steps, `The rule of $${f}$: $${writeCoefficients(rule, made.x)}$`],
  };
}

/** 3*f(z) - 2*g(z) as typed, and the lines up to the like terms added. */
export function combine(
  rule: readonly number[],
  { stages, entropy }: Budget,
  desk: Desk,
): { x: string; written: string; sentences: readonly string[]; steps: readonly string[] } {
  const { rng } = desk;
  const { entropy: own, rest } = peel({ stages, entropy });
  const drawn = splitLinearly(rule, own, rng);
  const budgets = splitBudget(rest, 4, rng);
  const multipliers = drawn.map(({ by }, index) => desk.number(rational(by), budgets[index]));
  const functions = drawn.map(({ rule: each }, index) =>
    desk.polynomial(
      each.map((n) => rational(n)),
      budgets[index + 2],
    ),
  );
  const x = desk.letter();
  const scaled = drawn.map(({ by, rule: each }, index) => {
    const product = each.map((n) => n * by);
    const name = term(by, `${functions[index].f}(${x})`);
    return {
      product,
      lines: [
        ...(Math.abs(by) === 1 ? [] : each.flatMap((n) => timesLines(n, by))),
        `$${name}$ is $${writeCoefficients(product, x)}$`,
      ],
    };
  });
  const terms = scaled.flatMap(({ product }) => monomials(product.map((n) => rational(n))));
  const inner = gather([...multipliers, ...functions], rng);
  const written = sum(
    ...drawn.map(({ by }, index) => {
      const called = `${functions[index].f}(${x})`;
      return budgets[index].stages > 0 ? `${multipliers[index].name} \\cdot ${called}` : term(by, called);
    }),
  );
  return {
    x,
    written,
    sentences: inner.sentences,
    steps: [...inner.steps, ...scaled.flatMap(({ lines }) => lines), ...collect(terms, x)],
  };
}

/** Two rules, neither of them zero, and a multiplier for each, which add up to the rule wanted. */
function splitLinearly(rule: readonly number[], entropy: number, rng: Rng): { by: number; rule: readonly number[] }[] {
  for (;;) {
    const { a, b, first, second } = splitInTwo(rule, rng, entropy);
    const parts = [
      { by: a, rule: trimmed(first) },
      { by: b, rule: trimmed(second) },
    ];
    if (parts.every((part) => part.rule.some((n) => n !== 0))) return rng.shuffle(parts);
  }
}

function trimmed(rule: readonly number[]): readonly number[] {
  const first = rule.findIndex((n) => n !== 0);
  return rule.slice(first < 0 ? rule.length - 1 : first).map((n) => n + 0);
}
