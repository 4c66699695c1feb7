import { describe, expect, test } from 'vitest';
import { generateProblem } from '../curriculum/family.ts';
import { FAMILIES } from '../curriculum/index.ts';
import { answerToLatex } from '../problem/read-answer.ts';
import { type Judgement, judgeAnswer } from './judge-answer.ts';

const TABLE: readonly (readonly [
  typed: string,
  expected: string,
  question: string,
  verdict: Judgement['verdict'],
  hint: string | null,
])[] = [
  ['2/3', '\\frac{2}{3}', 'Simplify 12/18', 'right', null],
  ['12/18', '\\frac{2}{3}', 'Simplify 12/18', 'almost', 'unreduced'],
  ['6/9', '\\frac{2}{3}', 'Simplify 12/18', 'almost', 'unreduced'],
  ['0.5', '\\frac{1}{2}', 'Work out 1/4 + 1/4', 'right', null],
  ['8/16', '\\frac{8}{16}', 'Is 8/16 or 6/20 bigger?', 'right', null],
  ['6:4', '3 : 2', 'Simplify the ratio 12:8', 'almost', 'unreduced'],
  ['sqrt(50)', '5\\sqrt{2}', 'Simplify sqrt(50)', 'almost', 'unfinished'],
  ['5 sqrt 2', '5\\sqrt{2}', 'Simplify sqrt(50)', 'right', null],
  ['12*12', '144', 'Work out 9*16', 'almost', 'unfinished'],
  ['3 + 1/2', '\\frac{7}{2}', 'Work out 3 1/4 + 1/4', 'right', null],
  ['(x-2)(x+2)', 'x^2 - 4', 'Expand (x - 2)(x + 2)', 'almost', 'unfinished'],
  ['x^2 - 4', '(x - 2)(x + 2)', 'Factorise x^2 - 4', 'almost', 'unfinished'],
  ['(x+2)(x-2)', '(x - 2)(x + 2)', 'Factorise x^2 - 4', 'right', null],
  ['x = 3 or x = 2', 'x = 2, x = 3', 'Solve x^2 - 5x + 6 = 0', 'right', null],
  ['x = 3 oder x = 2', 'x = 2, x = 3', 'Solve x^2 - 5x + 6 = 0', 'right', null],
  ['3', 'x = 2, x = 3', 'Solve x^2 - 5x + 6 = 0', 'wrong', 'missing-root'],
  ['5', 'x = -5', 'Solve x + 5 = 0', 'wrong', 'sign'],
  ['17 r 2', '17 \\text{ remainder } 2', 'Divide 87 by 5', 'right', null],
  ['17 Rest 2', '17 \\text{ remainder } 2', 'Divide 87 by 5', 'right', null],
  ['12 cm', '12', 'What is the width?', 'right', null],
  ['8 m', '8', 'Convert 800 cm to m.', 'right', null],
  ['800 cm', '800', 'Convert 8 m to cm.', 'right', null],
  ['800 mm', '800', 'Convert 8 m to cm.', 'wrong', 'unit'],
  ['8 kg', '800', 'Convert 8 m to cm.', 'wrong', 'ten'],
  ['84 cm^2', '84', 'Find the area of a triangle with base 12 cm and height 14 cm.', 'right', null],
  ['84 cm', '84', 'Find the area of a triangle with base 12 cm and height 14 cm.', 'wrong', 'unit'],
  ['84 m^2', '84', 'Find the area of a triangle with base 12 cm and height 14 cm.', 'wrong', 'unit'],
  ['289pi cm^2', '289\\pi', 'Find the area of a circle with radius 17 cm in terms of pi.', 'right', null],
  ['11 cm', '11', 'A rectangle has area 66 and length 6 cm. Find its width.', 'right', null],
  ['315 miles', '315', 'A cyclist travels at 35 miles per hour for 9 hours. What distance is covered?', 'right', null],
  ['315 km', '315', 'A cyclist travels at 35 miles per hour for 9 hours. What distance is covered?', 'wrong', 'unit'],
  ['9 h', '9', 'A cyclist travels 315 miles at 35 miles per hour. Find the time in hours.', 'right', null],
  ['9 mins', '9', 'A cyclist travels 315 miles at 35 miles per hour. Find the time in hours.', 'wrong', 'unit'],
  ['$14', '14', 'Ben buys 12 bottles at $4 each and pays with $62. How much change does Ben get?', 'right', null],
  ['14 euros', '14', 'Ben buys 12 bottles at $4 each and pays with $62. How much change does Ben get?', 'wrong', 'unit'],
  ['85 kg', '85', 'What is $12.5\\%$ of 680 kg?', 'right', null],
  ['6m', '6m', 'Simplify 2m + 4m', 'right', null],
  ['2:05', '\\text{2:05}', 'How long is it?', 'right', null],
  ['[[1, 2], [3, 4]]', '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', 'Add', 'right', null],
  ['0.8(3)', '0.8\\overline{3}', 'Write 5/6 as a decimal', 'right', null],
  ['))((', '5', 'Work out 2 + 3', 'undecided', null],
];

describe('judgeAnswer', () => {
  test.each(TABLE)('%s for %s (%s) is %s', (typed, expected, question, verdict, hint) => {
    expect(judgeAnswer(answerToLatex(typed), expected, question)).toEqual({ verdict, hint });
  });

  test.each(FAMILIES.filter(({ topic }) => topic !== 'other').map((family) => [family.id, family] as const))(
    'takes the own answer of %s at every level',
    (_, family) => {
      for (let level = 1; level <= family.levels.length; level++) {
        const { answer, question } = generateProblem(family, { seed: 7, level });
        expect(judgeAnswer(answer, answer, question).verdict).toBe('right');
      }
    },
  );
});
