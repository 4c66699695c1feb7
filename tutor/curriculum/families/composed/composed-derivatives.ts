import { entropyInteger, shareOut } from '../../entropy.ts';
import { entropyCoefficients } from '../../entropy-terms.ts';
import { writeCoefficients } from '../../power-terms.ts';
import { rational } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { deriveLines } from '../../told/derivatives.ts';
import { budgetOf, type Composed, composedFamily, deskFor } from './composed-question.ts';

const NTH = ['first', 'second', 'third'] as const;

/** Derivatives up to the third of a function told in stages. */
export const composedDerivative = composedFamily(
  { id: 'composed-derivative', topic: 'calculus', title: 'Derivatives of functions told in stages' },
  make,
);

function make(rng: Rng, level: number): Composed {
  const { entropy, rest } = budgetOf(level, rng);
  const order = rng.int(1, 3);
  const digits = Math.max(0, entropy - 0.5);
  const kept = entropyCoefficients(rng, rng.int(0, 3), digits);
  const rule = [...kept, ...vanishing(order, digits, rng)];
  const desk = deskFor(rng);
  const told = desk.polynomial(
    rule.map((n) => rational(n)),
    rest,
    true,
  );
  const x = told.f === '' ? told.x : desk.letter();
  const typed = told.f === '' ? told.rule : `${told.f}(${x})`;
  const derived = kept.map((n, index) => n * falling(rule.length - 1 - index, order));
  const answer = writeCoefficients(derived, x);
  const lines = deriveLines(
    rule.map((n) => rational(n)),
    order,
    x,
  );
  return {
    told: [{ name: typed, sentences: told.sentences, steps: told.steps }],
    ask: ask(order, typed, x, rng),
    steps: [...lines, `The ${NTH[order - 1]} derivative: $${answer}$`],
    answer,
  };
}

/** Terms that the derivative does not see, one of them at least. */
function vanishing(order: number, entropy: number, rng: Rng): number[] {
  const shares = shareOut(rng, entropy, new Array(order).fill(1));
  const first = rng.int(0, order - 1);
  return shares.map((each, index) => (index === first || rng.chance(0.5) ? entropyInteger(rng, each, 1) : 0));
}

/** 5 · 4 · 3 for the third derivative of x^5. */
function falling(exponent: number, order: number): number {
  let product = 1;
  for (let k = 0; k < order; k++) product *= exponent - k;
  return product;
}

function ask(order: number, typed: string, x: string, rng: Rng): string {
  const e = `\\(${typed}\\)`;
  const nth = NTH[order - 1];
  return rng.pick([
    `Find the ${nth} derivative of ${e} wrt \\(${x}\\).`,
    `What is the ${nth} derivative of ${e} wrt \\(${x}\\)?`,
    ...(order === 1
      ? [
          `Differentiate ${e} with respect to \\(${x}\\).`,
          `Differentiate ${e} wrt \\(${x}\\).`,
          `What is the derivative of ${e} wrt \\(${x}\\)?`,
        ]
      : []),
  ]);
}
