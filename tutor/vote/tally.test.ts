import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ballot, leadIsSafe, runningNeeded, tally } from './tally.ts';

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** 'a' voted a, '-' ended unread, '.' is pending. */
function cast(votes: string): Ballot[] {
  return [...votes].map((vote, sample) => ({ sample, answer: vote === '-' || vote === '.' ? null : vote, ended: vote !== '.' }));
}

const ballots = fc
  .array(fc.record({ answer: fc.constantFrom('a', 'A', 'b', 'B', 'c', null), ended: fc.boolean() }), { maxLength: 12 })
  .map((list): Ballot[] => list.map((ballot, sample) => ({ sample, ...ballot })));

describe('tally', () => {
  it('counts classes of equal answers, not texts', () => {
    const result = tally(cast('xXyxX-.'), sameText);
    expect(result.votes.map(({ answer, variants, count, samples }) => ({ answer, variants, count, samples }))).toEqual([
      { answer: 'x', variants: ['x', 'X'], count: 4, samples: [0, 1, 3, 4] },
      { answer: 'y', variants: ['y'], count: 1, samples: [2] },
    ]);
    expect(result).toMatchObject({ asked: 7, unreadable: 1, pending: 1 });
    expect(result.votes[0].share).toBeCloseTo(4 / 7);
  });

  it('shows the most frequent way of writing the answer', () => {
    expect(tally(cast('xXX'), sameText).votes[0].answer).toBe('X');
  });

  it('does not count the box of a sample that still writes', () => {
    expect(tally([{ sample: 0, answer: 'x', ended: false }], sameText)).toMatchObject({ votes: [], pending: 1 });
  });

  it('puts the class of the earliest sample first among equals', () => {
    expect(tally(cast('bbaa'), sameText).votes.map(({ answer }) => answer)).toEqual(['b', 'a']);
  });

  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(
        ballots.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(tally(shuffled, sameText)).toEqual(tally(list, sameText));
        },
      ),
    );
  });

  it('accounts for every sample asked for', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const { votes, unreadable, pending, asked } = tally(list, sameText);
        expect(votes.reduce((sum, { count }) => sum + count, unreadable + pending)).toBe(asked);
      }),
    );
  });
});

describe('settled', () => {
  it.each(['aaab', 'aaa..', 'a', 'aaabc-', 'aaabcd'])('%s is settled', (votes) => {
    expect(tally(cast(votes), sameText).settled).toBe(true);
  });

  it.each(['', '-', 'ab', 'aabb', 'aaabbcc-', 'a-------', 'aa..', 'aaa...'])('%s is not settled', (votes) => {
    expect(tally(cast(votes), sameText).settled).toBe(false);
  });
});

describe('leadIsSafe', () => {
  it('says safe exactly when no way of ending changes or ties the lead', () => {
    fc.assert(
      fc.property(
        ballots.filter((list) => list.filter(({ ended }) => !ended).length <= 3),
        (list) => {
          const before = tally(list, sameText);
          const lead = before.votes[0]?.answer.toLowerCase();
          const endings = endAll(list);
          const unchanged = endings.every((ended) => {
            const [first, second] = tally(ended, sameText).votes;
            return lead !== undefined && first.answer.toLowerCase() === lead && first.count > (second?.count ?? 0);
          });
          expect(leadIsSafe(before)).toBe(unchanged);
        },
      ),
    );
  });
});

describe('runningNeeded', () => {
  it.each([
    ['........', 5],
    ['.......', 4],
    ['.', 1],
    ['aa......', 3],
    ['ab......', 4],
    ['aaab....', 2],
    ['-.......', 4],
    ['aaaaa...', 0],
    ['aabb', 0],
  ])('of %s are %i', (votes, needed) => {
    expect(runningNeeded(tally(cast(votes), sameText))).toBe(needed);
  });

  it('decide the vote when they all agree with the lead, and one fewer could not', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const before = tally(list, sameText);
        const lead = before.votes[0]?.answer ?? 'a';
        const needed = runningNeeded(before);
        const decidedBy = (agreeing: number) => leadIsSafe(tally(agree(list, lead, agreeing), sameText));
        if (needed > 0) expect(decidedBy(needed - 1)).toBe(false);
        // Where even all of them cannot decide it, all have to run.
        expect(decidedBy(needed) || needed === before.pending).toBe(true);
      }),
    );
  });
});

/** The first so many pending samples end with an answer. */
function agree(list: readonly Ballot[], answer: string, count: number): Ballot[] {
  let left = count;
  return list.map((ballot) => (ballot.ended || left-- <= 0 ? ballot : { ...ballot, answer, ended: true }));
}

/** Every way the pending samples may end. */
function endAll(list: readonly Ballot[]): Ballot[][] {
  const at = list.findIndex(({ ended }) => !ended);
  if (at < 0) return [[...list]];
  return ['a', 'b', 'c', 'new', null].flatMap((answer) =>
    endAll(list.with(at, { sample: list[at].sample, answer, ended: true })),
  );
}
