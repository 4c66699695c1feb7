import { expect, test } from 'vitest';
import { expectFamilyLaws, problemsOf } from '../family-laws.ts';
import { OTHER } from './index.ts';
import { unsupported } from './unsupported.ts';

expectFamilyLaws(OTHER);

test('every refusal is one honest line', () => {
  for (const { steps, answer } of problemsOf(unsupported)) {
    expect(steps).toHaveLength(2);
    expect(answer).toBe('\\text{not supported}');
  }
});

test('refused requests are many: most of two hundred draws differ', () => {
  expect(new Set(problemsOf(unsupported).map(({ question }) => question.toLowerCase())).size).toBeGreaterThan(120);
});
