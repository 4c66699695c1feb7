import { divideBoth, moveConstant, solveTwoStep, UNKNOWNS } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { SOLVE_EQUATION } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import { fraction, gcd } from '../../quotient.ts';
import type { Rng } from '../../rng.ts';
import { signedColumns } from '../../signed-sum.ts';
import { timesLines } from '../../times-lines.ts';

/** Equations in which the unknown is divided or has a fraction before it; numbers as a learner of algebra meets them. */
export const equationFractions: Family = {
  id: 'equation-fractions',
  topic: 'algebra',
  title: 'Equations with fractions',
  levels: ['one fraction and a number', 'a fraction times the unknown', 'two fractions', 'a bracket with a fraction'],
  phrasings: SOLVE_EQUATION,
  make(rng, level) {
    const x = rng.pick(UNKNOWNS);
    switch (level) {
      case 1:
        return dividedAndAdded(x, rng);
      case 2:
        return fractionTimes(x, rng);
      case 3:
        return rng.chance(0.5) ? twoFractions(x, rng) : overEachOther(x, rng);
      default:
        return fractionOfBracket(x, rng);
    }
  },
};

function small(rng: Rng): number {
  return rng.chance(0.25) ? -rng.int(1, 9) : rng.int(1, 12);
}

/** The line and its scratch that make a product of the right side. */
function multiplyRight(left: string, right: number, by: number): string[] {
  return [
    `Multiply both sides by $${by}$: $${left} = ${right} \\cdot ${by}$`,
    ...timesLines(right, by),
    `Simplify: $${left} = ${right * by}$`,
  ];
}

/** x/3 + 2 = 7, 2x/3 - 1 = 5 or 4 + x/2 = 9. */
function dividedAndAdded(x: string, rng: Rng): Worked {
  const c = rng.int(2, 10);
  const a = rng.chance(0.7) ? 1 : rng.int(2, 6);
  const b = rng.nonzero(-15, 15);
  // At times the solution is a fraction.
  const quotient = a === 1 || rng.chance(0.2) ? small(rng) : a * small(rng);
  const shown = fraction(term(a, x), c);
  const d = quotient + b;
  const eq = b > 0 && rng.chance(0.2) ? `${b} + ${shown} = ${d}` : `${sum(shown, String(b))} = ${d}`;
  const last = divideBoth(a, quotient * c, x);
  return {
    maths: { eq, x },
    steps: [
      moveConstant(shown, b, d),
      `Simplify: $${shown} = ${quotient}$`,
      ...multiplyRight(term(a, x), quotient, c),
      ...last.steps,
      ...(a === 1 ? [`Check: $${sum(fraction(quotient * c, c), String(b))} = ${sum(String(quotient), String(b))} = ${d}$`] : []),
    ],
    answer: `${x} = ${last.value}`,
  };
}

/** (2/3)x = 8, with a number added now and then. */
function fractionTimes(x: string, rng: Rng): Worked {
  const bottom = rng.int(2, 9);
  let top = rng.chance(0.5) ? 1 : rng.int(1, bottom - 1);
  while (gcd(top, bottom) !== 1) top = rng.int(1, bottom - 1);
  const value = top === 1 || rng.chance(0.2) ? small(rng) : top * small(rng);
  const b = rng.chance(0.5) ? rng.nonzero(-12, 12) : 0;
  const shown = `${fraction(top, bottom)}${x}`;
  const typed = `${fraction(top, bottom)}${rng.chance(0.2) ? ' \\cdot ' : ''}${x}`;
  const last = divideBoth(top, value * bottom, x);
  return {
    maths: { eq: `${b === 0 ? typed : sum(typed, String(b))} = ${value + b}`, x },
    steps: [
      ...(b === 0 ? [] : [moveConstant(shown, b, value + b), `Simplify: $${shown} = ${value}$`]),
      ...multiplyRight(term(top, x), value, bottom),
      ...last.steps,
    ],
    answer: `${x} = ${last.value}`,
  };
}

