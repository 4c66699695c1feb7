/** What a learner typed, with the decimal marks that the tutor reads: where the language writes "2,5", commas become points. */
import { withDecimalPoints } from '#tutor/problem/decimal-comma.ts';
import { hasDecimalComma, mathsLanguage } from '../typeset/maths-language.ts';

export function typedNumbers(text: string, language: string): string {
  return hasDecimalComma(mathsLanguage(language)) ? withDecimalPoints(text) : text;
}
