/** What checking a step can find. */

/** holds: true as far as checking goes; fails: shown wrong; unknown: not checked, or not certain. */
export type Verdict = 'holds' | 'fails' | 'unknown';

export interface StepCheck {
  readonly verdict: Verdict;
  /** For `fails`: a counterexample in words. */
  readonly note?: string;
}

export const UNKNOWN: StepCheck = { verdict: 'unknown' };
export const HOLDS: StepCheck = { verdict: 'holds' };

export function fails(note: string): StepCheck {
  return { verdict: 'fails', note };
}

/** One failure fails all; all must hold to hold. Nothing at all is unknown. */
export function allOf(checks: readonly StepCheck[]): StepCheck {
  const failure = checks.find(({ verdict }) => verdict === 'fails');
  if (failure !== undefined) return failure;
  return checks.length > 0 && checks.every(({ verdict }) => verdict === 'holds') ? HOLDS : UNKNOWN;
}
