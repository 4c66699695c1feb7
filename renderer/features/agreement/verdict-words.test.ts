import { describe, expect, it } from 'vitest';
import type { SolveStatus } from '#app/protocol/solve.ts';
import { finishedSample, makeRecord, makeSample, tallyOf } from '../../testing/records.ts';
import { soleLeader, substitutionOf, unanswered, verdictWords } from './verdict-words.ts';

function solved(answers: readonly (string | null)[], status: SolveStatus = 'finished') {
  const samples = answers.map((answer, index) => finishedSample(index, answer));
  return makeRecord({ status, samples, tally: tallyOf(samples) });
}

describe('the verdict', () => {
  it.each([
    [['1', '1', '1', '2'], { key: 'agree', count: 3, asked: 4, settled: true }],
    [['1', '2', '3', null], { key: 'apart', count: 3, settled: false }],
    [['1', '1', '2', '2'], { key: 'close', count: 2, settled: false }],
    [['1', '1', '1', '2', null, null, null, null], { key: 'weak', votes: 3, asked: 8, settled: false }],
    [[null, null], { key: 'nothing', settled: false }],
  ] as const)('of %j', (answers, verdict) => expect(verdictWords(solved(answers))).toEqual(verdict));

  it('says "so far" while samples run, and never that it is settled before it is', () => {
    const running = (answers: readonly string[]) => {
      const samples = [...answers.map((answer, index) => finishedSample(index, answer)), makeSample(9, { status: 'running' })];
      return makeRecord({ samples, tally: tallyOf(samples) });
    };
    expect(verdictWords(running(['1', '2', '3']))).toMatchObject({ key: 'agreeSoFar', settled: false });
    expect(verdictWords(running([]))).toEqual({ key: 'none', settled: false });
  });

  it('of a branch counts its own samples only, and of the problem none of a branch', () => {
    const voters = [finishedSample(0, '1'), finishedSample(1, '1')];
    const branched = [makeSample(2, { branch: 0, status: 'running' })];
    const branch = { from: 0, kept: 1, edited: false, tally: tallyOf(branched) };
    const record = makeRecord({ samples: [...voters, ...branched], tally: tallyOf(voters), branches: [branch] });
    expect(verdictWords(record)).toMatchObject({ key: 'agree', count: 2, asked: 2 });
    expect(verdictWords(record, 0)).toEqual({ key: 'none', settled: false });
    expect(unanswered(record).pending).toBe(0);
  });

  it('of a vote that was decided early counts the samples that voted', () => {
    const samples = [0, 1, 2].map((index) => finishedSample(index, '1'));
    const rest = [3, 4].map((index) => makeSample(index, { status: 'stopped' }));
    const tally = tallyOf([...samples, ...rest], { pending: 2, settled: true, stoppedEarly: true });
    const record = makeRecord({ status: 'finished', samples: [...samples, ...rest], tally });
    expect(verdictWords(record)).toEqual({ key: 'agree', settled: true, count: 3, asked: 3 });
  });

  it('says so when the samples agree on what does not fit the problem', () => {
    const samples = [0, 1].map((index) => ({ ...finishedSample(index, '1'), substitution: 'fails' as const }));
    const record = makeRecord({ status: 'finished', samples, tally: tallyOf(samples) });
    expect(verdictWords(record)).toEqual({ key: 'agreeFails', settled: true, count: 2, asked: 2 });
  });

  it('does not call a refusal an answer', () => {
    expect(verdictWords(solved(['\\text{not supported}', '\\text{not supported}']))).toEqual({
      key: 'unsupported',
      settled: true,
    });
  });

  it('names no leader while two answers are level', () => {
    expect(soleLeader(solved(['1', '2']).tally)).toBeUndefined();
    expect(soleLeader(solved(['1', '1', '2']).tally)?.answer).toBe('1');
  });

  it('lets one failed substitution outweigh those that hold', () => {
    const samples = [finishedSample(0, '1'), { ...finishedSample(1, '1'), substitution: 'holds' as const }];
    const record = makeRecord({ samples, tally: tallyOf(samples) });
    expect(substitutionOf(record, record.tally.votes[0])).toBe('holds');
    const failing = { ...record, samples: [{ ...samples[0], substitution: 'fails' as const }, samples[1]] };
    expect(substitutionOf(failing, record.tally.votes[0])).toBe('fails');
  });

  it('counts every way of ending without an answer by itself', () => {
    const samples = [
      finishedSample(0, '1'),
      finishedSample(1, null),
      makeSample(2, { status: 'length' }),
      makeSample(3, { status: 'stopped' }),
      makeSample(4, { status: 'failed' }),
      makeSample(5, { status: 'running' }),
      makeSample(6),
    ];
    expect(unanswered(makeRecord({ samples }))).toEqual({ unreadable: 1, unfinished: 1, stopped: 1, failed: 1, pending: 2 });
  });
});
