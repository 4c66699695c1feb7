/**
 * When something that went wrong comes back: Leitner boxes. A kind of problem (family and level) gets a card when its first
 * answer was wrong. The card waits in box 0 and moves one box on each time it is due and answered right at once; a wrong
 * answer sends it back to box 0; right in the last box, and it is known. Pure: the clock is handed in.
 */

/** How long a card rests in each box, in ms: ten minutes, then 1, 3, 7, 21 and 60 days. */
export const REST_MS: readonly number[] = [10 / 1440, 1, 3, 7, 21, 60].map((days) => days * 86_400_000);

/** No card rests longer: one that is due later than that was made while the clock was ahead. */
export const LONGEST_REST_MS = Math.max(...REST_MS);

export interface Card {
  /** 0 to REST_MS.length - 1. */
  readonly box: number;
  /** When it comes back, in ms since 1970. */
  readonly due: number;
}

/**
 * The card after a first answer; null for none: nothing went wrong, or it is known by now. A right answer before the card is
 * due changes nothing: remembering shows only after a rest.
 */
export function schedule(card: Card | null, right: boolean, now: number): Card | null {
  if (!right) return { box: 0, due: now + REST_MS[0] };
  if (card === null) return null;
  if (!isDue(card, now)) return card;
  const box = card.box + 1;
  return box < REST_MS.length ? { box, due: now + REST_MS[box] } : null;
}

function isDue({ due }: Card, now: number): boolean {
  return due <= now || due > now + LONGEST_REST_MS;
}

/** Box 0 brings back the very problem that went wrong; later boxes ask the same kind with new numbers. */
export function isSameProblem(card: Card): boolean {
  return card.box === 0;
}
