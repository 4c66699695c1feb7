import { describe, expect, it } from 'vitest';
import type { SampleRecord } from '#app/protocol/solve.ts';
import { finishedSample, makeRecord, makeSample, makeStep, makeTally } from '../../testing/records.ts';
import { progressOf, stateOf } from './sample-status.ts';

const early = makeRecord({ tally: makeTally({ stoppedEarly: true }) });

describe('the state of a sample', () => {
  it.each<[string, Partial<SampleRecord>, object]>([
    ['has no place yet', {}, { key: 'waiting' }],
    ['has a place and no word', { status: 'running' }, { key: 'starting' }],
    ['is on its way', { status: 'running', tokens: 30, steps: [makeStep()] }, { key: 'thinking', count: 1 }],
    ['ran out of room', { status: 'length', tokens: 768 }, { key: 'length', count: 768 }],
    ['boxed its answer as its room ended', { status: 'length', answer: '5' }, { key: 'answered', answer: '5', count: 0 }],
    ['ended without a box', { status: 'finished' }, { key: 'unread' }],
    ['broke', { status: 'failed', answer: '5' }, { key: 'failed' }],
    ['was stopped by the learner', { status: 'stopped', steps: [makeStep()] }, { key: 'stopped', count: 1 }],
  ])('that %s', (_, change, state) => expect(stateOf(makeRecord(), makeSample(0, change))).toEqual(state));

  it('stopped early is told from one that the learner stopped, also in a branch', () => {
    expect(stateOf(early, makeSample(0, { status: 'stopped' }))).toEqual({ key: 'stoppedEarly', count: 0 });
    const branch = { from: 0, kept: 1, edited: false, tally: makeTally() };
    expect(stateOf({ ...early, branches: [branch] }, makeSample(1, { status: 'stopped', branch: 0 }))).toEqual({
      key: 'stopped',
      count: 0,
    });
  });

  it('adds up to progress', () => {
    const samples = [
      makeSample(0),
      makeSample(1, { status: 'running' }),
      makeSample(2, { status: 'failed' }),
      finishedSample(3, '1'),
    ];
    expect(progressOf(samples)).toEqual({ waiting: 1, running: 1, done: 2, asked: 4 });
  });
});
