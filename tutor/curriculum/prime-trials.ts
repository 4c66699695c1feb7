/** Primes, and the trial divisions that find them. */
import { remainderAtOnce } from './column-arithmetic.ts';

export const SMALL_PRIMES: readonly number[] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];

/** Smallest prime factor of n > 1. */
export function smallestFactor(n: number): number {
  for (let p = 2; p * p <= n; p++) if (n % p === 0) return p;
  return n;
}

/** The prime factors of n > 1, ascending, each as often as it divides. */
export function primeFactors(n: number): number[] {
  const factors: number[] = [];
  for (let rest = n; rest > 1; rest /= factors[factors.length - 1]) factors.push(smallestFactor(rest));
  return factors;
}

/** The remainder of n by every prime from `from` that is tried before one divides n or its square passes n. */
export function failedTrials(n: number, from: number): string[] {
  const found = smallestFactor(n);
  return SMALL_PRIMES.filter((p) => p >= from && p < found && p * p <= n).map((p) => remainderAtOnce(n, p));
}
