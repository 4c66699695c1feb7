/** Let f(x) = 5*x - 3*x + 2: rules of functions whose terms are to be collected, some of their numbers told first. */
import { shareOut } from '../entropy.ts';
import { power, sum, term } from '../polynomial.ts';
import { type Rational, rational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { signedTotal } from '../signed-sum.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { partsOf, termCounts } from './equations.ts';
import { type Monomial, monomials, named, writeMonomial, writePolynomialOf } from './rules.ts';
import { type Coefficients, type Desk, gather, type Told, type ToldFunction } from './told.ts';

/** Terms in any order, some coefficients split, some numbers told first. */
export function tellCollected(rule: Coefficients, budget: Budget, desk: Desk, inline: boolean): ToldFunction {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const x = desk.letter();
  const shown = rule.every(({ bottom }) => bottom === 1) ? split(rule, entropy, rng) : monomials(rule);
  const terms = rng.shuffle([...shown, ...zeros(rule, shown, rng)]);
  const hidden = hide(terms, rest, x, desk);
  const collecting = collect(terms, x);
  const steps = [...hidden.steps, ...collecting];
  const told = named({ x, rule: hidden.written }, desk, inline, { sentences: hidden.sentences, steps });
  const name = told.f === '' ? 'Collected' : `The rule of $${told.f}$`;
  return { ...told, steps: [...steps, `${name}: $${writePolynomialOf(rule, x)}$`] };
}

/** Powers that the rule is without, now and then with the coefficient zero: programs print them. */
function zeros(rule: Coefficients, shown: readonly Monomial[], rng: Rng): Monomial[] {
  return rule.flatMap((_, index): Monomial[] => {
    const exponent = rule.length - 1 - index;
    const absent = !shown.some(([, each]) => each === exponent);
    return absent && rng.chance(0.3) ? [[rational(0), exponent]] : [];
  });
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
  const spots = terms.flatMap(([coefficient, exponent], index) =>
    coefficient.top === 0
      ? []
      : [
          ...(exponent === 0 || Math.abs(coefficient.top) !== coefficient.bottom
            ? [{ index, value: absolute(coefficient), up: false }]
            : []),
          ...(exponent > 1 ? [{ index, value: rational(exponent), up: true }] : []),
        ],
  );
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
export function collect(terms: readonly Monomial[], x: string): string[] {
  const exponents = [...new Set(terms.map(([, exponent]) => exponent))].sort((a, b) => b - a);
  return exponents.flatMap((exponent) => {
    const alike = terms.filter(([, each]) => each === exponent).map(([{ top }]) => top);
    if (alike.length < 2) return [];
    const total = alike.reduce((a, b) => a + b, 0);
    const name = exponent === 0 ? 'numbers' : `$${power(x, exponent)}$ terms`;
    return [...signedTotal(alike), `Add the ${name}: $${sum(term(total, power(x, exponent)))}$`];
  });
}