/** x/2 + x/3 = 10. */
function twoFractions(x: string, rng: Rng): Worked {
  const a = rng.int(2, 8);
  let b = rng.int(2, 8);
  while (b === a) b = rng.int(2, 8);
  const common = (a * b) / gcd(a, b);
  const [p, q] = [common / a, common / b];
  const minus = rng.chance(0.4);
  const k = minus ? p - q : p + q;
  const whole = k / gcd(k, common);
  const c = rng.chance(0.8) ? whole * rng.int(1, 6) : rng.int(1, 12);
  const sign = minus ? '-' : '+';
  const last = divideBoth(k, c * common, x);
  return {
    maths: { eq: `${fraction(x, a)} ${sign} ${fraction(x, b)} = ${c}`, x },
    steps: [
      `> lcm(${a}, ${b}) = ${common}`,
      ...timesLines(c, common),
      `Multiply both sides by $${common}$: $${term(p, x)} ${sign} ${term(q, x)} = ${c * common}$`,
      `Collect: $${term(k, x)} = ${c * common}$`,
      ...last.steps,
    ],
    answer: `${x} = ${last.value}`,
  };
}

/** (x + 1)/2 = (x + 5)/3. */
function overEachOther(x: string, rng: Rng): Worked {
  const [c, d] = [rng.int(2, 6), rng.int(2, 6)];
  const [a, e] = [rng.int(1, 4), rng.int(1, 4)];
  const [b, f] = [rng.nonzero(-9, 9), rng.nonzero(-9, 9)];
  const [left, right] = [sum(term(a, x), String(b)), sum(term(e, x), String(f))];
  const [p, q, r, s] = [a * d, b * d, e * c, f * c];
  if (p === r) return overEachOther(x, rng);
  const { steps, value } = solveTwoStep(p - r, q, s, x);
  return {
    maths: { eq: `${fraction(left, c)} = ${fraction(right, d)}`, x },
    steps: [
      `Multiply both sides by $${c}$ and by $${d}$: $${d}(${left}) = ${c}(${right})$`,
      `Expand the brackets: $${sum(term(p, x), String(q))} = ${sum(term(r, x), String(s))}$`,
      ...signedColumns(p, -r),
      `Subtract $${term(r, x)}$ from both sides: $${sum(term(p - r, x), String(q))} = ${s}$`,
      ...signedColumns(s, -q),
      ...steps,
    ],
    answer: `${x} = ${value}`,
  };
}

/** (2/3)(x + 4) = 6, or (2x + 1)/3 + 2 = 5. */
function fractionOfBracket(x: string, rng: Rng): Worked {
  const bottom = rng.int(2, 7);
  const b = rng.nonzero(-9, 9);
  if (rng.chance(0.5)) {
    const [a, e, value] = [rng.int(1, 5), rng.nonzero(-9, 9), small(rng)];
    const top = sum(term(a, x), String(b));
    const { steps, value: root } = solveTwoStep(a, b, value * bottom, x);
    return {
      maths: { eq: `${sum(fraction(top, bottom), String(e))} = ${value + e}`, x },
      steps: [
        moveConstant(fraction(top, bottom), e, value + e),
        `Simplify: $${fraction(top, bottom)} = ${value}$`,
        ...multiplyRight(top, value, bottom),
        ...steps,
      ],
      answer: `${x} = ${root}`,
    };
  }
  let top = rng.chance(0.5) ? 1 : rng.int(1, bottom - 1);
  while (gcd(top, bottom) !== 1) top = rng.int(1, bottom - 1);
  const inner = sum(x, String(b));
  const part = small(rng);
  const value = top * part;
  const root = part * bottom - b;
  return {
    maths: { eq: `${fraction(top, bottom)}(${inner}) = ${value}`, x },
    steps: [
      ...multiplyRight(top === 1 ? inner : `${top}(${inner})`, value, bottom),
      ...(top === 1 ? [] : [`Divide both sides by $${top}$: $${inner} = ${part * bottom}$`]),
      moveConstant(x, b, part * bottom),
      `Simplify: $${x} = ${root}$`,
      `Check: $${fraction(top, bottom)} \\cdot ${factor(root + b)} = ${value}$`,
    ],
    answer: `${x} = ${root}`,
  };
}
