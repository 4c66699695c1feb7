import { expect, test } from 'vitest';
import type { Worked } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { expectFamilyLaws } from '../family-laws.ts';
import { COMPOSED } from './index.ts';
import { derive, plainLatex, polynomialOf, type Reading, readTold, solved, worth } from './told-reading.ts';

expectFamilyLaws(COMPOSED);

interface Asked {
  readonly reading: Reading;
  readonly ask: string;
  readonly answer: string;
  readonly shown: string;
}

function asked(id: string): Asked[] {
  const family = COMPOSED.find((each) => each.id === id);
  if (family === undefined) throw new Error(`no family ${id}`);
  return Array.from({ length: 150 }, (_, seed) => {
    const { words, answer }: Worked = family.make(makeRng(seed), 1 + (seed % family.levels.length));
    const reading = readTold(words?.told ?? '');
    return { reading, ask: plainLatex(words?.ask ?? ''), answer, shown: `${words?.told}${words?.ask} ${answer}` };
  });
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
const isPrime = (n: number) =>
  n > 1 && !Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, k) => k + 2).some((d) => n % d === 0);

/** What the operands in the question are worth, by the sentences. */
function operands({ ask, reading }: Asked, form: RegExp): number[] {
  const [, ...found] = form.exec(ask) ?? [];
  return found.map((each) => worth(each, reading));
}

test.each([
  ['composed-gcd', / of (.*) and (.*)[.?]$/, ([a, b]: number[]) => gcd(a, b)],
  ['composed-remainder', /when (.*) is divided by (.*)[.?]$/, ([a, b]: number[]) => a % b],
  ['composed-value', /^(?:What is|Calculate|Give|Determine) (.*)[.?]$/, ([a]: number[]) => a],
] as const)('%s asks for what the numbers told give', (id, form, expected) => {
  for (const each of asked(id)) {
    const values = operands(each, form).map((value) => Math.round(value * 1e6) / 1e6);
    expect(expected(values), each.shown).toBe(Number(each.answer));
  }
});

test('common multiples and denominators are divided by both, and by nothing smaller', () => {
  for (const each of asked('composed-lcm')) {
    const values = operands(each, / of (.*) and (.*)[.?]$/);
    const answer = Number(each.answer);
    // A common denominator makes both fractions whole, and no smaller multiplier does.
    const bottoms = each.ask.includes('denominator') ? values.map((value) => bottomOf(value, answer)) : values.map(Math.round);
    expect((bottoms[0] / gcd(bottoms[0], bottoms[1])) * bottoms[1], each.shown).toBe(answer);
  }
});

function bottomOf(value: number, most: number): number {
  for (let bottom = 1; bottom <= most; bottom++) if (Math.abs(value * bottom - Math.round(value * bottom)) < 1e-7) return bottom;
  return Number.NaN;
}

test('factors, primes and digits are those of the number told', () => {
  for (const each of asked('composed-factor')) {
    const even = /^Is (.*) even\?$/.exec(each.ask);
    const [value, by] = even !== null ? [even[1], '2'] : factorForms(each.ask);
    const exact = Math.round(worth(value, each.reading)) % Number(by) === 0;
    expect(each.answer, each.shown).toBe(`\\text{${exact ? 'True' : 'False'}}`);
  }
  for (const each of asked('composed-prime')) {
    const [, value, claim] = /^Is (.*) (prime|a prime number|composite|a composite number)\?$/.exec(each.ask) ?? [];
    const prime = isPrime(Math.round(worth(value, each.reading)));
    expect(each.answer, each.shown).toBe(`\\text{${prime === claim.includes('prime') ? 'True' : 'False'}}`);
  }
  for (const each of asked('composed-prime-factors')) {
    const n = Math.round(operands(each, / of (.*)[.?]$/)[0]);
    const primes = Array.from({ length: n - 1 }, (_, k) => k + 2).filter((p) => n % p === 0 && isPrime(p));
    expect(each.answer, each.shown).toBe(primes.join(', '));
  }
  for (const each of asked('composed-digit')) {
    const [, place, value] = /^What is the ((?:ten |hundred )?\w+) digit of (.*)\?$/.exec(each.ask) ?? [];
    const names = ['units', 'tens', 'hundreds', 'thousands', 'ten thousands', 'hundred thousands', 'millions', 'ten millions'];
    const n = Math.round(worth(value, each.reading));
    expect(Math.floor(n / 10 ** names.indexOf(place)) % 10, each.shown).toBe(Number(each.answer));
  }
});

