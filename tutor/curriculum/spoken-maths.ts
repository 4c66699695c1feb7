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
  const logarithm = rng.pick(['log base $1 of $2', 'log base $1 of $2', 'log to the base $1 of $2', 'log to base $1 of $2']);
  const of = rng.chance(0.4) ? ' of ' : ' ';
  const named = rng.chance(0.3);
  return (plain) => {
    let text = plain
      .replace(/log_(\d+) ?(\d+|\([^()]+\))/g, logarithm)
      .replace(/(sin|cos|tan) (?=\d)/g, (_, name: string) => (named ? NAMED[name] : name) + of)
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
    for (const [sign, said] of RELATIONS) text = text.replace(sign, said);
    const plainLetters = !/[A-Za-z]{2}/.test(plain.replace(/sqrt|cbrt/g, ''));
    if (plus && plainLetters) text = text.replaceAll('+', ' plus ').replace(/(?<=[\w)] ?)-/g, ' minus ');
    return text
      .replaceAll('=', equals)
      .replace(/ +/g, ' ')
      .replace(/ (?=[),])/g, '')
      .trim();
  };
}

const NAMED: Readonly<Record<string, string>> = { sin: 'sine', cos: 'cosine', tan: 'tangent' };

/** The longer signs first. Without "is", so that they stand after it too: "Is 3 less than 5?" */
const RELATIONS: readonly (readonly [RegExp, string])[] = [
  [/ ?<= ?/, ' less than or equal to '],
  [/ ?>= ?/, ' greater than or equal to '],
  [/ ?< ?/, ' less than '],
  [/ ?> ?/, ' greater than '],
];

/** Whether words for its signs leave the maths as clear as it was. */
export function canBeSpoken(latex: string): boolean {
  // Sine and the like of an angle in degrees, and logarithms with their base, are said; other functions are not.
  const rest = latex.replaceAll(/\\(sin|cos|tan) \d+\^\\circ|\\log_(\d|\{\d+\}) (?=\d|\\frac\{\d+\})/g, '');
  // Nor a fraction before a letter: "1 over 2x" says something else.
  if (/\\frac\{\d+\}\{\d+\} ?[a-z(]/.test(rest)) return false;
  return !/\\(int|lim|begin|text|operatorname|div|ne|pm|vec|sum|log|ln|sin|cos|tan)|\\frac\{d|['|,:]|\\sqrt\[/.test(rest);
}
