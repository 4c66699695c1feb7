import { askTo } from '../../phrasing.ts';

/** Ways of asking for the derivative of `<e>` in `<x>`. */
export const DIFFERENTIATE: readonly string[] = askTo(
  ['Differentiate', 'Find the derivative of', 'Work out the derivative of', 'Take the derivative of'],
  '<e>',
  'Differentiate <e> with respect to <x>.',
  'What is the derivative of <e>?',
  'derivative of <e>',
  'If <y>, find <dydx>.',
  '<y>, find <dydx>',
  'Find <dydx> when <y>.',
  'Given <y>, work out <dydx>.',
  'Find <prime> if <f>.',
  '<f>, find <prime>',
  'Let <f>. What is <prime>?',
  'd/d{x} of <e>',
  'Compute <ddx>',
);

/** The slots of DIFFERENTIATE for an expression in one letter. */
export function derivativeSlots(e: string, x: string): { maths: Record<string, string>; words: Record<string, string> } {
  return {
    maths: {
      e,
      x,
      y: `y = ${e}`,
      dydx: `\\frac{dy}{d${x}}`,
      f: `f(${x}) = ${e}`,
      prime: `f'(${x})`,
      ddx: `\\frac{d}{d${x}}(${e})`,
    },
    words: { x },
  };
}
