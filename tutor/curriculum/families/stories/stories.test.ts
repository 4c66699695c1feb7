import { expect, test } from 'vitest';
import { expectFamilyLaws, problemsOf } from '../family-laws.ts';
import { STORIES } from './index.ts';

expectFamilyLaws(STORIES);

test.each(STORIES.map((family) => [family.id, family] as const))(
  '%s ends with its answer, as a result or as what someone has',
  (_, family) => {
    for (const { steps, answer } of problemsOf(family)) {
      const last = steps[steps.length - 2];
      expect(/(?: = | \$)(\d+)\$$/.exec(last)?.[1], steps.join('\n')).toBe(answer);
    }
  },
);

test.each(STORIES.map((family) => [family.id, family] as const))(
  '%s works only with numbers that the story tells or a step finds',
  (_, family) => {
    const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
    for (const { question, steps } of problemsOf(family)) {
      const told = question
        .toLowerCase()
        .replace(/[a-z]+/g, (word) => (words.includes(word) ? String(words.indexOf(word)) : word));
      const known = new Set([...told.matchAll(/\d+/g)].map(([digits]) => Number(digits)));
      // Halves, doubles, percentages, pairs, weeks, dozens and months say their numbers in other words.
      for (const n of [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 30, 100, 1]) known.add(n);
      for (const step of steps.filter((line) => line.startsWith('> ') || line.includes(': $'))) {
        if (step.startsWith('> ')) {
          known.add(Number(/\d+$/.exec(step)?.[0]));
          continue;
        }
        const [left, right] = step.slice(step.indexOf(': $')).split(' = ');
        for (const [digits] of left.matchAll(/\d+/g))
          expect(known.has(Number(digits)), `${question}\n${steps.join('\n')}\n${step}`).toBe(true);
        for (const [digits] of right.matchAll(/\d+/g)) known.add(Number(digits));
      }
    }
  },
);
