/** Negative numbers whose signs are told in words: "minus 6 times minus 7", "negative 12 take away 5". */
import type { Rng } from '../../rng.ts';
import { signedColumns } from '../../signed-sum.ts';
import { divideLines, timesLines } from '../../times-lines.ts';
import type { Said } from './said.ts';

type Operation = 'times' | 'over' | 'plus' | 'minus';

const SAID: Readonly<Record<Operation, readonly string[]>> = {
  times: ['times', 'times', 'multiplied by'],
  over: ['divided by', 'over'],
  plus: ['plus', 'add'],
  minus: ['minus', 'take away', 'subtract'],
};

const SIGN: Readonly<Record<Operation, string>> = { times: '\\cdot', over: '\\div', plus: '+', minus: '-' };

/** The signs are written down first, since the same word stands for a sign and for taking away. */
export function spokenSigns(rng: Rng): Said {
  const operation = rng.pick(['times', 'times', 'over', 'plus', 'minus'] as const);
  const [first, b] = draw(rng, operation);
  const a = operation === 'over' ? first * b : first;
  const negative = rng.pick(['minus', 'minus', 'negative']);
  const say = (n: number) => (n < 0 ? `${negative} ${-n}` : String(n));
  const expr = `${a} ${SIGN[operation]} ${b < 0 ? `(${b})` : b}`;
  const { lines, value } = work(operation, a, b, expr);
  return {
    words: `${say(a)} ${rng.pick(SAID[operation])} ${say(b)}`,
    expr,
    steps: [`In signs: $${expr}$`, ...lines],
    value,
  };
}

/** Two numbers of which one at least is negative. */
function draw(rng: Rng, operation: Operation): [number, number] {
  const most = operation === 'times' ? 25 : operation === 'over' ? 12 : 99;
  const [p, q] = [rng.sized(2, most), rng.sized(2, most)];
  return rng.pick([
    [-p, -q],
    [-p, -q],
    [-p, q],
    [p, -q],
  ]);
}

function work(operation: Operation, a: number, b: number, expr: string): { lines: string[]; value: number } {
  const rule =
    a < 0 === b < 0 ? 'The signs are the same, so the result is positive' : 'The signs differ, so the result is negative';
  const [p, q] = [Math.abs(a), Math.abs(b)];
  switch (operation) {
    case 'times':
      return { lines: [rule, ...timesLines(p, q), `Multiply: $${expr} = ${a * b}$`], value: a * b };
    case 'over':
      return { lines: [rule, ...divideLines(p, q), `Divide: $${expr} = ${a / b}$`], value: a / b };
    case 'plus':
      return joined(a, b, expr, 'Adding a negative is subtracting');
    case 'minus':
      return joined(a, -b, expr, 'Subtracting a negative is adding');
  }
}

/** a + term, where `expr` wrote the second sign apart. */
function joined(a: number, term: number, expr: string, rule: string): { lines: string[]; value: number } {
  const simpler = `${a} ${term < 0 ? '-' : '+'} ${Math.abs(term)}`;
  const rewritten = simpler === expr ? [] : [`${rule}: $${expr} = ${simpler}$`];
  return { lines: [...rewritten, ...signedColumns(a, term), `Work out: $${simpler} = ${a + term}$`], value: a + term };
}
