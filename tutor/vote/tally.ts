/**
 * The vote of independent samples: classes of equal answers, how settled they are, and whether the rest can still change
 * the lead. It is told which answers are the same and knows no maths.
 */

export interface Ballot {
  /** Index of the sample. */
  readonly sample: number;
  /** LaTeX of its boxed answer; null when it has none (yet). */
  readonly answer: string | null;
  /** It will write no more. */
  readonly ended: boolean;
}

/** One class of equal answers. */
export interface AnswerClass {
  /** The most frequent way of writing it, the earliest sample's where several are. */
  readonly answer: string;
  /** Every way it was written, most frequent first. */
  readonly variants: string[];
  readonly count: number;
  /** count / asked. */
  readonly share: number;
  /** Indices, ascending. */
  readonly samples: number[];
}

export interface TallyResult {
  /** Largest first; of equal size the one with the earliest sample. */
  readonly votes: AnswerClass[];
  /** Samples asked for. */
  readonly asked: number;
  /** Ended without an answer. */
  readonly unreadable: number;
  /** Not ended: they have no vote yet, whatever they have boxed so far. */
  readonly pending: number;
  /** False means a weak lead: see `isSettled`. */
  readonly settled: boolean;
}

/** Counts one ballot a sample asked for, in any order. `same` must be symmetric; a class is compared by its earliest answer. */
export function tally(ballots: readonly Ballot[], same: (a: string, b: string) => boolean): TallyResult {
  const ordered = [...ballots].sort((a, b) => a.sample - b.sample);
  const classes: { first: string; cast: { sample: number; answer: string }[] }[] = [];
  let unreadable = 0;
  let pending = 0;
  for (const { sample, answer, ended } of ordered) {
    if (!ended) pending++;
    else if (answer === null) unreadable++;
    else {
      const found = classes.find(({ first }) => first === answer || same(first, answer));
      if (found === undefined) classes.push({ first: answer, cast: [{ sample, answer }] });
      else found.cast.push({ sample, answer });
    }
  }
  const asked = ordered.length;
  const votes = classes
    .map(({ cast }): AnswerClass => {
      const variants = byFrequency(cast.map(({ answer }) => answer));
      const samples = cast.map(({ sample }) => sample);
      return { answer: variants[0], variants, count: cast.length, share: cast.length / asked, samples };
    })
    .sort((a, b) => b.count - a.count || a.samples[0] - b.samples[0]);
  const counts = { votes, asked, unreadable, pending };
  return { ...counts, settled: isSettled(counts) };
}

/** No way the pending samples may end can change or tie the lead. */
export function leadIsSafe(result: Pick<TallyResult, 'votes' | 'pending'>): boolean {
  const [lead, second] = result.votes;
  return lead !== undefined && lead.count > (second?.count ?? 0) + result.pending;
}

/**
 * The fewest samples of the pending ones that have to run so that the vote is decided if all that run agree with the lead: as
 * long as those that run could settle it, no other needs to begin. Five of eight, when none has ended.
 */
export function runningNeeded({ votes: [lead, second], pending }: Pick<TallyResult, 'votes' | 'pending'>): number {
  // The least n with lead + n > second + pending - n.
  const missing = (second?.count ?? 0) + pending - (lead?.count ?? 0);
  return Math.min(pending, Math.max(0, Math.floor(missing / 2) + 1));
}

/**
 * The one definition of a lead strong enough to call the answer agreed: more than half of all samples asked for; or, when
 * no sample left can change the lead, a third of them and twice the runner-up. Any other lead is weak (3, 2, 2 of 8; 1 of 8
 * with the rest unreadable): more samples are worth asking for.
 */
function isSettled(counts: Pick<TallyResult, 'votes' | 'asked' | 'pending'>): boolean {
  const [lead, second] = counts.votes;
  if (lead === undefined) return false;
  if (lead.count * 2 > counts.asked) return true;
  return leadIsSafe(counts) && lead.count * 3 >= counts.asked && lead.count >= 2 * (second?.count ?? 0);
}

/** Distinct texts, most frequent first, then in order of appearance. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}
