/** Let f(x) = 2*x**2 - 3: rules of functions told as they are, with terms to collect, as a sum of others or as a derivative. */
import { entropyInteger, shareOut } from '../entropy.ts';
import { splitInTwo } from '../entropy-terms.ts';
import { power, sum, term } from '../polynomial.ts';
import { writeCoefficients } from '../power-terms.ts';
import { multiplyRational, type Rational, rational, writeRational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { signedTotal } from '../signed-sum.ts';
import { timesLines } from '../times-lines.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { partsOf, termCounts } from './equations.ts';
import { type Coefficients, type Desk, gather, type Told, type ToldFunction } from './told.ts';

/** A coefficient and the exponent of the letter. */
type Monomial = readonly [coefficient: Rational, exponent: number];

/** Let f(x) = 3*x - 2; `inline`, the rule for the question itself. */
export function tellRule(rule: Coefficients, desk: Desk, inline: boolean): ToldFunction {
  return named(writeRule(rule, desk.letter()), desk, inline, { sentences: [], steps: [] });
}

interface Typed {
  readonly x: string;
  readonly rule: string;
}

function named({ x, rule }: Typed, desk: Desk, inline: boolean, inner: Pick<Told, 'sentences' | 'steps'>): ToldFunction {
  if (inline) return { f: '', x, rule, ...inner };
  const f = desk.letter();
  return { f, x, rule, sentences: [...inner.sentences, `Let \\(${f}(${x}) = ${rule}\\).`], steps: inner.steps };
}

/** Highest power first; two terms of which the first is negative change places, as programs print them. */
function writeRule(rule: Coefficients, x: string): Typed {
  const terms = monomials(rule).map(([coefficient, exponent]) => writeMonomial(coefficient, power(x, exponent)));
  const turned = terms.length === 2 && terms[0].startsWith('-') && !terms[1].startsWith('-');
  return { x, rule: sum(...(turned ? terms.reverse() : terms)) };
}

export function monomials(rule: Coefficients): Monomial[] {
  return rule.flatMap((each, index): Monomial[] => (each.top === 0 ? [] : [[each, rule.length - 1 - index]]));
}

/** \frac{3x^2}{4}, or with the fraction ahead, \frac{3}{4}x^2, where `ahead` is set. */
export function writeMonomial({ top, bottom }: Rational, body: string, ahead = false): string {
  if (bottom === 1) return top === 0 ? `0${body}` : term(top, body);
  const sign = top < 0 ? '-' : '';
  if (ahead || body === '') return `${sign}\\frac{${Math.abs(top)}}{${bottom}}${body}`;
  return `${sign}\\frac{${term(Math.abs(top), body)}}{${bottom}}`;
}

export function writePolynomialOf(rule: Coefficients, x: string): string {
  return sum(...monomials(rule).map(([coefficient, exponent]) => writeMonomial(coefficient, power(x, exponent))));
}

/** Terms in any order, some coefficients split, some numbers told first. */
export function tellCollected(rule: Coefficients, budget: Budget, desk: Desk, inline: boolean): ToldFunction {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const x = desk.letter();
  const terms = rng.shuffle(rule.every(({ bottom }) => bottom === 1) ? split(rule, entropy, rng) : monomials(rule));
  const hidden = hide(terms, rest, x, desk);
  const collecting = collect(terms, x);
  const steps = [...hidden.steps, ...collecting];
  const told = named({ x, rule: hidden.written }, desk, inline, { sentences: hidden.sentences, steps });
  const name = told.f === '' ? 'Collected' : `The rule of $${told.f}$`;
  return { ...told, steps: [...steps, `${name}: $${writePolynomialOf(rule, x)}$`] };
}

function split(rule: Coefficients, entropy: number, rng: Rng): Monomial[] {
  const values = rule.map(({ top }) => top);
  const least = values.filter((each) => each !== 0).length + 2;
  const counts = termCounts(values, rng.int(least, least + Math.floor(Math.ceil(entropy) / 2)), rng);
  const entropies = shareOut(
    rng,
    entropy,
    counts.map((count) => Math.max(0, count - 1)),
  );
  return values.flatMap((value, index) =>
    partsOf(value, counts[index], entropies[index], rng).map((part): Monomial => [rational(part), rule.length - 1 - index]),
  );
}

/** Coefficients and exponents of which some are told first. */
function hide(
  terms: readonly Monomial[],
  budget: Budget,
  x: string,
  desk: Desk,
): Pick<Told, 'sentences' | 'steps'> & { written: string } {
  const { rng } = desk;
  const spots = terms.flatMap(([coefficient, exponent], index) => [
    ...(exponent === 0 || Math.abs(coefficient.top) !== coefficient.bottom
      ? [{ index, value: absolute(coefficient), up: false }]
      : []),
    ...(exponent > 1 ? [{ index, value: rational(exponent), up: true }] : []),
  ]);
  const count = budget.stages === 0 ? 0 : rng.int(1, Math.min(budget.stages, spots.length));
  const budgets = count === 0 ? [] : splitBudget(budget, count, rng);
  const chosen = rng.shuffle(spots).slice(0, count);
  const told = chosen.map(({ value }, index) => desk.number(value, budgets[index]));
  const nameAt = (at: number, up: boolean) => {
    const found = chosen.findIndex((spot, index) => spot.index === at && spot.up === up && budgets[index].stages > 0);
    return found < 0 ? undefined : told[found].name;
  };
  const written = terms.map(([coefficient, exponent], index) => {
    const raised = nameAt(index, true);
    const body = raised === undefined ? power(x, exponent) : `${x}^${raised}`;
    const letter = nameAt(index, false);
    if (letter === undefined) return writeMonomial(coefficient, body, true);
    return `${coefficient.top < 0 ? '-' : ''}${letter}${body}`;
  });
  const inner = gather(told, rng);
  const plain = sum(...terms.map(([coefficient, exponent]) => writeMonomial(coefficient, power(x, exponent), true)));
  const touched = budgets.some(({ stages }) => stages > 0);
  return {
    written: sum(...written),
    sentences: inner.sentences,
    steps: [...inner.steps, ...(touched ? [`Put the values in: $${plain}$`] : [])],
  };
}

function absolute({ top, bottom }: Rational): Rational {
  return { top: Math.abs(top), bottom };
}

/** "Add the $x^2$ terms: …" for each power of which there are several. */
function collect(terms: readonly Monomial[], x: string): string[] {
  const exponents = [...new Set(terms.map(([, exponent]) => exponent))].sort((a, b) => b - a);
  return exponents.flatMap((exponent) => {
    const alike = terms.filter(([, each]) => each === exponent).map(([{ top }]) => top);
    if (alike.length < 2) return [];
    const total = alike.reduce((a, b) => a + b, 0);
    const name = exponent === 0 ? 'numbers' : `$${power(x, exponent)}$ terms`;
    return [...signedTotal(alike), `Add the ${name}: $${sum(term(total, power(x, exponent)))}$`];
  });
}

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

const NTH = ['first', 'second', 'third'] as const;

/** Let f(t) be the second derivative of t**5/20 - 3*t. */
export function tellDerivative(rule: Coefficients, budget: Budget, desk: Desk): ToldFunction {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const order = rng.int(1, 3);
  const before = integrated(rule, order, Math.max(0, entropy - 0.5), rng);
  const inner = desk.polynomial(before, rest, true);
  const x = inner.f === '' ? inner.x : desk.letter();
  const f = desk.letter();
  const typed = inner.f === '' ? inner.rule : `${inner.f}(${x})`;
  return {
    f,
    x,
    rule: '',
    sentences: [...inner.sentences, `Let \\(${f}(${x})\\) be the ${NTH[order - 1]} derivative of \\(${typed}\\).`],
    steps: [...inner.steps, ...deriveLines(before, order, x), `The rule of $${f}$: $${writePolynomialOf(rule, x)}$`],
  };
}

/** A rule with this derivative of the given order, and random terms that vanish on the way. */
function integrated(rule: Coefficients, order: number, entropy: number, rng: Rng): Coefficients {
  const lost = new Array<number>(order).fill(0);
  const entropies = shareOut(rng, entropy, new Array(order).fill(1));
  const kept = rng.int(1, order);
  const filled = rng.shuffle(lost.map((_, index) => index)).slice(0, kept);
  for (const index of filled) lost[index] = entropyInteger(rng, entropies[index], 1);
  const lifted = rule.map((each, index) =>
    multiplyRational(
      each,
      rational(
        1,
        factorsOf(rule.length - 1 - index + order, order).reduce((a, b) => a * b, 1),
      ),
    ),
  );
  return [...lifted, ...lost.map((n) => rational(n))];
}

/** 5, 4, 3 for the third derivative of x^5. */
function factorsOf(exponent: number, order: number): number[] {
  return Array.from({ length: order }, (_, k) => exponent - k);
}

/** One line a term: "From $\frac{7x^6}{24}$: $6 \cdot 5 = 30$, $30 \div 24 = \frac{5}{4}$, $7 \cdot 5 = 35$, so …". */
export function deriveLines(rule: Coefficients, order: number, x: string): string[] {
  return monomials(rule).flatMap(([coefficient, exponent]) => {
    if (exponent < order) return [];
    const { top, bottom } = coefficient;
    const factors = factorsOf(exponent, order);
    const by = factors.reduce((a, b) => a * b, 1);
    const lowest = rational(by, bottom);
    const result: Rational = { top: top * lowest.top, bottom: lowest.bottom };
    const facts = [
      ...(factors.length > 1 ? [`$${factors.join(' \\cdot ')} = ${by}$`] : []),
      ...(bottom === 1 ? [] : [`$${by} \\div ${bottom} = ${writeRational(lowest)}$`]),
      ...(lowest.top === 1 || Math.abs(top) === 1 ? [] : [`$${top} \\cdot ${lowest.top} = ${result.top}$`]),
    ];
    const body = power(x, exponent - order);
    const line = `From $${writeMonomial(coefficient, power(x, exponent))}$: ${[...facts, `so $${writeMonomial(result, body)}$`].join(', ')}`;
    return [...timesLines(top, lowest.top), line];
  });
}
