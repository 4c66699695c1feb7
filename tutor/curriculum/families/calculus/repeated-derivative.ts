import { freeLetters } from '../../composed.ts';
import type { Family, Worked } from '../../family.ts';
import { power, sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { timesLines } from '../../times-lines.ts';
import { tellDerivative } from '../../told-derivative.ts';

/** A coefficient and one exponent for each letter. */
type Monomial = readonly [coefficient: number, exponents: readonly number[]];

const NTH = ['first', 'second', 'third'] as const;

/** Derivatives of first to third order in one of several letters, with large coefficients. */
export const repeatedDerivative: Family = {
  id: 'repeated-derivative',
  topic: 'calculus',
  title: 'Higher and partial derivatives',
  levels: ['first derivatives', 'higher derivatives', 'several letters', 'a derivative of a derivative'],
  phrasings: [
    '{told}Find the {nth} derivative of <e> wrt {x}.',
    '{told}What is the {nth} derivative of <e> wrt {x}?',
    '{told}Find the {nth} derivative of <e> with respect to {x}.',
    '{told}What is the {nth} derivative of <e> with respect to {x}?',
    '{told}Calculate the {nth} derivative of <e> wrt {x}.',
    '{told}Work out the {nth} derivative of <e> with respect to {x}.',
    '{told}{nth} derivative of <e> wrt {x}',
    '{told}Determine the {nth} derivative of <e> wrt {x}.',
    '{told}{differentiate} <e> with respect to {x}.',
    '{told}{differentiate} <e> wrt {x}.',
    '{told}what is the {nth} derivative of <e> with respect to {x}',
    '{told}Give the {nth} derivative of <e> in {x}.',
    '{told}Compute the {nth} partial derivative of <e> with respect to {x}.',
    '{told}how do i find the {nth} derivative of <e> wrt {x}',
    '{told}Question 4. Find the {nth} derivative of <e> wrt {x}.',
    '{told}Please find the {nth} derivative of <e> with respect to {x}.',
    '{told}{differentiate} <e>, where the variable is {x}.',
  ],
  make(rng, level) {
    return shortWorked(() => (level === 4 ? ofDerivative(rng) : plain(rng, level)));
  },
};

function monomials(rng: Rng, letters: number, count: number, top: number): Monomial[] {
  const made = new Map<string, Monomial>();
  for (let i = 0; i < count; i++) {
    const exponents = Array.from({ length: letters }, (_, index) => (index === 0 ? rng.int(0, top) : rng.int(0, 3)));
    const size = rng.chance(0.25) ? rng.pick([999, 99_999]) : 50;
    made.set(exponents.join(), [(rng.chance(0.5) ? -1 : 1) * rng.sized(1, size), exponents]);
  }
  return [...made.values()].sort((a, b) => b[1][0] - a[1][0]);
}

function write(terms: readonly Monomial[], letters: readonly string[]): string {
  return sum(
    ...terms.map(([n, exponents]) => term(n, exponents.map((exponent, index) => power(letters[index], exponent)).join(''))),
  );
}

/** One round of the power rule in the first letter. */
function derive(terms: readonly Monomial[], letters: readonly string[], name: string): { steps: string[]; terms: Monomial[] } {
  const steps: string[] = [];
  const derived: Monomial[] = [];
  for (const [n, [exponent, ...others]] of terms) {
    if (exponent === 0) continue;
    const next: Monomial = [n * exponent, [exponent - 1, ...others]];
    if (exponent > 1 && Math.abs(n) > 1) steps.push(...timesLines(n, exponent), `> ${n} * ${exponent} = ${n * exponent}`);
    derived.push(next);
  }
  return { steps: [...steps, `${name}: $${write(derived, letters)}$`], terms: derived };
}

function times(
  terms: readonly Monomial[],
  letters: readonly string[],
  order: number,
  after = '',
): { steps: string[]; terms: readonly Monomial[] } {
  let current = terms;
  const steps: string[] = [];
  for (let k = 0; k < order; k++) {
    const round = derive(current, letters, `${NTH[k][0].toUpperCase()}${NTH[k].slice(1)} derivative${after}`);
    steps.push(...round.steps);
    current = round.terms;
  }
  return { steps, terms: current };
}

function slots(rng: Rng, order: number, x: string, told: string): Record<string, string> {
  const verb = ['Differentiate', 'Differentiate twice', 'Differentiate three times'][order - 1];
  return { told, nth: NTH[order - 1], x, differentiate: rng.chance(0.5) || order > 1 ? verb : 'Differentiate' };
}

function plain(rng: Rng, level: number): Worked {
  const letters = freeLetters(rng, ['d']).slice(0, level === 3 ? rng.int(2, 4) : 1);
  const order = level === 1 ? 1 : level === 2 ? rng.int(2, 3) : rng.int(1, 3);
  const terms = monomials(rng, letters.length, rng.int(2, level === 3 ? 7 : 5), order + 3);
  const { steps, terms: derived } = times(terms, letters, order);
  const shown = write(rng.chance(0.3) ? rng.shuffle(terms) : terms, letters);
  return {
    maths: { e: shown },
    words: slots(rng, order, letters[0], ''),
    steps,
    answer: write(derived, letters),
  };
}

/** Let f(t) be the second derivative of …; what is the first derivative of f(x)? Some coefficients are fractions. */
function ofDerivative(rng: Rng): Worked {
  const [f, inner, x] = freeLetters(rng, ['d']);
  const [first, second] = [rng.int(1, 3), rng.int(1, 3)];
  const target = monomials(rng, 1, rng.int(1, 3), 3 + second).map(([n, e]): Monomial => [Math.abs(n) > 999 ? n % 97 || 5 : n, e]);
  const { sentence, steps } = tellDerivative(
    target.map(([n, [exponent]]) => ({ top: n, bottom: 1, exponent })),
    first,
    [f, inner, x],
    rng,
  );
  const { steps: rounds, terms } = times(target, [x], second, ` of $${f}(${x})$`);
  return {
    maths: { e: `${f}(${x})` },
    words: slots(rng, second, x, sentence),
    steps: [...steps, ...rounds],
    answer: write(terms, [x]),
  };
}
