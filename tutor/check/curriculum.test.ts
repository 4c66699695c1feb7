/** The checker against worked solutions of every family: no wrong alarm, most steps checked, most slips caught. */
import { describe, expect, it } from 'vitest';
import { generateProblem } from '../curriculum/family.ts';
import { FAMILIES } from '../curriculum/index.ts';
import { makeRng } from '../curriculum/rng.ts';
import { type Step, StepStream } from '../steps/step-stream.ts';
import { checkStep } from './check-step.ts';

interface Case {
  readonly family: string;
  readonly problem: string;
  readonly step: Step;
  readonly previous: readonly Step[];
}

const CASES: readonly Case[] = FAMILIES.flatMap((family) =>
  Array.from({ length: 20 }, (_, seed) => {
    const { question, steps } = generateProblem(family, { seed: 7919 * (seed + 1), phrasings: 'all' });
    const stream = new StepStream();
    stream.push(steps.join('\n'));
    stream.end();
    return stream.steps.map(
      (step, at): Case => ({ family: family.id, problem: question, step, previous: stream.steps.slice(0, at) }),
    );
  }).flat(),
);

const verdictOf = ({ step, problem, previous }: Case) => checkStep(step, { problem, previous });
const claims = ({ step }: Case) => !step.final && /[=<>]|\\[lg]e\b/.test(step.body);

describe('checkStep on the curriculum', () => {
  it('never says "fails" of a right step', () => {
    const alarms = CASES.flatMap((each) => {
      const { verdict, note } = verdictOf(each);
      return verdict === 'fails' ? [`${each.family}: ${each.problem} | ${each.step.body} | ${note}`] : [];
    });
    expect(alarms).toEqual([]);
  });

  it('confirms at least 60 % of the steps that claim something', () => {
    const claiming = CASES.filter(claims);
    const held = claiming.filter((each) => verdictOf(each).verdict === 'holds');
    expect(held.length / claiming.length).toBeGreaterThan(0.6);
  });

  it('catches at least 60 % of the numbers changed in steps it confirms', () => {
    const rng = makeRng(1);
    const slips = CASES.filter((each) => claims(each) && rng.chance(0.3)).flatMap((each) => {
      const body = slip(each.step.body, rng.next());
      return body === null || verdictOf(each).verdict !== 'holds' ? [] : [{ ...each, step: { ...each.step, body, scratch: [] } }];
    });
    const caught = slips.filter((each) => verdictOf(each).verdict === 'fails');
    expect(slips.length).toBeGreaterThan(300);
    expect(caught.length / slips.length).toBeGreaterThan(0.6);
  });
});

/** One number of the text raised by one, which one by `draw` in [0, 1). */
function slip(text: string, draw: number): string | null {
  const numbers = [...text.matchAll(/\d+/g)];
  const chosen = numbers[Math.floor(draw * numbers.length)];
  if (chosen === undefined) return null;
  return text.slice(0, chosen.index) + String(Number(chosen[0]) + 1) + text.slice(chosen.index + chosen[0].length);
}
