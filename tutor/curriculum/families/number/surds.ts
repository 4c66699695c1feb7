import { productLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import { fraction } from '../../quotient.ts';
import { rational, reduceLines } from '../../rational.ts';
import type { Rng } from '../../rng.ts';
import { simplestSurd, surdLines, writeSurd } from '../../surd.ts';

/** Square roots in their simplest form. */
export const surds: Family = {
  id: 'surds',
  topic: 'number',
  title: 'Surds',
  levels: ['one root', 'multiples and products', 'sums of like roots', 'a root in the denominator'],
  phrasings: [
    'Simplify <expr>',
    'Simplify <expr>.',
    'simplify the surd <expr>',
    'Write <expr> in its simplest form.',
    'Express <expr> in simplest surd form.',
    'simplify <expr> fully',
    'What is <expr> in simplest form?',
    'Give <expr> as a simplified surd.',
    'Simplify fully <expr>.',
    '<expr> in surd form',
    'Write <expr> as a surd in its simplest form',
    'Find the exact value of <expr>.',
    'how do i simplify <expr>',
    'Work out <expr>, leaving your answer in surd form.',
    'Question 4. Simplify <expr>.',
    'Leave <expr> in simplest exact form.',
    'exact simplified form of <expr>',
    'give <expr> as simplified radical',
    'Simplify the radical <expr>',
    'reduce <expr> to simplest radical form',
    '<expr> as a simplified surd',
    '<expr> in its simplest surd form',
    'write <expr> as a surd in simplest form',
    'whats <expr> simplified',
    '<expr> simplify',
    'Give <expr> in simplest form, as a surd.',
  ],
  make(rng, level) {
    switch (level) {
      case 1:
        return oneRoot(rng);
      case 2:
        return rng.chance(0.5) ? multiple(rng) : product(rng);
      case 3:
        return like(rng);
      default:
        return rationalise(rng);
    }
  },
};

const SQUARE_FREE: readonly number[] = [2, 2, 3, 3, 5, 6, 7, 10, 11, 13, 14, 15];

function draw(rng: Rng, largest: number): number {
  const k = rng.int(2, largest);
  return k * k * rng.pick(SQUARE_FREE);
}

function oneRoot(rng: Rng): Worked {
  const n = rng.chance(0.1)
    ? rng.pick(SQUARE_FREE)
    : rng.chance(0.08)
      ? rng.int(2, 15) ** 2
      : draw(rng, rng.chance(0.7) ? 6 : 10);
  const { lines, value } = surdLines(n);
  const steps = lines.length > 0 ? lines : [`No square above $1$ divides $${n}$, so it is simplest: $\\sqrt{${n}}$`];
  return { maths: { expr: `\\sqrt{${n}}` }, steps, answer: value };
}

/** The line that gathers outside · (k√inside). */
function gather(outside: number, root: { outside: number; inside: number }, written: string): string[] {
  const answer = writeSurd(outside * root.outside, root.inside);
  return [...productLines(Math.abs(outside), root.outside), `Multiply: $${written} = ${answer}$`];
}

function multiple(rng: Rng): Worked {
  const k = rng.int(2, 9);
  const n = draw(rng, 7);
  const root = simplestSurd(n);
  const expr = `${k}\\sqrt{${n}}`;
  return {
    maths: { expr },
    steps: [...surdLines(n).lines, ...gather(k, root, `${k} \\cdot ${writeSurd(root.outside, root.inside)}`)],
    answer: writeSurd(k * root.outside, root.inside),
  };
}

function product(rng: Rng): Worked {
  const [a, b] = [rng.int(2, 20), rng.int(2, 20)];
  const { lines, value } = surdLines(a * b);
  const expr = `\\sqrt{${a}} \\cdot \\sqrt{${b}}`;
  return {
    maths: { expr },
    steps: [...productLines(a, b), `Multiply under the root: $${expr} = \\sqrt{${a * b}}$`, ...lines],
    answer: value,
  };
}

function like(rng: Rng): Worked {
  const inside = rng.pick(SQUARE_FREE);
  const term = () => ({ outside: rng.chance(0.5) ? 1 : rng.int(2, 6), n: inside * rng.int(1, 6) ** 2, minus: rng.chance(0.4) });
  const [a, b] = [{ ...term(), minus: false }, term()];
  const sign = b.minus ? '-' : '+';
  const write = (outside: number, n: number) => `${outside === 1 ? '' : outside}\\sqrt{${n}}`;
  const expr = `${write(a.outside, a.n)} ${sign} ${write(b.outside, b.n)}`;
  const simple = [a, b].map(({ outside, n }) => outside * simplestSurd(n).outside);
  const total = simple[0] + (b.minus ? -simple[1] : simple[1]);
  const answer = total === 0 ? '0' : writeSurd(total, inside);
  const reduced = `${writeSurd(simple[0], inside)} ${sign} ${writeSurd(simple[1], inside)}`;
  return {
    maths: { expr },
    steps: [
      ...(a.n === b.n ? surdLines(a.n).lines : [...surdLines(a.n).lines, ...surdLines(b.n).lines]),
      ...(reduced === expr ? [] : [`Write with like roots: $${expr} = ${reduced}$`]),
      `Collect: $${reduced} = ${answer}$`,
    ],
    answer,
  };
}

/** a / √b = a√b / b. */
function rationalise(rng: Rng): Worked {
  const a = rng.int(1, 20);
  const b = rng.pick([2, 3, 5, 6, 7, 10, 11]);
  const expr = fraction(a, `\\sqrt{${b}}`);
  const over = fraction(writeSurd(a, b), b);
  const reduced = reduceLines(a, b);
  const { top, bottom } = rational(a, b);
  const answer = bottom === 1 ? writeSurd(top, b) : fraction(writeSurd(top, b), bottom);
  return {
    maths: { expr },
    steps: [
      `Multiply top and bottom by $\\sqrt{${b}}$: $${expr} = ${over}$`,
      ...(reduced.length > 0 ? [...reduced, `So: $${over} = ${answer}$`] : []),
    ],
    answer,
  };
}
