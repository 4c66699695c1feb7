import { expect, test } from 'vitest';
import { withWrittenSigns } from './spoken-signs.ts';

test.each([
  ['solve x squared - 15x + 50 = 0', 'solve x^2 - 15x + 50 = 0'],
  ['y = x cubed plus 9x minus 5', 'y = x^3+9x-5'],
  ['what does x equal in 8 to the x = 16', 'what does x equal in 8^(x) = 16'],
  ['simplify root 50', 'simplify sqrt(50)'],
  ['3 over 4 plus 1 over 6', '3/4+1/6'],
  ['(c) (1 - 7)*(k + 2)', '(1 - 7)*(k + 2)'],
  ['Q3) 2x + 1 = 7', '2x + 1 = 7'],
])('%s is read as %s', (typed, read) => {
  expect(withWrittenSigns(typed)).toBe(read);
});

test.each(['round 3.72 to the nearest tenth', 'a shop over the road', 'Find the square root of a number plus its half.'])(
  '%s stays as it is',
  (text) => {
    expect(withWrittenSigns(text)).toBe(text);
  },
);
