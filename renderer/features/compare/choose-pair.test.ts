import { expect, it } from 'vitest';
import { finishedSample, makeRecord, makeSample, tallyOf } from '../../testing/records.ts';
import { choosePair } from './choose-pair.ts';

const recordOf = (...answers: (string | null)[]) => {
  const samples = answers.map((answer, index) => finishedSample(index, answer));
  return makeRecord({ status: 'finished', samples, tally: tallyOf(samples) });
};

it('sets the shown sample beside the first with another answer', () =>
  expect(choosePair(recordOf('5', '5', '6'), 1)).toEqual({ left: 1, right: 2 }));
it('prefers another answer to none', () => expect(choosePair(recordOf('5', null, '6'), 0)).toEqual({ left: 0, right: 2 }));
it('compares samples that agree when all do', () => expect(choosePair(recordOf('5', '5'), 1)).toEqual({ left: 1, right: 0 }));
it('needs two samples with steps', () =>
  expect(choosePair(makeRecord({ samples: [finishedSample(0, '5'), makeSample(1)] }), 0)).toBeNull());
