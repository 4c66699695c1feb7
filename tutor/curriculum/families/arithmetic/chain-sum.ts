import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import { trimDecimal, writeDecimal } from '../../decimal.ts';
import type { Family, Worked } from '../../family.ts';
import { signedTerm } from '../../latex.ts';
import type { Rng } from '../../rng.ts';
import { EVALUATE } from './evaluate-phrasings.ts';

/** Characters of working beyond which a sum is drawn again. */
const LONGEST = 800;

/** Long sums and differences of up to six numbers, from left to right; decimals without their points. */
export const chainSum: Family = {
  id: 'chain-sum',
  topic: 'arithmetic',
  title: 'Long sums and differences',
  levels: ['small numbers', 'up to four digits', 'negative numbers', 'decimals', 'decimals in brackets'],
  phrasings: [
    ...EVALUATE,
    'State the final answer to this arithmetic problem: <expr> =',
    'State the final answer to the following arithmetic problem: <expr> =',
    'Calculate the following arithmetic expression: <expr>',
    'Work from left to right: <expr>',
    'Add and subtract: <expr>',
    'Calculate <expr>.',
    'Give the total of <expr>.',
    'What does <expr> come to?',
    'Please solve this problem to a maximum of 12 significant digits, rounding up from the half. Only reply with the final value.\n<expr> = ?',
    'Work this out to at most 12 significant digits. Only reply with the final value.\n<expr>',
    '<expr> = ? Only reply with the final value.',
  ],
  make(rng, level) {
    for (;;) {
      const worked = level === 5 ? bracketed(rng) : level === 4 ? decimals(rng) : whole(rng, level);
      if (worked.steps.join('\n').length < LONGEST) return worked;
    }
  },
};

/** One addition of a chain, in columns when it is long. */
function addLines(total: number, term: number): string[] {
  const next = total + term;
  const [p, q] = [Math.abs(total), Math.abs(term)];
  const line = `> ${total} ${signedTerm(term)} = ${next}`;
  if (Math.max(p, q) <= 999) return [line];
  const sameSign = total < 0 === term < 0 || total === 0;
  const columns = sameSign ? columnSum(p, q) : columnDifference(Math.max(p, q), Math.min(p, q));
  return total >= 0 && next >= 0 ? [columns] : [columns, line];
}

function runningLines(terms: readonly number[]): { lines: string[]; total: number } {
  const lines: string[] = [];
  let total = terms[0];
  for (const term of terms.slice(1)) {
    lines.push(...addLines(total, term));
    total += term;
  }
  return { lines, total };
}

function whole(rng: Rng, level: number): Worked {
  const count = rng.int(level === 1 ? 3 : 2, 6);
  const digits = level === 1 ? rng.int(1, 2) : rng.int(level === 3 ? 1 : 3, 4);
  const draw = () => rng.int(digits === 1 ? 0 : 10 ** (digits - 1), 10 ** digits - 1);
  const given = Array.from({ length: count }, () => ({
    value: draw() * (level === 3 && rng.chance(0.5) ? -1 : 1),
    minus: rng.chance(0.5),
  }));
  given[0].minus = false;
  const terms = given.map(({ value, minus }) => (minus ? -value : value) + 0);
  const expr = given
    .map(({ value, minus }, index) => {
      const written = index > 0 && value < 0 ? `(${value})` : String(value + 0);
      return index === 0 ? written : ` ${minus ? '-' : '+'} ${written}`;
    })
    .join('');
  const simpler = terms.map((term, index) => (index === 0 ? String(term) : signedZero(term, given[index].minus))).join(' ');
  const { lines, total } = runningLines(terms);
  return {
    maths: { expr },
    steps: [
      ...(expr === simpler ? [] : [`Join the signs: $${expr} = ${simpler}$`]),
      ...lines,
      `From left to right: $${simpler} = ${total}$`,
    ],
    answer: String(total),
  };
}

/** "- 0" keeps the sign that it was given. */
function signedZero(term: number, minus: boolean): string {
  return term === 0 && minus ? '- 0' : signedTerm(term);
}

function decimals(rng: Rng): Worked {
  const count = rng.int(2, 6);
  const digits = rng.int(1, 4);
  const most = count > 4 ? 3 : 4;
  const given = Array.from({ length: count }, (_, index) => {
    const places = rng.int(1, most);
    const size = Math.min(digits, 3);
    return { scaled: rng.int(1, 10 ** (size + places) - 1), places, minus: index > 0 && rng.chance(0.5) };
  });
  const places = Math.max(...given.map((each) => each.places));
  const terms = given.map(({ scaled, places: own, minus }) => (minus ? -1 : 1) * scaled * 10 ** (places - own));
  const join = (written: (index: number) => string) =>
    given.map(({ minus }, index) => (index === 0 ? written(0) : ` ${minus ? '-' : '+'} ${written(index)}`)).join('');
  const expr = join((index) => writeDecimal(given[index].scaled, given[index].places));
  const { lines, total } = runningLines(terms);
  return {
    maths: { expr },
    steps: [
      `Leave out the points, with $${places}$ decimal ${places === 1 ? 'place' : 'places'} for all`,
      `> ${join((index) => String(Math.abs(terms[index])))}`,
      ...lines,
      `Put the point back: $${expr} = ${trimDecimal(total, places)}$`,
    ],
    answer: trimDecimal(total, places),
  };
}

/** Decimals with the same number of places, in one or two brackets. */
function bracketed(rng: Rng): Worked {
  const places = rng.pick([1, 2, 3, 3, 3]);
  const draw = () => rng.int(1, 10 ** (places + 1) - 1);
  const sign = () => (rng.chance(0.5) ? 1 : -1);
  const [a, b, c, d] = [draw(), draw(), draw(), draw()];
  const [first, middle, last] = [sign(), sign(), sign()];
  const two = rng.chance(0.4);
  const write = (n: number) => writeDecimal(n, places);
  const show = (left: string, plus: number, right: string) => `${left} ${plus < 0 ? '-' : '+'} ${right}`;
  const inner = two ? c + last * d : b + last * c;
  const outer = two ? a + first * b : a;
  const total = outer + middle * inner;
  const tail = two ? show(write(c), last, write(d)) : show(write(b), last, write(c));
  const head = two ? `(${show(write(a), first, write(b))})` : write(a);
  const expr = show(head, middle, `(${tail})`);
  return {
    maths: { expr },
    steps: [
      `Leave out the points, with $${places}$ decimal ${places === 1 ? 'place' : 'places'} for all`,
      ...(two ? addLines(a, first * b) : []),
      ...(two ? addLines(c, last * d) : addLines(b, last * c)),
      ...addLines(outer, middle * inner),
      `Put the point back: $${expr} = ${trimDecimal(total, places)}$`,
    ],
    answer: trimDecimal(total, places),
  };
}
