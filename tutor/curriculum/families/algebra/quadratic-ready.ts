import { quotient } from '../../division-step.ts';
import { moveConstant } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { divideLines } from '../../times-lines.ts';

/** Quadratics that need no method: a square alone, a bracket squared, or a product that is zero. */
export const quadraticReady: Family = {
  id: 'quadratic-ready',
  topic: 'algebra',
  title: 'Quadratic equations at sight',
  levels: ['a square alone', 'a product that is zero', 'a bracket squared'],
  phrasings: [
    ...SOLVE_EQUATION.filter((phrasing) => !/value|equal|calculate/.test(phrasing)),
    'Find the roots of <eq>.',
    'What are the solutions of <eq>?',
    'Find all solutions of <eq>',
    '<eq> find both values of <x>',
    'Solve <eq>, giving both answers.',
  ],
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'x', 'x', 'x', 'y', 'n', 't', 'a']);
    switch (level) {
      case 1:
        return squareAlone(x, rng);
      case 2:
        return rng.chance(0.6) ? brackets(x, rng) : factorOut(x, rng);
      default:
        return bracketSquared(x, rng);
    }
  },
};

/** Two roots in ascending order, one where they are the same. */
function both(x: string, first: number, second: number): string {
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  return low === high ? `${x} = ${low}` : `${x} = ${low}, ${x} = ${high}`;
}

/** ax^2 = c, ax^2 + b = c. */
function squareAlone(x: string, rng: Rng): Worked {
  const a = rng.chance(0.25) ? 1 : rng.int(2, 9);
  const root = rng.int(a === 1 ? 2 : 1, a === 1 ? 15 : 10);
  const b = rng.chance(0.45) ? rng.nonzero(-20, 30) : 0;
  const square = root * root;
  const left = term(a, `${x}^2`);
  const c = a * square + b;
  const moved = b === 0 ? [] : [moveConstant(left, b, c), `Simplify: $${left} = ${a * square}$`];
  const divided = a === 1 ? [] : [...divideLines(a * square, a), `Divide both sides by $${a}$: $${x}^2 = ${square}$`];
  return {
    maths: { eq: `${b === 0 ? left : sum(left, String(b))} = ${c}`, x },
    steps: [...moved, ...divided, `The square root of $${square}$ is $${root}$, and both signs fit: $${x} = \\pm ${root}$`],
    answer: both(x, -root, root),
  };
}

/** (x + a)(x + b) = 0, also with a coefficient inside. */
function brackets(x: string, rng: Rng): Worked {
  const [p, q] = [rng.nonzero(-12, 12), rng.nonzero(-12, 12)];
  const [m, n] = [1, rng.chance(0.75) ? 1 : rng.int(2, 5)];
  const first = zeroOf(m, p, x);
  const second = zeroOf(n, q, x);
  const inner = (k: number, constant: number) => `(${sum(term(k, x), String(constant))})`;
  const same = first.value === second.value;
  const roots = [first, second].sort((a, b) => a.at - b.at).map(({ value }) => `${x} = ${value}`);
  const left = same && m === n ? `${inner(m, p)}^2` : `${inner(m, p)}${inner(n, q)}`;
  return {
    maths: { eq: rng.chance(0.1) ? `0 = ${left}` : `${left} = 0`, x },
    steps: ['A product is zero when one of its factors is', ...first.steps, ...(same ? [] : second.steps)],
    answer: same ? roots[0] : roots.join(', '),
  };
}

/** Where kx + c is zero. */
function zeroOf(k: number, c: number, x: string): { steps: string[]; value: string; at: number } {
  const { value, written, lines } = quotient(-c, k);
  const given = `If $${sum(term(k, x), String(c))} = 0$`;
  if (k === 1) return { steps: [`${given}, then $${x} = ${value}$`], value, at: -c };
  return { steps: [`${given}, then $${term(k, x)} = ${-c}$, so $${x} = ${written}$`, ...lines], value, at: -c / k };
}

/** x(ax + b) = 0, or ax^2 + bx = 0 with x taken out. */
function factorOut(x: string, rng: Rng): Worked {
  const a = rng.chance(0.5) ? 1 : rng.int(2, 6);
  const b = rng.nonzero(-12, 12);
  const inner = zeroOf(a, b, x);
  const factored = `${x}(${sum(term(a, x), String(b))})`;
  const typed = rng.chance(0.6) ? factored : sum(term(a, `${x}^2`), term(b, x));
  const roots = inner.at < 0 ? [inner.value, '0'] : ['0', inner.value];
  return {
    maths: { eq: `${typed} = 0`, x },
    steps: [
      ...(typed === factored ? [] : [`Take out $${x}$: $${factored} = 0$`]),
      'A product is zero when one of its factors is',
      `The first factor: $${x} = 0$`,
      ...inner.steps,
    ],
    answer: roots.map((root) => `${x} = ${root}`).join(', '),
  };
}

/** (x + a)^2 = c, at times k(x + a)^2 = c. */
function bracketSquared(x: string, rng: Rng): Worked {
  const [a, root] = [rng.nonzero(-12, 12), rng.int(1, 12)];
  const k = rng.chance(0.75) ? 1 : rng.int(2, 6);
  const square = root * root;
  const inner = sum(x, String(a));
  const [low, high] = [-root - a, root - a];
  return {
    maths: { eq: `${k === 1 ? '' : k}(${inner})^2 = ${k * square}`, x },
    steps: [
      ...(k === 1 ? [] : [...divideLines(k * square, k), `Divide both sides by $${k}$: $(${inner})^2 = ${square}$`]),
      `Take square roots: $${inner} = \\pm ${root}$`,
      `With the minus: $${x} = ${sum(String(-root), String(-a))} = ${low}$`,
      `With the plus: $${x} = ${sum(String(root), String(-a))} = ${high}$`,
    ],
    answer: both(x, low, high),
  };
}
