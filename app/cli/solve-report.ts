/** The outcome of a solve as `quorum solve --json` states it, and as a terminal shows it. */
import type { EngineDescription } from '#app/backend/engine-supervisor.ts';
import type { SolveSession } from '#app/backend/solve-session.ts';
import type { SampleRecord, SolveRecord, Verdict } from '#app/protocol/solve.ts';
import { describeEngine } from './engine-options.ts';
import { plainFormula, stepLines } from './plain-steps.ts';

export function solveReport(session: SolveSession, engine: EngineDescription) {
  const { problem, samples, tally, timing } = session.record;
  const lead = tally.votes.at(0);
  return {
    problem,
    answer: lead === undefined ? null : plainFormula(lead.answer),
    answerLatex: lead?.answer ?? null,
    agreement: lead?.share ?? 0,
    settled: tally.settled,
    stoppedEarly: tally.stoppedEarly,
    votes: tally.votes.map(({ answer, count, share, samples }) => ({ answer, count, share, samples })),
    samples: samples.map((sample) => ({
      index: sample.index,
      seed: sample.seed,
      text: session.textOf(sample.index),
      status: sample.status,
      answer: sample.answer,
      substitution: sample.substitution,
      steps: sample.steps.map(({ goal, body, check }) => ({ text: goal === '' ? body : `${goal}: ${body}`, check })),
      tokens: sample.tokens,
    })),
    timing,
    engine: describeEngine(engine),
  };
}

const SUBSTITUTION: Readonly<Record<Verdict, string>> = {
  holds: '  put back into the problem, it holds',
  fails: '  put back into the problem, it does not hold',
  unknown: '',
};

/** "6 of 8 agree", and every class of answers below. */
export function tallyLines({ tally, samples }: SolveRecord): string[] {
  const [lead] = tally.votes;
  if (lead === undefined) return ['No sample came to an answer that could be read.'];
  const head = tally.settled
    ? `${plainFormula(lead.answer)}   (${lead.count} of ${tally.asked} agree)`
    : `Not settled: ${unsettledWords(tally)}`;
  const check = SUBSTITUTION[samples[lead.samples[0]].substitution];
  const others = tally.votes.slice(1).map(({ answer, count }) => `  ${plainFormula(answer)}: ${count}`);
  const open = [
    tally.pending > 0 ? `  unfinished: ${tally.pending}` : '',
    tally.unreadable > 0 ? `  no readable answer: ${tally.unreadable}` : '',
  ];
  return [head, ...[check, ...others, ...open].filter((line) => line !== '')];
}

/** Whether one answer leads, several are level, or each sample has its own. */
function unsettledWords({ votes, asked }: SolveRecord['tally']): string {
  const [lead] = votes;
  const level = votes.filter(({ count }) => count === lead.count).map(({ answer }) => plainFormula(answer));
  if (level.length === 1) return `${level[0]} leads with ${lead.count} of ${asked}`;
  if (lead.count === 1) return 'no two samples agree';
  return `${level.join(' and ')} are level with ${lead.count} of ${asked} each`;
}

/** A sample of the leading class, whose steps are shown; the first sample when there is no answer. */
export function shownSample({ samples, tally }: SolveRecord): SampleRecord {
  return samples[tally.votes.at(0)?.samples[0] ?? 0];
}

export function sampleLines({ steps, tail }: SampleRecord): string[] {
  const lines = steps.flatMap((step, i) => stepLines(step, i + 1));
  return tail === '' ? lines : [...lines, `     ${tail} …`];
}
