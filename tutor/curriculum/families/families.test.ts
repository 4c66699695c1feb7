import { expect, test } from 'vitest';
import { generateProblem } from '../family.ts';
import { FAMILIES } from '../index.ts';

test('every family has an id of its own', () => {
  expect(new Set(FAMILIES.map((family) => family.id)).size).toBe(FAMILIES.length);
});

test('no question has one answer in one family and another elsewhere', () => {
  const answers = new Map<string, { answer: string; family: string }>();
  for (const family of FAMILIES) {
    for (let seed = 0; seed < 300; seed++) {
      const { question, answer } = generateProblem(family, { seed, phrasings: 'all' });
      const asked = question.toLowerCase().replaceAll(/\s|[$.?:]|^please| pls$/g, '');
      const before = answers.get(asked);
      if (before !== undefined) expect(answer, `${question} (${before.family}, ${family.id})`).toBe(before.answer);
      answers.set(asked, { answer, family: family.id });
    }
  }
});

test('no chain of equals signs says one thing twice in a row', () => {
  for (const family of FAMILIES) {
    for (let seed = 0; seed < 100; seed++) {
      const { steps } = generateProblem(family, { seed, phrasings: 'all' });
      for (const line of steps) {
        for (const chain of line.split('$').filter((_, index) => index % 2 === 1)) {
          const sides = chain.split(' = ');
          const repeated = sides.length > 2 && sides.some((side, index) => side === sides[index - 1]);
          expect(repeated, `${family.id}: ${line}`).toBe(false);
        }
      }
    }
  }
});
