/** Polynomials with uncollected terms whose sizes follow an amount of randomness. */
import { entropyInteger, shareOut } from './entropy.ts';
import { type PowerTerm, scatterPowers } from './power-terms.ts';
import { gcd } from './quotient.ts';
import type { Rng } from './rng.ts';

/** Coefficients from the highest power down, the first not zero, some of the others zero. */
export function entropyCoefficients(rng: Rng, degree: number, entropy: number): number[] {
  const others = rng.shuffle(Array.from({ length: degree }, (_, index) => index + 1));
  const kept = [0, ...others.slice(0, rng.int(0, Math.min(degree, Math.floor(entropy / 2))))];
  const shares = shareOut(
    rng,
    entropy,
    kept.map(() => 1),
  );
  const coefficients = new Array<number>(degree + 1).fill(0);
  kept.forEach((at, index) => {
    coefficients[at] = entropyInteger(rng, shares[index], 1);
  });
  return coefficients;
}

/** Some of the terms split in parts that may be far larger than their sum, in any order. */
export function scatteredTerms(rng: Rng, degree: number, entropy: number): PowerTerm[] {
  const own = entropy * (0.2 + 0.4 * rng.next());
  const extra = rng.int(1, 2 + Math.ceil((entropy - own) / 2));
  const most = Math.max(3, Math.ceil(10 ** ((entropy - own) / (0.5 + extra * rng.next()))));
  return scatterPowers(entropyCoefficients(rng, degree, own), extra, Math.min(most, 600_000), rng);
}

/** Large coefficients that leave a small value at the point `at`. */
export function smallValueRule(rng: Rng, entropy: number): { coefficients: number[]; at: number } {
  const [value, left] = drawn(rng, entropy);
  const [at, rest] = drawn(rng, left);
  const degree = rng.int(1, 3);
  const shares = shareOut(
    rng,
    rest,
    Array.from({ length: degree }, (_, index) => index + 1),
  );
  let target = value;
  const coefficients = shares.map((share, index) => {
    const power = at ** (degree - index);
    const near = at === 0 ? 0 : Math.round(target / power);
    const coefficient = entropyInteger(rng, share) + near || (index === 0 ? rng.pick([-1, 1]) : 0);
    target -= coefficient * power;
    return coefficient;
  });
  return { coefficients: [...coefficients, target], at };
}

/** A number of one digit up to a third of the randomness, and what is left of it. */
function drawn(rng: Rng, entropy: number): [value: number, rest: number] {
  const own = 1 + (rng.next() * entropy) / 3;
  return [entropyInteger(rng, own), Math.max(0, entropy - own)];
}

/** Rules p and q with ap + bq = target in every coefficient; a and b share no factor. */
export function splitInTwo(
  target: readonly number[],
  rng: Rng,
  entropy: number,
): { a: number; b: number; first: number[]; second: number[] } {
  const size = () => Math.max(1, (rng.next() * entropy) / 3);
  const [one, two] = [size(), size()];
  const a = entropyInteger(rng, one, 1);
  let b = entropyInteger(rng, two, 1);
  while (gcd(a, b) > 1) b = entropyInteger(rng, two, 1);
  const shares = shareOut(
    rng,
    Math.max(0, entropy - one - two),
    target.map(() => 1),
  );
  const inverse = bezout(a, b);
  const first = target.map((each, index) => each * inverse + b * entropyInteger(rng, shares[index]));
  const second = target.map((each, index) => (each - a * first[index]) / b);
  return { a, b, first, second };
}

/** The x of smallest size with ax ≡ 1 modulo b. */
function bezout(a: number, b: number): number {
  const size = Math.abs(b);
  for (let x = 0; ; x++) {
    if ((((a * x - 1) % size) + size) % size === 0) return x;
    if ((((-a * x - 1) % size) + size) % size === 0) return -x;
  }
}
