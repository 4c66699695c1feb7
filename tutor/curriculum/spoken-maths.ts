/** Keyboard maths put into words, as students say it: "x squared plus 3", "root 50", "3 over 4". Knows no LaTeX. */
import type { Rng } from './rng.ts';

/** One way of saying maths, kept through a question. It takes keyboard maths with `*`, `/`, `-`, `^` and `sqrt(…)`. */
export function mathsSpeaker(rng: Rng): (plain: string) => string {
  const power = rng.pick([' to the power of ', ' to the power ', ' to the ']);
  const root = rng.pick(['root ', 'root ', 'sqrt', 'sqrt ', 'square root of ', 'the square root of ', '√']);
  const times = rng.pick(['*', '*', ' times ', ' times ', 'x', ' x ', ' multiplied by ', ' by ']);
  const over = rng.pick(['/', '/', '/', ' over ', ' divided by ']);
  const plus = rng.chance(0.3);
  const equals = rng.pick(['=', '=', '=', ' equals ', ' is ']);
  const halves = rng.chance(0.3);
  const percent = rng.pick(['%', ' percent', ' per cent']);
  return (plain) => {
    let text = plain
      .replace(/\^2(?!\d)/g, ' squared ')
      .replace(/\^3(?!\d)/g, ' cubed ')
      .replace(/\^(\d+|[a-z]\b)/g, `${power}$1 `)
      .replace(/\^\((-?\d+(?:\/\d+)?)\)/g, `${power}$1 `)
      .replace(/cbrt\((\w+)\)/g, ' cube root of $1 ')
      .replace(/sqrt\((\w+)\)/g, ` ${root}$1 `);
    if (halves) text = text.replace(/(?<![\d/.\w])\(?1\/(2|4)\)?(?![\d/.])/g, (_, under: string) => (under === '2' ? '½' : '¼'));
    // "x" for times only where no letter x stands beside it.
    if (times.trim() !== 'x' || !/[a-z]/.test(text)) text = text.replaceAll('*', times);
    // "36 to the 3 over 2" could be either power.
    const fractionalPower = /\^\(-?\d+\//.test(plain);
    text = text.replaceAll('/', fractionalPower ? '/' : over).replaceAll('%', percent);
    const plainLetters = !/[A-Za-z]{2}/.test(plain.replace(/sqrt|cbrt/g, ''));
    if (plus && plainLetters) text = text.replaceAll('+', ' plus ').replace(/(?<=[\w)] ?)-/g, ' minus ');
    return text
      .replaceAll('=', equals)
      .replace(/ +/g, ' ')
      .replace(/ (?=[),])/g, '')
      .trim();
  };
}

/** Whether words for its signs leave the maths as clear as it was. */
export function canBeSpoken(latex: string): boolean {
  return !/\\(int|lim|begin|text|operatorname|div|le|ge|ne|pm|vec|sum|log|ln|sin|cos|tan)|\\frac\{d|['|,:<>]|\\sqrt\[/.test(
    latex,
  );
}
