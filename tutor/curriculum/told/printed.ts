/** The words of a question with its maths as programs print it: 3*x**2, (-4)/6. */
import { type PlainStyle, toPlain } from '../plain-maths.ts';

const PRINTED: PlainStyle = {
  spaced: true,
  times: '*',
  divide: '/',
  minus: '-',
  superscripts: false,
  root: 'sqrt',
  pi: 'pi',
  code: true,
};

/** Maths stands between `\(` and `\)`. */
export function printed(words: string): string {
  return words.replace(/\\\((.*?)\\\)/g, (_, latex: string) => toPlain(latex, PRINTED).replaceAll(' / ', '/'));
}
