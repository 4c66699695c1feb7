import { entropyInteger, shareOut } from '../../entropy.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { equalities, evaluatePolynomial, term, writePolynomial } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';
import { signedColumns, signedTotal } from '../../signed-sum.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

interface Listed {
  readonly coefficients: readonly number[];
  readonly terms: readonly number[];
  /** The terms, their differences, the differences of those, and so on down to a constant row. */
  readonly rows: readonly (readonly number[])[];
}

function listed(rng: Rng, degree: number): Listed {
  const coefficients = smallTermsRule(rng, degree, rng.chance(0.25) ? 3 : 3 + 5.5 * rng.next());
  const count = degree + rng.int(2, 5);
  const terms = Array.from({ length: count }, (_, index) => evaluatePolynomial(coefficients, index + 1));
  const rows: number[][] = [terms];
  for (let k = 0; k < degree; k++) rows.push(rows[k].slice(1).map((value, index) => value - rows[k][index]));
  return { coefficients, terms, rows };
}

/** Coefficients that all weigh about as much in the first terms. */
function smallTermsRule(rng: Rng, degree: number, entropy: number): number[] {
  const shares = shareOut(
    rng,
    entropy,
    Array.from({ length: degree + 1 }, () => 1),
  );
  return shares.map((share, index) => {
    const weight = 0.5 * (2 * index - degree) * Math.log10(degree + 2);
    return entropyInteger(rng, Math.max(0, share + weight), index === 0 ? 1 : 0);
  });
}

/** How many terms are looked at: enough to see that second differences are equal; where they are not, the third are. */
const LOOKED_AT = 4;

function differenceRows(rows: readonly (readonly number[])[]): string[] {
  return rows
    .slice(1)
    .flatMap((row, k) => [
      ...row.flatMap((_, index) => differenceWork(rows[k][index + 1], rows[k][index])),
      `Differences ${k + 1}: $${row.join(', ')}$`,
    ]);
}

/** b - a, by columns alone where these say it all. */
function differenceWork(b: number, a: number): string[] {
  const columns = signedColumns(b, -a);
  return columns.length > 0 && b >= a && a > 0 ? columns : [...columns, `> ${b} - ${factor(a)} = ${b - a}`];
}

/** The next term by rows of differences, from the last terms alone. */
export const sequenceByDifferences: Family = {
  id: 'sequence-by-differences',
  topic: 'algebra',
  title: 'The next term by differences',
  levels: ['equal differences, large numbers', 'equal second differences', 'equal third differences'],
  phrasings: [
    'What is next in <seq>?',
    'What comes next: <seq>?',
    'What is the next term in <seq>?',
    'Find the next term by differences: <seq>',
    'Use differences to find the next term of <seq>.',
    'Work out the next number: <seq>',
    '<seq>, what is next',
    'Give the next term of <seq>.',
    'what comes after <seq>',
    'A sequence begins <seq>. Use differences to continue it.',
    'Continue by one term: <seq>',
    'Which number follows in <seq>?',
    'Calculate the next term of <seq>',
    'Determine what comes next in <seq>.',
    'find the next number <seq>',
    'By the method of differences, what follows <seq>?',
    'Question 3. Find the next term in <seq>.',
  ],
  make(rng, level) {
    return shortWorked(() => next(rng, level));
  },
};

function next(rng: Rng, degree: number): Worked {
  const { terms, rows, coefficients } = listed(rng, degree);
  const ends = rows.map((row, k) => row.slice(-(LOOKED_AT - k)));
  const steps = terms.length > LOOKED_AT ? [`Take the last terms: $${ends[0].join(', ')}$`] : [];
  steps.push(...differenceRows(ends));
  let added = ends[degree][ends[degree].length - 1];
  for (let k = degree - 1; k >= 0; k--) {
    const last = ends[k][ends[k].length - 1];
    const name = k === 0 ? 'Next term' : `Next of differences ${k}`;
    steps.push(...signedColumns(last, added), `${name}: $${last} + ${factor(added)} = ${last + added}$`);
    added += last;
  }
  return { maths: { seq: terms.join(', ') }, steps, answer: String(evaluatePolynomial(coefficients, terms.length + 1)) };
}

