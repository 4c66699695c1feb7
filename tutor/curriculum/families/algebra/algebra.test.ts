import { expect, test } from 'vitest';
import { type Family, generateProblem } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { ALGEBRA } from './index.ts';

expectFamilyLaws(ALGEBRA);

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

function made(id: string) {
  const family = ALGEBRA.find((each) => each.id === id) as Family;
  return SEEDS.map((seed) => family.make(makeRng(seed), 1 + (seed % family.levels.length)));
}

/** left - right of an equation with its letters set. */
function gap(equation: string, letters: Record<string, number>): number {
  const [left, right] = equation.split('=');
  return latexValue(left, letters) - latexValue(right, letters);
}

function assignments(answer: string): [string, number][] {
  return [...answer.matchAll(/([a-zA-Z]) = ([^,]+)/g)].map(([, letter, value]) => [letter, latexValue(value)]);
}

test.each([
  'linear-one-step',
  'linear-two-step',
  'linear-both-sides',
  'equation-decimals',
  'equation-fractions',
  'quadratic-ready',
  'quadratic-factoring',
  'quadratic-formula',
  'quadratic-surds',
  'exponential-equation',
])('every root that %s gives satisfies the equation, and roots ascend', (id) => {
  for (const { maths, answer } of made(id)) {
    const roots = assignments(answer);
    if (roots.length === 0) expect(answer).toMatch(/^\\text\{/);
    for (const [x, value] of roots) expect(gap(maths.eq, { [x]: value }), `${maths.eq}: ${answer}`).toBeCloseTo(0, 6);
    expect(roots.map(([, value]) => value)).toEqual(roots.map(([, value]) => value).sort((a, b) => a - b));
  }
});

test.each(['quadratic-ready', 'quadratic-factoring', 'quadratic-formula', 'quadratic-surds'])(
  '%s gives as many roots as the curve has crossings',
  (id) => {
    for (const { maths, answer } of made(id)) {
      const f = (x: number) => gap(maths.eq, { [maths.x]: x });
      const [a, b, c] = [(f(1) + f(-1)) / 2 - f(0), (f(1) - f(-1)) / 2, f(0)];
      const discriminant = b * b - 4 * a * c;
      const expected = discriminant > 1e-9 ? 2 : discriminant < -1e-9 ? 0 : 1;
      expect(assignments(answer).length, `${maths.eq}: ${answer}`).toBe(expected);
    }
  },
);

test.each(['collect-terms', 'expand', 'factor-quadratic', 'complete-square', 'index-laws'])(
  '%s keeps the value of the expression',
  (id) => {
    for (const { maths, answer } of made(id)) {
      for (const at of [0.7, 2.3]) {
        const letters = { a: at, b: at + 1, n: at, p: at, q: at + 1, t: at, x: at, y: at + 1 };
        const [before, after] = [latexValue(maths.e, letters), latexValue(answer, letters)];
        expect(Math.abs(after - before), `${maths.e} → ${answer}`).toBeLessThan(1e-9 * (1 + Math.abs(before)));
      }
    }
  },
);

test('expanded, collected and factorised answers are finished', () => {
  for (const { answer } of [...made('expand'), ...made('collect-terms')]) expect(answer).not.toContain('(');
  for (const { answer } of made('factor-quadratic')) expect(answer).toMatch(/\)(\^2)?$/);
});

test('simultaneous answers satisfy both equations', () => {
  for (const { maths, answer } of made('simultaneous-equations')) {
    const letters = Object.fromEntries(assignments(answer));
    expect([gap(maths.e1, letters), gap(maths.e2, letters)], answer).toEqual([0, 0]);
  }
});

test('an inequality holds just inside its answer and fails just outside', () => {
  for (const { maths, answer } of made('linear-inequality')) {
    const [, x, relation, value] = /^(\w) (\S+) (.+)$/.exec(answer) as RegExpExecArray;
    const bound = latexValue(value);
    const inside = relation === '<' || relation === '\\le' ? -1e-3 : 1e-3;
    expect(holds(maths.e, x, bound + inside), maths.e).toBe(true);
    expect(holds(maths.e, x, bound - inside), maths.e).toBe(false);
    expect(relation.includes('e'), maths.e).toBe(maths.e.includes('\\'));
  }
});

function holds(inequality: string, x: string, at: number): boolean {
  const [left, relation, right] = inequality.split(/(<|>|\\le|\\ge)/);
  const difference = latexValue(left, { [x]: at }) - latexValue(right, { [x]: at });
  return relation === '<' || relation === '\\le' ? difference < 0 : difference > 0;
}

test('numbers with indices and logarithms are worth their answers', () => {
  for (const { maths, answer } of [...made('numeric-indices'), ...made('logarithms')]) {
    expect(latexValue(answer), maths.e).toBeCloseTo(latexValue(maths.e), 6);
  }
});

