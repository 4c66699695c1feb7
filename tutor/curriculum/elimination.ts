/** Two linear equations in two unknowns: the lines that remove one unknown and find the other. */
import { divideBoth } from './equation-steps.ts';
import { factor } from './latex.ts';
import { coefficientOf, collectSides, type LinearEquation } from './linear-terms.ts';
import { sum, term } from './polynomial.ts';
import { gcd } from './quotient.ts';
import { gcdLines } from './rational.ts';
import { signedColumns } from './signed-sum.ts';
import { timesLines } from './times-lines.ts';

type Row = readonly [number, number, number];

/** Each equation as px + qy = r, the second unknown removed, the first one found. */
export function eliminate(equations: readonly LinearEquation[], x: string, y: string): string[] {
  const steps: string[] = [`Find $${x}$, so remove $${y}$`];
  const rows = equations.map((typed, index): Row => {
    const { steps: collecting, equation } = collectSides(typed);
    const { left, right } = equation;
    const of = (letter: string) => coefficientOf(left, letter) - coefficientOf(right, letter);
    const row: Row = [of(x), of(y), -of('')];
    const moving = [x, y, ''].flatMap((letter) => moveLines(letter, coefficientOf(left, letter), coefficientOf(right, letter)));
    steps.push(...collecting, ...moving, `Equation ${index + 1}: $${write(row, x, y)}$`);
    return row;
  });
  const common = Math.abs(rows[0][1] * rows[1][1]) / gcd(rows[0][1], rows[1][1]);
  if (Math.abs(rows[0][1]) !== Math.abs(rows[1][1]))
    steps.push(
      ...gcdLines(Math.abs(rows[0][1]), Math.abs(rows[1][1])).slice(0, -1),
      `> lcm(${Math.abs(rows[0][1])}, ${Math.abs(rows[1][1])}) = ${common}`,
    );
  const [one, two] = rows.map((row, index): Row => {
    const by = common / Math.abs(row[1]);
    const scaled: Row = [row[0] * by, row[1] * by, row[2] * by];
    const scratch = row.flatMap((n) => timesLines(n, by));
    if (by > 1) steps.push(...scratch, `Multiply equation ${index + 1} by $${by}$: $${write(scaled, x, y)}$`);
    return scaled;
  });
  const add = one[1] === -two[1];
  const sign = add ? 1 : -1;
  const [left, right] = [one[0] + sign * two[0], one[2] + sign * two[2]];
  steps.push(
    `> ${one[0]} ${add ? '+' : '-'} ${factor(two[0])} = ${left}`,
    ...signedColumns(one[2], sign * two[2]),
    `> ${one[2]} ${add ? '+' : '-'} ${factor(two[2])} = ${right}`,
    `${add ? 'Add the equations' : 'Subtract the equations'} to remove $${y}$: $${term(left, x)} = ${right}$`,
  );
  return [...steps, ...divideBoth(left, right, x).steps];
}

/** What is left of a letter, or of the numbers, once the right side is taken to the left: "> m: 7 - 3 = 4", "> m: -3". */
function moveLines(letter: string, left: number, right: number): string[] {
  const name = letter === '' ? 'number' : letter;
  if (left === 0 || right === 0) return [`> ${name}: ${left - right}`];
  return [...signedColumns(left, -right), `> ${name}: ${sum(String(left), String(-right))} = ${left - right}`];
}

function write([p, q, r]: Row, x: string, y: string): string {
  return `${sum(term(p, x), term(q, y))} = ${r}`;
}