function factorForms(ask: string): [value: string, by: string] {
  const multiple = /^Is (.*) a multiple of (\d+)\?$/.exec(ask);
  if (multiple !== null) return [multiple[1], multiple[2]];
  const [, by, value] = /^(?:Is|Does) (\d+) (?:a factor of|divide) (.*)\?$/.exec(ask) ?? [];
  return [value, by];
}

test('equations hold at their answers', () => {
  for (const id of ['composed-equation', 'composed-two-equations']) {
    for (const each of asked(id)) {
      const [, equations, x] = /^Solve (.*) for (.)\.$/.exec(each.ask) ?? [];
      expect(solved(equations.split(', '), each.reading)[x], each.shown).toBeCloseTo(Number(each.answer.split(' = ')[1]), 6);
    }
  }
});

test('rounded numbers are the nearest of their kind', () => {
  const powers = ['ten', 'one hundred', 'one thousand', 'ten thousand', 'one hundred thousand', 'one million'];
  const counts = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  for (const each of asked('composed-rounding')) {
    const [, x, target] = /(?:Round|What is) (\S+) (?:rounded )?to (.*)[.?]$/.exec(each.ask) ?? [];
    const [, nearest] = /^the nearest (.*)$/.exec(target) ?? [];
    const count = target.split(' ')[0];
    const coarse = nearest === 'integer' ? 1 : powers.includes(nearest) ? 10 ** (powers.indexOf(nearest) + 1) : Number(nearest);
    const fine = counts.includes(count) ? counts.indexOf(count) : Number(count);
    const unit = nearest === undefined ? 10 ** -fine : coarse;
    const off = Math.abs(worth(x, each.reading) - Number(each.answer)) / unit;
    expect(off, each.shown).toBeLessThan(0.5);
    expect(Math.abs(Number(each.answer) / unit - Math.round(Number(each.answer) / unit)), each.shown).toBeLessThan(1e-3);
  }
});

