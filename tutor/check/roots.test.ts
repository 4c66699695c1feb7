import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression, parseStatement } from '../expression/parse-statement.ts';
import { solveLinearSystem } from './linear-system.ts';
import { realRoots, rootsOfChain } from './roots.ts';

function roots(latex: string) {
  const f = parseExpression(latex);
  if (f === null) throw new Error(`cannot read ${latex}`);
  return realRoots(f, 'x');
}

describe('realRoots', () => {
  it.each([
    ['3x - 15', [5]],
    ['x^2 - 5x + 6', [2, 3]],
    ['x^2 + 1', []],
    ['x^2 - 6x + 9', [3]],
    ['(x-1)(x-2)(x-3)(x+4)', [-4, 1, 2, 3]],
    ['7', []],
  ])('finds all roots of %s', (latex, values) => {
    expect(roots(latex)).toEqual({ values, complete: true });
  });

  it('knows that every number solves 0 = 0', () => {
    expect(roots('x - x')).toBeNull();
  });

  it('does not claim all roots of what is no polynomial', () => {
    expect(roots('2^x - 8')).toEqual({ values: [3], complete: false });
    expect(roots('\\frac{1}{x}')).toEqual({ values: [], complete: false });
  });

  it('finds the roots that a polynomial was made of', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 5 }), (wanted) => {
        const found = roots(wanted.map((root) => `(x - (${root}))`).join(''));
        expect(found?.values).toEqual([...wanted].sort((a, b) => a - b));
      }),
    );
  });
});

describe('rootsOfChain', () => {
  it('takes a plus-minus for two equations', () => {
    const chain = parseStatement('x = 2 \\pm \\sqrt{3}')?.chains[0];
    expect(chain && rootsOfChain(chain, 'x')).toEqual([2 - Math.sqrt(3), 2 + Math.sqrt(3)]);
  });
});

describe('solveLinearSystem', () => {
  const system = (...latex: string[]) =>
    solveLinearSystem(
      latex.map((each) => parseExpression(each)!),
      ['x', 'y'],
    );

  it('solves for the one solution', () => {
    expect(system('3x + y - 7', 'x - y - 1')).toEqual(
      new Map([
        ['x', 2],
        ['y', 1],
      ]),
    );
  });

  it.each([[['x + y - 1', '2x + 2y - 2']], [['x + y - 1', 'x + y - 2']], [['xy - 1', 'x - 1']], [['x^2 - y', 'x - y']]])(
    'gives nothing for %s',
    (latex) => {
      expect(system(...latex)).toBeNull();
    },
  );

  it('accepts a third equation that agrees and refuses one that does not', () => {
    expect(system('x - 2', 'y - 1', 'x + y - 3')).not.toBeNull();
    expect(system('x - 2', 'y - 1', 'x + y - 4')).toBeNull();
  });
});
