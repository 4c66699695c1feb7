import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../curriculum/index.ts';
import { makeRng } from '../curriculum/rng.ts';
import { type Step, StepStream } from './step-stream.ts';
import { writeSteps } from './write-steps.ts';

function read(text: string): readonly Step[] {
  const stream = new StepStream();
  stream.push(text);
  stream.end();
  return stream.steps;
}

describe('steps written as text', () => {
  it('are the very lines of every worked solution, wherever they are cut off', () => {
    for (const family of FAMILIES) {
      for (let seed = 1; seed <= 2; seed++) {
        const text = `${family.make(makeRng(seed), 1 + (seed % family.levels.length)).steps.join('\n')}\n`;
        const steps = read(text);
        expect(writeSteps(steps), family.id).toBe(text);
        const half = writeSteps(steps.slice(0, Math.ceil(steps.length / 2)));
        expect(text.startsWith(half), family.id).toBe(true);
      }
    }
  });

  it('come back as the same steps from prose', () => {
    const steps = read('First **subtract**: we get\n$$\n3x = 15\n$$\n\nThen divide by 3.\n\nSo $\\boxed{5}$ it is.\n');
    expect(steps.length).toBe(3);
    expect(read(writeSteps(steps))).toEqual(steps);
  });

  it('are nothing for no steps', () => expect(writeSteps([])).toBe(''));
});