test('substituted expressions are worth their answers', () => {
  for (const { maths, answer } of made('evaluate-expression')) {
    expect(latexValue(maths.e, Object.fromEntries(assignments(maths.given))), maths.e).toBe(Number(answer));
  }
});

test('rearranged formulas agree with the formula they came from', () => {
  for (const { maths, answer } of made('rearrange-formula')) {
    const letters: Record<string, number> = {};
    for (const [index, letter] of [...'abcdfghkmnpqrstuvwxyzACDEFPRTVW'].entries()) letters[letter] = 40 + 3 * index;
    // Large enough for every root to be real.
    letters[maths.eq[0]] = 1000;
    letters[maths.x] = latexValue(answer.split('=')[1], letters);
    expect(gap(maths.eq, letters), `${maths.eq}: ${answer}`).toBeCloseTo(0, 6);
  }
});

test('sequence answers continue the listed terms', () => {
  for (const { maths, answer } of made('arithmetic-nth-term')) {
    const terms = maths.seq.split(', ').map(Number);
    terms.forEach((value, index) => {
      expect(latexValue(answer, { n: index + 1 })).toBe(value);
    });
  }
  for (const { maths, words, answer } of made('arithmetic-term')) {
    const terms = maths.seq.split(', ').map(Number);
    let value = terms[0];
    for (let k = 1; k < Number.parseInt(words?.k ?? '', 10); k++) value += terms[1] - terms[0];
    expect(Number(answer)).toBe(value);
  }
  for (const { maths, answer } of made('sequence-next-term')) {
    const terms = [...maths.seq.split(', '), answer].map(Number);
    const steps = terms.slice(1).map((value, index) => value - terms[index]);
    const ratios = terms.slice(1).map((value, index) => value / terms[index]);
    expect(Math.min(new Set(steps).size, new Set(ratios).size), maths.seq).toBe(1);
  }
});

test('functions give the value that the rule gives', () => {
  const family = ALGEBRA.find((each) => each.id === 'functions') as Family;
  for (const seed of SEEDS) {
    const { maths, answer } = family.make(makeRng(seed), 1);
    const at = Number(/\((-?\d+)\)/.exec(maths.ask)?.[1]);
    expect(latexValue(maths.f.split('=')[1], { x: at }), maths.f).toBe(Number(answer));
  }
});

test('a seed and a level make one problem', () => {
  const problem = generateProblem(ALGEBRA[0], { seed: 5, level: 2 });
  expect(problem.level).toBe(2);
});

test('an inverse takes the value of the function back', () => {
  for (const { maths, answer } of made('inverse-function')) {
    const f = maths.f.split('=')[1];
    for (const x of [-2, 5]) expect(latexValue(answer, { x: latexValue(f, { x }) }), maths.f).toBeCloseTo(x, 9);
  }
});

test('complex answers agree with arithmetic on pairs', () => {
  const pairs = (text: string) =>
    [...text.matchAll(/\(([^)]*)\)/g)].map(([, inner]) => [
      latexValue(inner, { i: 0 }),
      latexValue(inner, { i: 1 }) - latexValue(inner, { i: 0 }),
    ]);
  for (const { maths, answer } of made('complex-numbers')) {
    const [z, w] = pairs(maths.e);
    if (z === undefined) continue;
    const sign = / ([+-]) \(/.exec(maths.e)?.[1];
    const [re, im] =
      sign === undefined
        ? [z[0] * w[0] - z[1] * w[1], z[0] * w[1] + z[1] * w[0]]
        : sign === '+'
          ? [z[0] + w[0], z[1] + w[1]]
          : [z[0] - w[0], z[1] - w[1]];
    expect(latexValue(answer, { i: 0 }) + 0, maths.e).toBe(re + 0);
    expect(latexValue(answer, { i: 1000 }), maths.e).toBe(re + 1000 * im);
  }
});

test('matrix answers agree with the definition', () => {
  for (const { maths, answer } of made('matrices')) {
    const [a, b, c, d, p, q, r, s] = [...maths.e.matchAll(/-?\d+/g)].map((match) => Number(match[0]));
    const found = [...answer.matchAll(/-?\d+/g)].map((match) => Number(match[0]));
    if (maths.e.startsWith('\\det')) expect(found).toEqual([a * d - b * c + 0]);
    else if (/\} \+ /.test(maths.e)) expect(found).toEqual([a + p, b + q, c + r, d + s]);
    else if (/\} - /.test(maths.e)) expect(found).toEqual([a - p, b - q, c - r, d - s]);
    else expect(found.map((n) => n + 0)).toEqual([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s].map((n) => n + 0));
  }
});

