/**
 * Sequences of whole numbers whose next term comes from the last one or two, with the lines that find the rule. Every working
 * but that of a settled sequence begins with the first differences, so that the kind is chosen with them in view. Knows no phrasing.
 */
import { factor, signedTerm } from './latex.ts';
import type { Rng } from './rng.ts';

export interface Pattern {
  /** The last one is asked for. */
  readonly terms: readonly number[];
  readonly steps: readonly string[];
}

type Rule = (last: number, before: number | undefined) => number;

const half = (value: number) => Math.floor(value / 2);

/** From a small first term on; four to eight terms are shown. */
function grow(rng: Rng, rule: Rule, first: readonly number[] = [rng.int(-10, 10)]): number[] {
  const terms = [...first];
  const count = rng.int(5, 9);
  while (terms.length < count) terms.push(rule(terms[terms.length - 1], terms[terms.length - 2]));
  return terms;
}

function differences(terms: readonly number[]): string[] {
  const shown = terms.slice(0, Math.min(4, terms.length - 1));
  return shown.slice(1).map((value, index) => `> ${value} - ${factor(shown[index])} = ${value - shown[index]}`);
}

/** The last two terms shown, and the one asked for. */
function end(terms: readonly number[]): [before: number, last: number, next: number] {
  return [terms[terms.length - 3], terms[terms.length - 2], terms[terms.length - 1]];
}

const addsOn = (plus: number) => (plus === 0 ? '' : ` and ${plus < 0 ? 'subtract' : 'add'} $${Math.abs(plus)}$`);
const plusTerm = (plus: number) => (plus === 0 ? '' : ` ${signedTerm(plus)}`);

/** Times a number, perhaps plus another: "> -8 * 2 = -16", "> -4 - (-16) = 12". */
export function multiplyAndAdd(rng: Rng): Pattern {
  const by = rng.pick([2, 2, 2, 2, 2, -1, -2, 3, -3, 4, -4, 5]);
  const plus = rng.chance(0.5) ? 0 : rng.nonzero(-10, 10);
  const terms = grow(rng, (last) => last * by + plus, [rng.nonzero(-10, 10)]);
  const [a, b, c] = terms;
  const [, last, next] = end(terms);
  return {
    terms,
    steps: [
      ...differences(terms),
      `Each difference is $${by}$ times the one before: $${b - a}, ${c - b}$`,
      `> ${a} * ${factor(by)} = ${a * by}`,
      `> ${b} - ${factor(a * by)} = ${plus}`,
      `> ${b} * ${factor(by)}${plusTerm(plus)} = ${c}`,
      `The rule: multiply by $${by}$${addsOn(plus)}`,
      `Next: $${last} \\cdot ${factor(by)}${plusTerm(plus)} = ${next}$`,
    ],
  };
}

/** The sum of the two before, perhaps with something added, or times a number. */
export function twoBefore(rng: Rng): Pattern {
  const by = rng.chance(0.88) ? 1 : rng.pick([2, 2, -2, -1, -3]);
  const plus = by === 1 && rng.chance(0.45) ? rng.nonzero(-12, 12) : 0;
  const start = rng.nonzero(-10, 10);
  const terms = grow(
    rng,
    (last, before) => by * (last + (before ?? 0)) + plus,
    rng.chance(0.7) ? [start] : [start, rng.int(-10, 10)],
  );
  const sums = [0, 1].map((index) => `> ${terms[index]} ${signedTerm(terms[index + 1])} = ${terms[index] + terms[index + 1]}`);
  const more = [0, 1].map((index) => {
    const total = terms[index] + terms[index + 1];
    if (by !== 1) return `> ${total} * ${factor(by)} = ${terms[index + 2]}`;
    return `> ${terms[index + 2]} - ${factor(total)} = ${plus}`;
  });
  const [before, last, next] = end(terms);
  const plain = by === 1 && plus === 0;
  const times = by === 1 ? '' : ` times $${by}$`;
  const total = last + before;
  return {
    terms,
    steps: [
      ...differences(terms),
      ...(terms.length < 5 ? sums.slice(0, 1) : sums),
      ...(terms.length < 5 ? more.slice(0, 1) : more),
      `Each term is the sum of the two before${times}${addsOn(plus)}`,
      ...(plain ? [] : [`> ${before} ${signedTerm(last)} = ${total}`]),
      `Next: $${plain ? `${before} ${signedTerm(last)}` : by === 1 ? `${total} ${signedTerm(plus)}` : `${total} \\cdot ${factor(by)}`} = ${next}$`,
    ],
  };
}

