import { scatteredTerms } from '../../entropy-terms.ts';
import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { collectPowers, scatterPowers, writeCoefficients, writePowers } from '../../power-terms.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** Long sums in one letter with large coefficients, many of which cancel. */
export const collectManyTerms: Family = {
  id: 'collect-many-terms',
  topic: 'algebra',
  title: 'Collecting many terms',
  levels: ['one power', 'several powers', 'large numbers'],
  phrasings: askTo(
    ['Collect the terms in', 'Collect terms in', 'Gather the terms in', 'Collect and simplify'],
    '<e>',
    'What is left when the terms of <e> are collected?',
  ),
  make(rng, level) {
    return shortWorked(() => make(rng, level));
  },
};

function make(rng: Rng, level: number): Worked {
  const x = rng.pick([...'abcdefghijklmnopqrstuvwxyz']);
  const degree = rng.int(1, 3);
  const terms = level === 3 ? scatteredTerms(rng, degree, rng.int(6, 10)) : schoolTerms(rng, degree, level);
  const { steps, coefficients: collected } = collectPowers(terms, x);
  const answer = writeCoefficients(collected, x);
  return { maths: { e: writePowers(terms, x) }, steps: [...steps, `Put together: $${answer}$`], answer };
}

function schoolTerms(rng: Rng, degree: number, level: number): ReturnType<typeof scatterPowers> {
  const signed = () => (rng.chance(0.5) ? -1 : 1) * rng.sized(0, 99);
  const coefficients = Array.from({ length: degree + 1 }, (_, index) =>
    index === 0 || (level > 1 && rng.chance(0.5)) ? signed() : 0,
  );
  return scatterPowers(coefficients, rng.int(1, 5), rng.pick([9, 99, 999]), rng);
}
