/**
 * Trial division of long numbers by the primes up to 37, in the order in which a learner tests them cheapest: the last
 * digit, the blocks of three digits added (999 = 27 · 37) and taken by turns (1001 = 7 · 11 · 13), then digit by digit.
 *
 *   > blocks: 276 + 717 = 993, 993 + 30 = 1023, 1 + 23 = 24
 *   > 24 by 3: 2:2, 24:0
 *
 * "24:0" says that 24 leaves 0. Knows nothing of what the primes are wanted for.
 */
import { divisionParts } from './column-arithmetic.ts';

/** Numbers beyond this are tried here; below it, trial division up to the root is short enough. */
export const LARGE_FROM = 2809;
/** The primes tried, in their order. */
export const TRIED: readonly number[] = [2, 5, 3, 37, 7, 11, 13, 17, 19, 23, 29, 31];
export const PLAN = 'Try the primes up to $37$, digit by digit (part:remainder)';

/** The tests of n from the prime at `from` in TRIED up to the first that divides it; undefined when none does. */
export function largeTrials(n: number, from = 0): { lines: string[]; found: number | undefined } {
  const lines: string[] = [];
  let shown = '';
  for (const prime of TRIED.slice(from)) {
    const { kind, tested } = reduced(n, prime);
    if (kind !== shown) lines.push(...introduction(n, kind));
    shown = kind;
    if (kind !== 'digit') lines.push(remainders(tested, prime));
    if (n % prime === 0) return { lines, found: prime };
  }
  return { lines, found: undefined };
}

type Kind = 'digit' | 'blocks' | 'turns' | 'whole';

/** The smaller number with the same divisibility by the prime. */
function reduced(n: number, prime: number): { kind: Kind; tested: number } {
  if (prime === 2 || prime === 5) return { kind: 'digit', tested: n % 10 };
  if (prime === 3 || prime === 37) return { kind: 'blocks', tested: blockSum(n).value };
  if (prime === 7 || prime === 11 || prime === 13) return { kind: 'turns', tested: Math.abs(byTurns(n).value) };
  return { kind: 'whole', tested: n };
}

function introduction(n: number, kind: Kind): string[] {
  switch (kind) {
    case 'digit':
      return [`> last digit of ${n}: ${n % 10}`];
    case 'blocks':
      return [`> blocks: ${blockSum(n).pieces.join(', ')}`];
    case 'turns':
      return [`> by turns: ${byTurns(n).pieces.join(', ')}`];
    case 'whole':
      return [];
  }
}

/** Three digits each, from the units up. */
function blocks(n: number): number[] {
  return n < 1000 ? [n] : [n % 1000, ...blocks(Math.floor(n / 1000))];
}

interface Folded {
  readonly pieces: readonly string[];
  readonly value: number;
}

function blockSum(n: number): Folded {
  const { pieces, value } = fold(blocks(n), () => 1);
  if (value < 1000) return { pieces, value };
  const again = blockSum(value);
  return { pieces: [...pieces, ...again.pieces], value: again.value };
}

function byTurns(n: number): Folded {
  return fold(blocks(n), (index) => (index % 2 === 0 ? 1 : -1));
}

function fold([first, ...rest]: readonly number[], signOf: (index: number) => 1 | -1): Folded {
  let value = first;
  const pieces = rest.map((block, index) => {
    const before = value;
    const sign = signOf(index + 1);
    value += sign * block;
    return `${before} ${sign > 0 ? '+' : '-'} ${block} = ${value}`;
  });
  return { pieces, value };
}

/** "> 411 by 7: 41:6, 61:5": each part and what it leaves. */
export function remainders(n: number, prime: number): string {
  const parts = divisionParts(n, prime).map(({ part }) => `${part}:${part % prime}`);
  return `> ${n} by ${prime}: ${parts.join(', ')}`;
}
