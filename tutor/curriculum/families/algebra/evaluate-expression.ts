import type { Family } from '../../family.ts';
import { factor } from '../../latex.ts';
import { equalities, sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';

/** What an expression is worth: as typed, with numbers put in, and the lines to its value. */
interface Substitution {
  readonly e: string;
  readonly steps: readonly string[];
  readonly value: number;
}

/** An expression's value for given letters. */
export const evaluateExpression: Family = {
  id: 'evaluate-expression',
  topic: 'algebra',
  title: 'Substituting numbers into expressions',
  levels: ['linear, one letter', 'squares', 'two letters'],
  phrasings: [
    'Find the value of <e> when <given>.',
    'Evaluate <e> when <given>',
    'Evaluate <e> for <given>.',
    'What is <e> if <given>?',
    'If <given>, what is <e>?',
    'Work out <e> when <given>.',
    'Substitute <given> into <e>.',
    '<e> when <given>',
    'Given <given>, find <e>.',
    'Calculate the value of <e> when <given>.',
    'Let <given>. Find <e>.',
    'sub <given> into <e>',
    '<given>, work out <e>',
    'How much is <e> when <given>?',
    'Question 1. <given>. Work out <e>.',
    'what does <e> equal if <given>',
    '<e>, <given>',
    'Put <given> into <e> and simplify.',
    'Find <e> given that <given>.',
    'if <given> then <e> = ?',
    'if <given> what is <e>',
    '<given>, find <e>',
    'work out <e> if <given>',
    'put <given> into <e>',
    '<given>. what is the value of <e>',
  ],
  make(rng, level) {
    const signed = (low: number, high: number) => rng.nonzero(low, high);
    if (level === 3) return twoLetters(rng);
    const x = rng.pick(['x', 'x', 'a', 'n', 't', 'p', 'm']);
    const at = rng.int(level === 1 ? -6 : -9, 12);
    const { e, steps, value } =
      level === 1
        ? linear(x, signed(-6, 9), rng.int(-20, 20), at)
        : quadratic(x, signed(-3, 5), rng.int(-9, 9), rng.int(-20, 20), at);
    return { maths: { e, given: `${x} = ${at}` }, steps, answer: String(value) };
  },
};

function times(coefficient: number, value: string): string {
  if (coefficient === 1) return value;
  return coefficient === -1 ? `-${value}` : `${coefficient} \\cdot ${value}`;
}

function linear(x: string, a: number, b: number, at: number): Substitution {
  const constant = b === 0 ? '' : String(b);
  const put = sum(times(a, factor(at)), constant);
  const product = a * at;
  const steps = [`Put in $${x} = ${at}$: $${put}$`];
  if (a !== 1) steps.push(`Multiply: $${equalities(times(a, factor(at)), String(product))}$`);
  if (b !== 0) steps.push(`Add: $${sum(String(product), constant)} = ${product + b}$`);
  return { e: sum(term(a, x), constant), steps, value: product + b };
}

function quadratic(x: string, a: number, b: number, c: number, at: number): Substitution {
  const square = at * at;
  const constant = c === 0 ? '' : String(c);
  const put = sum(times(a, `${factor(at)}^2`), b === 0 ? '' : times(b, factor(at)), constant);
  const parts = [String(a * square), b === 0 ? '' : String(b * at), constant];
  const total = a * square + b * at + c;
  const steps = [`Put in $${x} = ${at}$: $${put}$`, `Square: $${factor(at)}^2 = ${square}$`];
  if (a !== 1) steps.push(`Multiply: $${equalities(times(a, String(square)), String(a * square))}$`);
  if (b !== 0 && b !== 1) steps.push(`Multiply: $${equalities(times(b, factor(at)), String(b * at))}$`);
  const present = parts.filter((part) => part !== '');
  if (present.length === 3) steps.push(`> ${sum(present[0], present[1])} = ${a * square + b * at}`);
  if (present.length > 1) steps.push(`Add: $${sum(...present)} = ${total}$`);
  return { e: sum(term(a, `${x}^2`), term(b, x), constant), steps, value: total };
}

function twoLetters(rng: Rng) {
  const [x, y] = rng.pick([
    ['x', 'y'],
    ['a', 'b'],
    ['p', 'q'],
    ['m', 'n'],
  ]);
  const [u, v] = [rng.nonzero(-9, 12), rng.nonzero(-9, 12)];
  const given = `${x} = ${u}, ${y} = ${v}`;
  const [a, b] = [rng.nonzero(-5, 7), rng.nonzero(-5, 7)];
  const [au, bv] = [a * u, b * v];
  switch (rng.int(0, 2)) {
    case 0: {
      const e = sum(term(a, x), term(b, y));
      const steps = [
        `Put in the numbers: $${sum(times(a, factor(u)), times(b, factor(v)))}$`,
        ...(a === 1 ? [] : [`Multiply: $${equalities(times(a, factor(u)), String(au))}$`]),
        ...(b === 1 ? [] : [`Multiply: $${equalities(times(b, factor(v)), String(bv))}$`]),
        `Add: $${sum(String(au), String(bv))} = ${au + bv}$`,
      ];
      return { maths: { e, given }, steps, answer: String(au + bv) };
    }
    case 1: {
      const product = u * v;
      const steps = [
        `Put in the numbers: $${factor(u)} \\cdot ${factor(v)} ${a < 0 ? '-' : '+'} ${times(Math.abs(a), factor(u))}$`,
        `Multiply: $${factor(u)} \\cdot ${factor(v)} = ${product}$`,
        ...(a === 1 ? [] : [`Multiply: $${equalities(times(a, factor(u)), String(au))}$`]),
        `Add: $${sum(String(product), String(au))} = ${product + au}$`,
      ];
      return { maths: { e: sum(`${x}${y}`, term(a, x)), given }, steps, answer: String(product + au) };
    }
    default: {
      const [uu, vv] = [u * u, v * v];
      const minus = rng.chance(0.5);
      const total = minus ? uu - vv : uu + vv;
      const sign = minus ? '-' : '+';
      const steps = [
        `Put in the numbers: $${factor(u)}^2 ${sign} ${factor(v)}^2$`,
        `Square: $${factor(u)}^2 = ${uu}$`,
        `Square: $${factor(v)}^2 = ${vv}$`,
        `${minus ? 'Subtract' : 'Add'}: $${uu} ${sign} ${vv} = ${total}$`,
      ];
      return { maths: { e: `${x}^2 ${sign} ${y}^2`, given }, steps, answer: String(total) };
    }
  }
}