/** Half of the one before, rounded down, perhaps with something added. */
export function halving(rng: Rng): Pattern {
  const plus = rng.chance(0.5) ? 0 : rng.nonzero(-10, 10);
  const terms = grow(rng, (last) => half(last) + plus, [rng.chance(0.5) ? rng.nonzero(-10, 10) : rng.sized(10, 999)]);
  const halves = [0, 1, 2].map((index) => `> half of ${terms[index]}, rounded down: ${half(terms[index])}`);
  const added = plus === 0 ? [] : [0, 1].map((index) => `> ${terms[index + 1]} - ${factor(half(terms[index]))} = ${plus}`);
  const [, last, next] = end(terms);
  const asked = `Half of $${last}$, rounded down, is $${half(last)}$`;
  return {
    terms,
    steps: [
      ...differences(terms),
      ...halves,
      ...added,
      `Each term is half of the one before, rounded down${addsOn(plus)}`,
      asked,
      ...(plus === 0 ? [] : [`Next: $${half(last)} ${signedTerm(plus)} = ${next}$`]),
    ],
  };
}

/** The differences grow by the same number. */
export function growingDifferences(rng: Rng): Pattern {
  const second = rng.nonzero(-6, 6);
  const start = rng.int(-9, 9);
  const terms: number[] = [rng.int(-20, 30)];
  const count = rng.int(5, 8);
  for (let i = 1; i < count; i++) terms.push(terms[i - 1] + start + second * (i - 1));
  const shown = terms.slice(0, -1);
  const steps = shown.slice(1).map((value, index) => `> ${value} - ${factor(shown[index])} = ${value - shown[index]}`);
  const [before, last, next] = end(terms);
  return {
    terms,
    steps: [
      ...steps,
      `The differences change by $${second}$ each time`,
      `Next difference: $${last - before} ${signedTerm(second)} = ${next - last}$`,
      `Next: $${last} ${signedTerm(next - last)} = ${next}$`,
    ],
  };
}

/** A rule that has come to rest: three equal terms at the end. */
export function settled(rng: Rng): Pattern {
  for (;;) {
    const plus = rng.chance(0.4) ? rng.int(-8, 8) : 0;
    const squared = rng.chance(0.15);
    const rule: Rule = squared ? (last) => half(last) ** 2 : (last) => half(last) + plus;
    const terms = grow(rng, rule);
    const [before, last, next] = end(terms);
    if (before !== last || terms[terms.length - 4] !== last || terms[0] === last) continue;
    return { terms, steps: [`The last three terms are all $${last}$, so it stays at $${next}$`] };
  }
}

/** The last term times a number, or its half, with the one before it added; or half of the sum of the two. */
export function lastAndBefore(rng: Rng): Pattern {
  const kind = rng.pick(['times', 'times', 'half', 'mean'] as const);
  const by = rng.pick([2, 2, 2, 3, -2]);
  const rule: Rule = (last, before = 0) => {
    if (kind === 'mean') return half(last + before);
    return (kind === 'half' ? half(last) : last * by) + before;
  };
  const terms = grow(rng, rule, [rng.nonzero(-10, 10)]);
  const work = (before: number, last: number): string[] => {
    if (kind === 'mean')
      return [
        `> ${before} ${signedTerm(last)} = ${before + last}`,
        `> half of ${before + last}, rounded down: ${half(before + last)}`,
      ];
    const part = kind === 'half' ? half(last) : last * by;
    const first = kind === 'half' ? `> half of ${last}, rounded down: ${part}` : `> ${last} * ${factor(by)} = ${part}`;
    return [first, `> ${part} ${signedTerm(before)} = ${part + before}`];
  };
  const said = {
    times: `Each term is $${by}$ times the last plus the one before it`,
    half: 'Each term is half of the last, rounded down, plus the one before it',
    mean: 'Each term is half of the sum of the two before, rounded down',
  }[kind];
  const [before, last, next] = end(terms);
  return {
    terms,
    steps: [
      ...differences(terms),
      ...work(terms[0], terms[1]),
      ...(terms.length < 5 ? [] : work(terms[1], terms[2])),
      said,
      ...work(before, last),
      `Next: $${next}$`,
    ],
  };
}
