import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '#tutor/curriculum/index.ts';
import { makeRng } from '#tutor/curriculum/rng.ts';
import { speak } from './speak.ts';

describe('a formula read aloud', () => {
  it.each([
    ['3x + 5 = 20', '3 x plus 5 equals 20', '3 x plus 5 gleich 20'],
    ['\\frac{3}{4}', '3 over 4', '3 durch 4'],
    ['\\frac12', '1 over 2', '1 durch 2'],
    ['\\frac{x + 1}{2}', 'the fraction x plus 1 over 2, end fraction', 'Bruch x plus 1 durch 2, Ende Bruch'],
    ['x + \\frac{1}{2}', 'x plus 1 over 2', 'x plus 1 durch 2'],
    ['x^{10} - y^3', 'x to the power 10 minus y cubed', 'x hoch 10 minus y hoch 3'],
    ['2^{n + 1}', '2 to the power n plus 1, end power', '2 hoch n plus 1, Ende Exponent'],
    ['\\sqrt{2} \\le \\pi', 'the square root of 2 is at most pi', 'Wurzel aus 2 kleiner oder gleich Pi'],
    ['\\sqrt[3]{x - 1}', 'the root of order 3 of x minus 1, end root', '3-te Wurzel aus x minus 1, Ende Wurzel'],
    ['\\boxed{x = 5}', 'x equals 5', 'x gleich 5'],
    ['90^\\circ', '90 degrees', '90 Grad'],
    ['2.5 \\ne 3', '2.5 is not equal to 3', '2,5 ungleich 3'],
    ['\\text{no solution}', 'no solution', 'keine Lösung'],
    ['a_1', 'a sub 1', 'a Index 1'],
    ['\\int_0^{3} x^2 \\, dx', 'the integral from 0 to 3 of x squared d x', 'das Integral von 0 bis 3 über x hoch 2 d x'],
    ['\\sum_{k=1}^{n} k', 'the sum from k equals 1 to n of k', 'die Summe von k gleich 1 bis n von k'],
    ['\\lim_{x \\to 0} \\sin x', 'the limit as x to 0 of sine x', 'der Grenzwert für x gegen 0 von Sinus x'],
    ['5! = 120', '5 factorial equals 120', '5 Fakultät gleich 120'],
  ])('%s', (tex, english, german) => {
    expect(speak(tex, 'en')).toBe(english);
    expect(speak(tex, 'de')).toBe(german);
  });

  it('has in German no English word left, in the answers and steps of every family', () => {
    const english =
      /\b(?:equals|over|times|squared|cubed|power|root|the|is|than|open|close|bracket|plus or|sub|degrees|from|end)\b/;
    const formulas = FAMILIES.flatMap((family) => {
      const { answer, steps } = family.make(makeRng(1), 1);
      return [answer, ...steps.flatMap((step) => [...step.matchAll(/\$([^$]+)\$/g)].map(([, tex]) => tex))];
    }).filter((tex) => !tex.includes('\\text'));
    expect(formulas.length).toBeGreaterThan(500);
    expect(formulas.filter((tex) => english.test(speak(tex, 'de')))).toEqual([]);
  });

  it('never fails on what is no formula', () => {
    const piece = fc.constantFrom('\\', '{', '}', '^', '_', '\\int', '\\frac', '\\sqrt[', ']', 'x', '1.', '\\text{', ' ', '&');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(typeof speak(pieces.join(''), 'de')).toBe('string');
      }),
    );
  });
});
