/** Figures drawn from repeated timings. Pure: knows no model and no clock. */

/** The middle value; of an even number of them, the upper of the middle two. @throws RangeError on none */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('A median needs at least one value.');
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

export interface Drop {
  /** Sample counts of the two neighbours. */
  readonly from: number;
  readonly to: number;
  /** Speed at `to` over speed at `from`: below 1, more samples are slower in total than fewer. */
  readonly ratio: number;
}

/**
 * The worst step between neighbouring sample counts: a cliff shows as a ratio well below 1.
 * @param speeds total tokens a second by number of samples, in any order
 * @throws RangeError on fewer than two
 */
export function worstDrop(speeds: readonly { readonly samples: number; readonly tokensPerSecond: number }[]): Drop {
  if (speeds.length < 2) throw new RangeError('A drop needs two speeds to lie between.');
  const ordered = speeds.toSorted((a, b) => a.samples - b.samples);
  const steps = ordered.slice(1).map((after, i) => ({
    from: ordered[i].samples,
    to: after.samples,
    ratio: after.tokensPerSecond / ordered[i].tokensPerSecond,
  }));
  return steps.reduce((worst, step) => (step.ratio < worst.ratio ? step : worst));
}
