/** Groups the answers of a solve: asks the slow symbolic comparison once a pair, then tallies with what is known. */
import type { SampleRecord, Tally } from '#app/protocol/solve.ts';
import { type Ballot, tally } from '#tutor/vote/tally.ts';

export interface AnswerComparer {
  equal(a: string, b: string): Promise<{ readonly equal: boolean | null }>;
}

export class AnswerVotes {
  readonly #comparer: AnswerComparer;
  readonly #known: string[] = [];
  readonly #equalPairs = new Set<string>();

  constructor(comparer: AnswerComparer) {
    this.#comparer = comparer;
  }

  /** Compares an answer with every other seen; afterwards `tally` counts it rightly. */
  async learn(answer: string): Promise<void> {
    if (this.#known.includes(answer)) return;
    const others = [...this.#known];
    this.#known.push(answer);
    await Promise.all(
      others.map(async (other) => {
        const { equal } = await this.#comparer.equal(other, answer);
        if (equal === true) this.#equalPairs.add(pairKey(other, answer));
      }),
    );
  }

  tally(samples: readonly SampleRecord[], stoppedEarly: boolean): Tally {
    const same = (a: string, b: string) => a === b || this.#equalPairs.has(pairKey(a, b));
    return { ...tally(samples.map(ballotOf), same), stoppedEarly } as Tally;
  }
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** A sample that was cut off counts as not ended, unless it had boxed its answer already. */
function ballotOf(sample: SampleRecord): Ballot {
  return { sample: sample.index, answer: sample.answer, ended: hasEnded(sample) };
}

function hasEnded({ status, answer }: SampleRecord): boolean {
  switch (status) {
    case 'waiting':
    case 'running':
      return false;
    case 'stopped':
      return answer !== null;
    case 'finished':
    case 'length':
    case 'failed':
      return true;
    default:
      return status satisfies never;
  }
}
