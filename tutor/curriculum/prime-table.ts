/** The primes up to 10,000 and how many there are up to each hundred: what a printed table of primes tells. */

const LIMIT = 10_000;

export const PRIMES: readonly number[] = sieve(LIMIT);

function sieve(limit: number): number[] {
  const composite = new Uint8Array(limit + 1);
  const primes: number[] = [];
  for (let n = 2; n <= limit; n++) {
    if (composite[n] === 1) continue;
    primes.push(n);
    for (let multiple = n * n; multiple <= limit; multiple += n) composite[multiple] = 1;
  }
  return primes;
}

/** How many primes there are up to n, which is at most 10,000. */
export function primesUpTo(n: number): number {
  let [low, high] = [0, PRIMES.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (PRIMES[middle] <= n) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * "> for 7312: up to 7300: 931, 7307: 932, 7309: 933, next 7321": the count at the hundred below n and at every prime from
 * there to n, and the prime after, which is seen to be past n.
 */
export function primeCountLine(n: number): string {
  const hundred = n - (n % 100);
  const before = primesUpTo(hundred);
  const rest = PRIMES.slice(before, primesUpTo(n)).map((prime, index) => `${prime}: ${before + index + 1}`);
  const next = PRIMES[primesUpTo(n)];
  return `> for ${n}: up to ${hundred}: ${[before, ...rest].join(', ')}${next === undefined ? '' : `, next ${next}`}`;
}
