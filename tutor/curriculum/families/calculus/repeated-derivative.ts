import { freeLetters } from '../../composed.ts';
import { entropyInteger, shareOut } from '../../entropy.ts';
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
    '{told}Find the {kind} of <e>{wrt}.',
    '{told}What is the {kind} of <e>{wrt}?',
    '{told}{differentiate} <e>{wrt}.',
    '{told}What is the {kind} of <e> wrt {x}?',
    '{told}{differentiate} <e>{wrt}',
    '{told}find the {kind} of <e>{wrt}',
    '{told}Work out the {kind} of <e>{wrt}.',
    '{told}Calculate the {kind} of <e>{wrt}',
  ],
  make(rng, level) {
    return shortWorked(() => (level === 4 ? ofDerivative(rng) : plain(rng, level)));
  },
};

/** Some monomials in which every letter reaches its highest exponent, none of them twice. */
function monomials(rng: Rng, degrees: readonly number[], entropy: number): Monomial[] {
  const some = () => degrees.map((degree) => rng.int(0, degree));
  const made = new Map<string, readonly number[]>();
  const add = (exponents: readonly number[]) => made.set(exponents.join(), exponents);
  degrees.forEach((degree, index) => {
    if (degree > 0) add(some().with(index, degree));
  });
  const extra = rng.int(0, Math.floor(entropy / 2)) + (made.size === 0 ? 1 : 0);
  for (let i = 0; i < extra; i++) add(some());
  const shares = shareOut(
    rng,
    entropy,
    [...made].map(() => 1),
  );
  return [...made.values()].map((exponents, index) => [entropyInteger(rng, shares[index], 1), exponents]);
}

/** Letters in alphabetical order; terms by the powers of the first letter, then of the next, as programs print them. */
function inOrder(terms: readonly Monomial[]): Monomial[] {
  return [...terms].sort(([, a], [, b]) => {
    const at = a.findIndex((exponent, index) => exponent !== b[index]);
    return at < 0 ? 0 : b[at] - a[at];
  });
}

function write(terms: readonly Monomial[], letters: readonly string[]): string {
  return sum(
    ...terms.map(([n, exponents]) => term(n, exponents.map((exponent, index) => power(letters[index], exponent)).join(''))),
  );
}

/** One round of the power rule in the letter at `at`, every term on its line, those without the letter too. */
function derive(
  terms: readonly Monomial[],
  letters: readonly string[],
  at: number,
  name: string,
): { steps: string[]; terms: Monomial[] } {
  const steps: string[] = [];
  const derived: Monomial[] = [];
  const several = letters.length > 1;
  for (const [n, exponents] of terms) {
    const exponent = exponents[at];
    const shown = write([[n, exponents]], letters);
    if (exponent === 0) {
      steps.push(`> ${shown} ${several ? `has no ${letters[at]}, ` : ''}gives 0`);
      continue;
    }
    const result: Monomial = [n * exponent, exponents.with(at, exponent - 1)];
    // Among several letters the power that counts is named before it is used.
    if (several) steps.push(`> ${shown} has ${power(letters[at], exponent)}`);
    if (exponent > 1 && Math.abs(n) > 1) steps.push(...timesLines(n, exponent), `> ${n} * ${exponent} = ${n * exponent}`);
    steps.push(`> ${shown} gives ${write([result], letters)}`);
    derived.push(result);
  }
  return { steps: [...steps, `${name}: $${write(derived, letters)}$`], terms: derived };
}

function times(
  terms: readonly Monomial[],
  letters: readonly string[],
  at: number,
  order: number,
  after = '',
): { steps: string[]; terms: readonly Monomial[] } {
  let current = terms;
  const steps: string[] = [];
  for (let k = 0; k < order; k++) {
    const round = derive(current, letters, at, `${NTH[k][0].toUpperCase()}${NTH[k].slice(1)} derivative${after}`);
    steps.push(...round.steps);
    current = round.terms;
  }
  return { steps, terms: current };
}

/** The letter is named unless it is the only one. */
function slots(rng: Rng, order: number, x: string, told: string, alone: boolean): Record<string, string> {
  const differentiate = ['Differentiate', 'Differentiate twice', 'Differentiate three times'][order - 1];
  const kind = order === 1 && rng.chance(0.6) ? 'derivative' : `${NTH[order - 1]} derivative`;
  const wrt = alone && rng.chance(0.75) ? '' : rng.pick([` wrt ${x}`, ` with respect to ${x}`]);
  return { told, nth: NTH[order - 1], x, differentiate, kind, wrt };
}

function plain(rng: Rng, level: number): Worked {
  const letters = freeLetters(rng, [])
    .slice(0, level === 3 ? rng.int(2, 4) : 1)
    .sort();
  const at = rng.int(0, letters.length - 1);
  const order = level === 1 ? 1 : level === 2 ? rng.int(2, 3) : rng.int(1, 3);
  const degrees = letters.map(() => rng.int(1, 3));
  const entropy = rng.chance(0.3) ? 3 : 4 + 4 * rng.next();
  const lasting = monomials(rng, degrees.with(at, rng.int(0, 3)), entropy);
  const lost = rng.chance(0.9) ? monomials(rng, degrees.with(at, order - 1), entropy) : [];
  const raised = lasting.map(([n, exponents]): Monomial => [n, exponents.with(at, exponents[at] + order)]);
  const terms = inOrder([...raised, ...lost]);
  const typed = rng.chance(0.2) ? rng.shuffle(terms) : terms;
  const { steps, terms: derived } = times(typed, letters, at, order);
  return {
    maths: { e: write(typed, letters) },
    words: slots(rng, order, letters[at], '', letters.length === 1),
    steps,
    answer: write(derived, letters),
  };
}

/** Let f(t) be the second derivative of …; what is the first derivative of f(x)? Some coefficients are fractions. */
function ofDerivative(rng: Rng): Worked {
  const [f, inner, x] = freeLetters(rng, ['d']);
  const [first, second] = [rng.int(1, 3), rng.int(1, 3)];
  const target = inOrder(monomials(rng, [rng.int(1, 3) + second - 1], 3 + 2 * rng.next()));
  const { sentence, steps } = tellDerivative(
    target.map(([n, [exponent]]) => ({ top: n, bottom: 1, exponent })),
    first,
    [f, inner, x],
    rng,
  );
  const { steps: rounds, terms } = times(target, [x], 0, second, ` of $${f}(${x})$`);
  return {
    maths: { e: `${f}(${x})` },
    words: slots(rng, second, x, sentence, false),
    steps: [...steps, ...rounds],
    answer: write(terms, [x]),
  };
}
