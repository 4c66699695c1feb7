import { expect, it } from 'vitest';
import { plainMaths } from './plain-maths.ts';

it.each([
  ['x = \\frac{15}{3}', 'x = 15/3'],
  ['\\dfrac{x + 1}{2y}', '(x + 1)/2y'],
  ['x^2 + x^{10} - x^{n+1}', 'x^2 + x^10 - x^(n+1)'],
  ['\\sqrt{b^2 - 4ac}', '√(b^2 - 4ac)'],
  ['\\boxed{x = \\pm 4}', 'x = ± 4'],
  ['\\left( 3 \\cdot 4 \\right) \\le 12', '( 3 · 4 ) ≤ 12'],
  ['x = 2 \\text{ or } x = 3', 'x = 2 or x = 3'],
  ['90^\\circ', '90°'],
  ['\\sin x_{1}', 'sin x_1'],
  ['\\unknown{a}', '\\unknowna'],
  ['\\frac{1', '1/()'],
])('%s is typed as %s', (tex, plain) => expect(plainMaths(tex)).toBe(plain));

it('reads thousands of open braces without failing', () => expect(() => plainMaths(`${'{'.repeat(2000)}x`)).not.toThrow());
