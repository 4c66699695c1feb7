import { expect, test } from 'vitest';
import type { Family } from '../../family.ts';
import { latexValue } from '../../latex-value.ts';
import { makeRng } from '../../rng.ts';
import { made, SEEDS } from './algebra.fixture.ts';
import { ALGEBRA } from './index.ts';

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

test('terms of a rule are what the rule gives', () => {
  for (const { maths, words, answer } of made('term-of-rule')) {
    const place = /(?:the (\d+)(?:st|nd|rd|th) term|term (\d+))$/.exec(words?.ask ?? '');
    const places = place === null ? answer.split(', ').map((_, index) => index + 1) : [Number(place[1] ?? place[2])];
    expect(answer.split(', ').map(Number), maths.rule).toEqual(places.map((n) => latexValue(maths.rule, { n })));
  }
});