test('linear equations with many terms hold at their answers', () => {
  for (const { maths, answer } of made('linear-many-terms')) {
    expect(gap(maths.eq, Object.fromEntries(assignments(answer))), `${maths.eq}: ${answer}`).toBeCloseTo(0, 6);
  }
});

test('one of two unknowns leaves a value of the other that fits both equations', () => {
  for (const { maths, answer } of made('linear-two-unknowns')) {
    const letters: Record<string, number> = Object.fromEntries(assignments(answer));
    const other = [...maths.e1].find((letter) => /[a-z]/.test(letter) && !(letter in letters)) as string;
    const [atZero, atOne] = [0, 1].map((at) => gap(maths.e1, { ...letters, [other]: at }));
    const value = -atZero / (atOne - atZero);
    expect(gap(maths.e2, { ...letters, [other]: value }), `${maths.e1}, ${maths.e2}: ${answer}`).toBeCloseTo(0, 6);
  }
});

test('a sequence with a rule goes on as it began', () => {
  const family = ALGEBRA.find((each) => each.id === 'recursive-sequence') as Family;
  for (const seed of SEEDS) {
    const level = 1 + (seed % 6);
    const { words, answer } = family.make(makeRng(seed), level);
    const terms = [...(words?.seq ?? '').split(', '), answer].map(Number);
    const holds = (rule: (last: number, before: number) => number, from: number) =>
      terms.slice(from).every((value, index) => Math.abs(value - rule(terms[index + from - 1], terms[index + from - 2])) < 1e-6);
    const [a, b, c] = terms;
    const kept: readonly boolean[] = [
      holds((last) => ((c - b) / (b - a)) * (last - a) + b, 1),
      [1, 2, -1, -2, -3].some((by) => holds((last, before) => by * (last + before - a - b) + c, 2)),
      holds((last) => Math.floor(last / 2) - Math.floor(a / 2) + b, 1),
      holds((last, before) => 2 * last - before + (c - 2 * b + a), 2),
      new Set(terms.slice(-4)).size === 1,
      [2, 3, -2, 0.5].some((by) => holds((last, before) => Math.floor(last * by) + before, 2)) ||
        holds((last, before) => Math.floor((last + before) / 2), 2),
    ];
    expect(kept[level - 1], `level ${level}: ${words?.seq} | ${answer}`).toBe(true);
  }
});

test('sequences that go by differences keep to one polynomial', () => {
  for (const { maths, answer } of made('sequence-by-differences')) {
    let row = [...maths.seq.split(', '), answer].map(Number);
    for (let k = 0; k < 3 && new Set(row).size > 1; k++) row = row.slice(1).map((value, index) => value - row[index]);
    expect(new Set(row).size, `${maths.seq}, ${answer}`).toBe(1);
  }
  for (const { maths, words, answer } of made('sequence-rule-by-differences')) {
    const terms = maths.seq.split(', ').map(Number);
    terms.forEach((value, index) => {
      expect(latexValue(answer, { [words?.n ?? '']: index + 1 }), maths.seq).toBe(value);
    });
  }
});

test.each(['collect-many-terms', 'expand-many-terms'])('%s keeps the value and leaves no bracket', (id) => {
  for (const { maths, answer } of made(id)) {
    expect(answer).not.toContain('(');
    const letter = [...maths.e, 'x'].find((each) => /[a-z]/.test(each)) as string;
    for (const at of [2, -3])
      expect(latexValue(answer, { [letter]: at }), maths.e).toBe(latexValue(maths.e, { [letter]: at }) + 0);
  }
});

test('a named coefficient is what numerical differences give', () => {
  for (const { maths, answer } of made('named-coefficient')) {
    const [, x] = /\w([a-z])(?=\^| |$)/.exec(maths.form) ?? [];
    const exponents = maths.form.split(' + ').map((part) => (part.length === 1 ? 0 : Number(part.split('^')[1] ?? 1)));
    const wanted = exponents[maths.form.split(' + ').findIndex((part) => part[0] === maths.ask)];
    // Divided differences from the top power down take the polynomial apart.
    const top = Math.max(...exponents);
    let rest = (at: number) => latexValue(maths.e, { [x as string]: at });
    for (let k = top; k >= wanted; k--) {
      const before = rest;
      let row = Array.from({ length: k + 1 }, (_, at) => before(at));
      for (let j = 0; j < k; j++) row = row.slice(1).map((value, index) => value - row[index]);
      const coefficient = Math.round(row[0] / [1, 1, 2, 6, 24][k]);
      if (k === wanted) expect(coefficient + 0, `${maths.e} as ${maths.form}: ${maths.ask}`).toBe(Number(answer));
      rest = (at) => before(at) - coefficient * at ** k;
    }
  }
});

