import { divideBoth, moveConstant, solveTwoStep } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { equalities, sum, term } from '../../polynomial.ts';
import { gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { signedColumns } from '../../signed-sum.ts';

/** px + qy = r. */
type Equation = readonly [number, number, number];

/** Two linear equations in two unknowns, by elimination; the solution is whole. */
export const simultaneousEquations: Family = {
  id: 'simultaneous-equations',
  topic: 'algebra',
  title: 'Simultaneous equations',
  levels: [
    'add or subtract',
    'multiply one equation',
    'multiply both equations',
    'one unknown already alone',
    'both equations give the same unknown',
  ],
  phrasings: [
    'Solve the simultaneous equations <e1> and <e2>.',
    'Solve <e1> and <e2>',
    'Solve simultaneously: <e1>, <e2>',
    'Solve the system <e1>, <e2>.',
    'Find <x> and <y> if <e1> and <e2>.',
    '<e1>, <e2>',
    '<e1> and <e2>, find <x> and <y>',
    'Solve the system of equations: <e1> and <e2>',
    'What are <x> and <y> if <e1> and <e2>?',
    'solve for <x> and <y>: <e1>; <e2>',
    'Work out <x> and <y> when <e1> and <e2>.',
    'how do i solve <e1> and <e2> together',
    'Given <e1> and <e2>, find <x> and <y>.',
    'Use elimination to solve <e1> and <e2>.',
    'simultaneous equations: <e1> and <e2>',
    'Find the values of <x> and <y> that satisfy <e1> and <e2>.',
    'Question 6. Solve <e1> and <e2> for <x> and <y>.',
    'Find the solution of <e1> and <e2>.',
    'can you solve <e1> , <e2> step by step',
    'Where do the lines <e1> and <e2> meet? Give <x> and <y>.',
    'solve <e1> , <e2>',
    'find <x> and <y> if <e1> and <e2>',
    'simultaneous: <e1>, <e2>',
    'what are <x> and <y> when <e1> and <e2>',
    '<e1>\n<e2>',
    'Solve by elimination <e1> and <e2>.',
    'work out <x> and <y>: <e1>, <e2>',
    '<e1> <e2> solve both',
    'Use substitution or elimination: <e1>; <e2>',
  ],
  make(rng, level) {
    const [x, y] = rng.chance(0.8)
      ? ['x', 'y']
      : rng.pick([
          ['a', 'b'],
          ['p', 'q'],
          ['m', 'n'],
        ]);
    if (level === 5) return bothAlone(x, y, rng);
    return level === 4 ? substitution(x, y, rng) : elimination(x, y, level, rng);
  },
};

function write([p, q, r]: Equation, x: string, y: string): string {
  return `${sum(term(p, x), term(q, y))} = ${r}`;
}

function elimination(x: string, y: string, level: number, rng: Rng): Worked {
  const [u, v] = [rng.int(-7, 9), rng.int(-7, 9)];
  const small = () => (rng.chance(0.3) ? -rng.int(1, 6) : rng.int(1, 7));
  for (;;) {
    const [a, b, c, d] = [small(), small(), small(), small()];
    if (a * d === b * c) continue;
    const [sizeB, sizeD] = [Math.abs(b), Math.abs(d)];
    const fits =
      level === 1
        ? sizeB === sizeD
        : level === 2
          ? sizeB !== sizeD && (sizeB % sizeD === 0 || sizeD % sizeB === 0)
          : gcd(b, d) < Math.min(sizeB, sizeD);
    if (fits) return eliminate(x, y, [a, b, a * u + b * v], [c, d, c * u + d * v], u, v);
  }
}

function eliminate(x: string, y: string, first: Equation, second: Equation, u: number, v: number): Worked {
  const common = (Math.abs(first[1]) * Math.abs(second[1])) / gcd(first[1], second[1]);
  const steps: string[] = [];
  const scaled = [first, second].map((each, index) => {
    const by = common / Math.abs(each[1]);
    const made = each.map((n) => n * by) as unknown as Equation;
    if (by > 1) steps.push(`Multiply equation ${index + 1} by $${by}$: $${write(made, x, y)}$`);
    return made;
  });
  const [one, two] = scaled;
  const add = one[1] === -two[1];
  const sign = add ? 1 : -1;
  const [left, right] = [one[0] + sign * two[0], one[2] + sign * two[2]];
  steps.push(
    ...signedColumns(one[0], sign * two[0]),
    `> ${one[0]} ${add ? '+' : '-'} ${factor(two[0])} = ${left}`,
    ...signedColumns(one[2], sign * two[2]),
    `> ${one[2]} ${add ? '+' : '-'} ${factor(two[2])} = ${right}`,
    `${add ? 'Add the equations' : 'Subtract the equations'} to remove $${y}$: $${term(left, x)} = ${right}$`,
  );
  const solved = divideBoth(left, right, x);
  steps.push(...solved.steps);
  const [a, b, r] = first;
  steps.push(`Put $${x} = ${u}$ into equation 1: $${sum(String(a * u), term(b, y))} = ${r}$`);
  if (u !== 0) steps.push(moveConstant(term(b, y), a * u, r), `Simplify: $${term(b, y)} = ${r - a * u}$`);
  steps.push(...divideBoth(b, r - a * u, y).steps, checkLine(second, u, v));
  return { maths: { e1: write(first, x, y), e2: write(second, x, y), x, y }, steps, answer: `${x} = ${u}, ${y} = ${v}` };
}

function checkLine([c, d, s]: Equation, u: number, v: number): string {
  const product = (k: number, n: number) => (k === 1 ? String(n) : `${k} \\cdot ${factor(n)}`);
  return `Check equation 2: $${equalities(sum(product(c, u), product(d, v)), sum(String(c * u), String(d * v)), String(s))}$`;
}

/** y = kx + m put into px + qy = r. */
function substitution(x: string, y: string, rng: Rng): Worked {
  const [u, v] = [rng.int(-6, 8), rng.int(-6, 9)];
  const k = rng.nonzero(-4, 5);
  const m = v - k * u;
  let [p, q] = [rng.nonzero(-4, 6), rng.nonzero(-3, 5)];
  while (p + q * k === 0) [p, q] = [rng.nonzero(-4, 6), rng.nonzero(-3, 5)];
  const r = p * u + q * v;
  const line = sum(term(k, x), m === 0 ? '' : String(m));
  const multiplier = q === 1 ? '' : q === -1 ? '-' : String(q);
  const constant = q * m;
  const put = sum(term(p, x), `${multiplier}(${line})`);
  const expanded = sum(term(p, x), term(q * k, x), constant === 0 ? '' : String(constant));
  const collected = sum(term(p + q * k, x), constant === 0 ? '' : String(constant));
  const { steps } = solveTwoStep(p + q * k, constant, r, x);
  const kx = k === 1 ? String(u) : k === -1 ? `-${factor(u)}` : `${k} \\cdot ${factor(u)}`;
  const flip = rng.chance(0.3);
  const e1 = `${y} = ${line}`;
  const e2 = write([p, q, r], x, y);
  return {
    maths: { e1: flip ? e2 : e1, e2: flip ? e1 : e2, x, y },
    steps: [
      `Substitute $${y} = ${line}$: $${put} = ${r}$`,
      `Expand: $${expanded} = ${r}$`,
      `Collect: $${collected} = ${r}$`,
      ...steps,
      m === 0
        ? `Find $${y}$: $${equalities(y, kx, String(v))}$`
        : `Find $${y}$: $${equalities(y, sum(kx, String(m)), sum(String(k * u), String(m)), String(v))}$`,
    ],
    answer: `${x} = ${u}, ${y} = ${v}`,
  };
}

/** y = ax + b and y = cx + d: what y equals is set equal. */
function bothAlone(x: string, y: string, rng: Rng): Worked {
  const [a, c] = [rng.nonzero(-6, 9), rng.nonzero(-6, 9)];
  if (a === c) return bothAlone(x, y, rng);
  const [root, b] = [rng.int(-8, 9), rng.int(-15, 15)];
  const value = a * root + b;
  const d = value - c * root;
  const side = (k: number, n: number) => sum(term(k, x), n === 0 ? '' : String(n));
  const moved = term(Math.abs(c), x);
  const { steps } = solveTwoStep(a - c, b, d, x);
  const action = c > 0 ? `Subtract $${moved}$ from both sides` : `Add $${moved}$ to both sides`;
  const product = a === 1 ? String(root) : a === -1 ? `-${factor(root)}` : `${a} \\cdot ${factor(root)}`;
  const constant = b === 0 ? '' : String(b);
  return {
    maths: { e1: `${y} = ${side(a, b)}`, e2: `${y} = ${side(c, d)}`, x, y },
    steps: [
      `Both are $${y}$: $${side(a, b)} = ${side(c, d)}$`,
      `${action}: $${sum(term(a - c, x), constant)} = ${d}$`,
      ...steps,
      `Put $${x} = ${root}$ into the first: $${equalities(`${y} = ${sum(product, constant)}`, sum(String(a * root), constant), String(value))}$`,
    ],
    answer: `${x} = ${root}, ${y} = ${value}`,
  };
}