test('comparisons agree with the numbers told', () => {
  for (const each of asked('composed-kth')) {
    const [, kind, list] = /the (?:(\w+) )?(?:biggest|smallest) value(?: in (.*)\?$)?/.exec(each.ask) ?? [];
    const names = list?.split(', ') ?? [...each.ask.matchAll(/ {2}\(.\) (.*?)(?= {2}\(|$)/g)].map((match) => match[1]);
    const sorted = [...names].sort((a, b) => worth(a, each.reading) - worth(b, each.reading));
    if (each.ask.includes('biggest')) sorted.reverse();
    const rank = [undefined, 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].indexOf(kind);
    const wanted = list === undefined ? 'abcdefghij'[names.indexOf(sorted[rank])] : sorted[rank];
    expect(sameName(wanted, each.answer), each.shown).toBe(true);
  }
  for (const each of asked('composed-sort')) {
    const values = each.answer.split(', ').map((name) => worth(name, each.reading));
    const down = /descending|decreasing/.test(each.ask);
    const sorted = [...values].sort((a, b) => (down ? b - a : a - b));
    expect(values, each.shown).toEqual(sorted);
  }
  for (const each of asked('composed-closest')) {
    const [, target, list] = /(?:closest|nearest) to (.*?)(?: in (.*))?\?/.exec(each.ask) ?? [];
    const names = list?.split(', ') ?? [...each.ask.matchAll(/ {2}\(.\) (.*?)(?= {2}\(|$)/g)].map((match) => match[1]);
    const away = names.map((name) => Math.abs(worth(name, each.reading) - worth(target, each.reading)));
    const found = away.indexOf(Math.min(...away));
    expect(sameName(list === undefined ? 'abcdefghij'[found] : names[found], each.answer), each.shown).toBe(true);
  }
  for (const each of asked('composed-pair')) {
    const which = /^Which is (\w+): (.*) or (.*)\?$/.exec(each.ask);
    if (which === null) continue;
    const [, kind, a, b] = which;
    const first = worth(a, each.reading) < worth(b, each.reading) === (kind === 'smaller');
    expect(sameName(first ? a : b, each.answer), each.shown).toBe(true);
  }
});

/** The same letter, or the same number however it is written. */
function sameName(a: string, b: string): boolean {
  const [p, q] = [a, b].map((each) => (/^[a-z]$/.test(each) ? each : latexValue(each).toFixed(9)));
  return p === q;
}

test('sums and compositions of functions agree with the rules told', () => {
  for (const id of ['composed-sum', 'composed-composition']) {
    for (const { reading, ask, answer, shown } of asked(id)) {
      const [, expression] = /^(?:What is|Calculate|Give|Determine) (.*)[.?]$/.exec(ask) ?? [];
      const [, x] = /([a-z])\)+$/.exec(expression) ?? [];
      for (const at of [2, -3]) {
        const letters = { ...reading.letters, [x]: at };
        const expected = worth(expression, { letters, functions: reading.functions });
        expect(Math.abs(latexValue(answer, letters) - expected) <= 1e-7 * Math.max(1, Math.abs(expected)), shown).toBe(true);
      }
    }
  }
});

test('derivatives agree with the rules told', () => {
  for (const { reading, ask, answer, shown } of asked('composed-derivative')) {
    const [, nth, expression, x] =
      /(?:Differentiate|(?:(\w+) )?derivative of) (.*) (?:wrt|with respect to) ([a-z])[.?]$/.exec(ask) ?? [];
    const order = nth === 'second' ? 2 : nth === 'third' ? 3 : 1;
    const derived = derive(polynomialOf(expression, x, reading), order);
    for (const at of [1, -2]) {
      const expected = derived.reduce((total, each, exponent) => total + each * at ** exponent, 0);
      expect(Math.abs(latexValue(answer, { [x]: at }) - expected) <= 1e-6 * Math.max(1, Math.abs(expected)), shown).toBe(true);
    }
  }
});

test('roots leave nothing over, and factors multiply out to the polynomial told', () => {
  for (const { reading, ask, answer, shown } of asked('composed-roots')) {
    const factored = /^Factor (.*)\.$/.exec(ask);
    const [, typed] =
      factored ??
      /(?:^| )([^ ].*) = 0/.exec(ask.replace(/^(Let|Suppose|What is . in|Solve|Find .*?that|Determine .*?that) /, ' ')) ??
      [];
    const [x] = /[a-z]/.exec(answer.replace('\\frac', '')) ?? [''];
    const coefficients = polynomialOf(typed, x, reading);
    const at = (value: number) => coefficients.reduce((total, each, exponent) => total + each * value ** exponent, 0);
    if (factored !== null) {
      for (const value of [2.5, -1.5]) {
        const expected = at(value);
        const found = latexValue(answer.replaceAll(/\\frac\{(.*)\}\{(\d+)\}$/g, '($1) \\div $2'), { [x]: value });
        expect(Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected)), shown).toBe(true);
      }
      continue;
    }
    for (const part of answer.split(', ')) {
      const root = latexValue(part.split(' = ')[1]);
      const size = coefficients.reduce((total, each, exponent) => total + Math.abs(each * root ** exponent), 0);
      expect(Math.abs(at(root)) <= 1e-7 * Math.max(1, size), shown).toBe(true);
    }
  }
});