test('nested powers keep their value', () => {
  for (const { maths, words, answer } of made('power-quotients')) {
    const letters = { [words?.x ?? '']: 1.013 };
    const [before, after] = [latexValue(maths.e, letters), latexValue(answer, letters)];
    expect(Math.abs(Math.log(after / before)), `${maths.e} → ${answer}`).toBeLessThan(1e-9);
  }
});

/** The rules that the sentences "Let f(x) = …." give. */
function toldRules(told: string): Map<string, (at: number) => number> {
  return new Map(
    [...told.matchAll(/Let \\\((\w)\((\w)\) = (.*?)\\\)\./g)].map(([, f, x, rule]) => [f, (at) => latexValue(rule, { [x]: at })]),
  );
}

test('values, sums and compositions of told functions agree with the rules', () => {
  for (const { maths, words, answer } of made('value-of-function')) {
    const told = words?.told ?? '';
    const [, f, at] = /^(\w)\((.*)\)$/.exec(maths.ask) as RegExpExecArray;
    expect(toldRules(told).get(f)?.(Number(at)), told).toBeCloseTo(Number(answer), 6);
  }
  for (const { maths, words, answer } of made('sum-of-functions')) {
    const told = words?.told ?? '';
    const rules = toldRules(told);
    const z = /\((\w)\)/.exec(maths.ask)?.[1] as string;
    for (const at of [2, -3]) {
      const values = Object.fromEntries([...rules].map(([f, rule]) => [f, rule(at)]));
      const expected = latexValue(maths.ask.replaceAll(`(${z})`, ''), values);
      expect(latexValue(answer, { [z]: at }), `${told}${maths.ask}`).toBeCloseTo(expected, 6);
    }
  }
  for (const { maths, words, answer } of made('function-of-function')) {
    const rules = toldRules(words?.told ?? '');
    const [, f, g, z] = /^(\w)\((\w)\((\w)\)\)$/.exec(maths.ask) as RegExpExecArray;
    for (const at of [2, -3])
      expect(latexValue(answer, { [z]: at }), words?.told).toBeCloseTo(rules.get(f)?.(rules.get(g)?.(at) ?? 0) ?? 0, 6);
  }
});

/** What a told derivative is worth at a whole point: third differences of it would be exact, so the slope is taken by its terms. */
function toldPolynomial(told: string, typed: string, x: string, at: number): number {
  const [, inner, nth, source] = /^Let \\\(\w\((\w)\)\\\) be the (\w+) derivative of \\\((.*)\\\)\. $/.exec(told) ?? [];
  if (source === undefined) return latexValue(typed, { [x]: at });
  const order = ['first', 'second', 'third'].indexOf(nth) + 1;
  return [...source.replaceAll(' ', '').matchAll(/[-+]?[^-+]+/g)].reduce((total, [each]) => {
    const exponent = each.includes(inner) ? Number(/\^(\d)/.exec(each)?.[1] ?? 1) : 0;
    let value = latexValue(each.replace('+', ''), { [inner]: 1 });
    for (let k = 0; k < order; k++) value *= exponent - k;
    return total + (value === 0 ? 0 : value * at ** (exponent - order));
  }, 0);
}

test('polynomials vanish at their roots, ascending, and keep their value when factored', () => {
  for (const { maths, words, answer } of made('polynomial-roots')) {
    const roots = assignments(answer).map(([, value]) => value);
    expect(roots).toEqual([...roots].sort((a, b) => a - b));
    for (const root of roots) {
      const at = (x: number) => toldPolynomial(words?.told ?? '', maths.eq.replace(' = 0', ''), maths.x, x);
      // Doubles cancel to some sixteen digits of what is cancelled.
      const size = Math.max(1, Math.abs(at(1.5 * root)));
      expect(Math.abs(at(root)) / size, `${words?.told}${maths.eq}: ${answer}`).toBeLessThan(1e-9);
    }
  }
  for (const { maths, words, answer } of made('polynomial-factors')) {
    const x = [...answer.replace('\\frac', '')].find((letter) => /[a-z]/.test(letter)) as string;
    for (const at of [7.5, -6.5]) {
      const value = toldPolynomial(words?.told ?? '', maths.e, x, at);
      expect(latexValue(answer, { [x]: at }) / value, `${words?.told}${maths.e}: ${answer}`).toBeCloseTo(1, 9);
    }
  }
});

test('terms of a rule are what the rule gives', () => {
  for (const { maths, words, answer } of made('term-of-rule')) {
    const place = /(?:the (\d+)(?:st|nd|rd|th) term|term (\d+))$/.exec(words?.ask ?? '');
    const places = place === null ? answer.split(', ').map((_, index) => index + 1) : [Number(place[1] ?? place[2])];
    expect(answer.split(', ').map(Number), maths.rule).toEqual(places.map((n) => latexValue(maths.rule, { n })));
  }
});
