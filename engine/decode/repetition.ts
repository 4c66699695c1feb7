/** Notices a row that goes round in circles, as small models do when they lose the thread. Knows token ids only. */

/** A loop is called one after this many tokens of it; worked solutions repeat themselves for far shorter. */
const MIN_LOOP_TOKENS = 200;
const MIN_REPEATS = 6;
const MAX_PERIOD = 64;
/** Looking costs some thousand comparisons, so it happens at every so many tokens of a row. */
const CHECK_EVERY = 32;

/** Whether the tokens end in one short cycle repeated many times. Judged at fixed lengths, so batching plays no part. */
export function endsInLoop(tokens: readonly number[]): boolean {
  if (tokens.length < MIN_LOOP_TOKENS || tokens.length % CHECK_EVERY !== 0) return false;
  for (let period = 1; period <= MAX_PERIOD; period++) {
    const span = Math.max(MIN_LOOP_TOKENS, period * MIN_REPEATS);
    if (span <= tokens.length && isPeriodic(tokens, period, span)) return true;
  }
  return false;
}

/** Whether each of the last `span` tokens equals the one a period before it. */
function isPeriodic(tokens: readonly number[], period: number, span: number): boolean {
  for (let i = tokens.length - span + period; i < tokens.length; i++) {
    if (tokens[i] !== tokens[i - period]) return false;
  }
  return true;
}
