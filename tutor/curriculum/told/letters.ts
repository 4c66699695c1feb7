/** Letters that stand for numbers, unknowns and functions. */
import type { Rng } from '../rng.ts';

/** Letters in random order, without those that the question uses already; take them with `pop`. */
export function freeLetters(rng: Rng, used: readonly string[]): string[] {
  return rng.shuffle([...'abcdfghijklmnopqrstuvwxyz'].filter((letter) => !used.includes(letter)));
}

export function takeLetter(letters: string[]): string {
  const letter = letters.pop();
  if (letter === undefined) throw new Error('no letter is left: start from freeLetters and tell fewer numbers');
  return letter;
}