/** The rule of a sequence whose first, second or third differences are equal, in any letter. */
export const sequenceRuleByDifferences: Family = {
  id: 'sequence-rule-by-differences',
  topic: 'algebra',
  title: 'The rule of a sequence by differences',
  levels: ['linear rules', 'quadratic rules', 'cubic rules'],
  phrasings: [
    "What is the {n}'th term of <seq>?",
    "Find the {n}'th term of <seq>.",
    'What is the {n}th term of the sequence <seq>, in terms of {n}?',
    "Give the {n}'th term of <seq>",
    "{n}'th term of <seq>",
    'Find a rule in {n} for the sequence <seq>.',
    "Work out the {n}'th term: <seq>",
    "What is the formula for the {n}'th term of <seq>?",
    "what's the {n}'th term of <seq>",
    'Find an expression in {n} for <seq>, where {n} starts at 1.',
    "Determine the {n}'th term of the sequence <seq>.",
    "The sequence <seq> goes on. What is its {n}'th term?",
    "Calculate the {n}'th term of <seq> by differences.",
    "how do i find the {n}'th term of <seq>",
    "<seq>: find the {n}'th term",
    "Write down the {n}'th term of <seq>.",
    "Question 5. Find the {n}'th term of <seq>.",
  ],
  make(rng, level) {
    return shortWorked(() => rule(rng, level));
  },
};

function rule(rng: Rng, degree: number): Worked {
  const n = rng.pick([...'abcdfghjklmnopqrstuvwxyz']);
  const { coefficients, terms, rows } = listed(rng, degree);
  const begins = rows.map((row, k) => row.slice(0, LOOKED_AT - k));
  const steps = terms.length > LOOKED_AT ? [`Take the first terms: $${begins[0].join(', ')}$`] : [];
  steps.push(...differenceRows(begins));
  const firsts = rows.map((row) => row[0]);
  const top = coefficients[0];
  if (degree === 1) steps.push(`The rule starts with $${term(top, n)}$`);
  const [a1, b1, c1] = [firsts[0], firsts[1], firsts[2]];
  if (degree === 3) {
    const [a, b] = coefficients;
    steps.push(
      ...divideLines(firsts[3], 6),
      `Divide differences 3 by $6$: $\\frac{${firsts[3]}}{6} = ${a}$`,
      ...timesLines(12, a),
      ...signedColumns(c1, -12 * a),
      // The second difference of an^3 + bn^2 starts at 12a + 2b.
      `First of differences 2 is $12 \\cdot ${factor(a)}$ plus twice the next: $${c1} - ${factor(12 * a)} = ${2 * b}$, half is $${b}$`,
      ...timesLines(7, a),
      ...timesLines(3, b),
      ...signedColumns(7 * a, 3 * b),
      ...linearPart(`7 \\cdot ${factor(a)} + 3 \\cdot ${factor(b)}`, 7 * a + 3 * b, b1, coefficients[2]),
    );
  }
  if (degree === 2) {
    const [a, b] = coefficients;
    steps.push(
      ...divideLines(c1, 2),
      ...timesLines(3, a),
      `Half of differences 2: $\\frac{${c1}}{2} = ${a}$`,
      ...linearPart(`3 \\cdot ${factor(a)}`, 3 * a, b1, b),
    );
  }
  const before = coefficients.slice(0, -1);
  const sumBefore = before.reduce((x, y) => x + y, 0);
  const constant = coefficients[degree];
  const added = before.length === 1 ? [] : [`The coefficients so far: $${before.join(', ')}$`, ...signedTotal(before)];
  const answer = writePolynomial(coefficients, n);
  steps.push(
    ...added,
    ...signedColumns(a1, -sumBefore),
    `The constant is the first term less that: $${a1} - ${factor(sumBefore)} = ${constant}$`,
    `The rule: $${answer}$`,
  );
  return { maths: { seq: terms.join(', ') }, words: { n }, steps, answer };
}

function linearPart(written: string, value: number, first: number, coefficient: number): string[] {
  return [
    `Share of the higher powers in the first difference: $${equalities(written, String(value))}$`,
    ...signedColumns(first, -value),
    `The rest is the next coefficient: $${first} - ${factor(value)} = ${coefficient}$`,
  ];
}
