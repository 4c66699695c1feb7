import { afterEach, describe, expect, it } from 'vitest';
import { Memo } from './memo.ts';
import { Verifier } from './verifier.ts';

const STALLING = new URL('./stalling-worker.fixture.ts', import.meta.url);
let verifier = new Verifier();

function start(options?: ConstructorParameters<typeof Verifier>[0]): Verifier {
  verifier = new Verifier(options);
  return verifier;
}

afterEach(() => verifier.close());

describe('Verifier', () => {
  it('compares answers, checks steps and substitutes in its worker', async () => {
    start({ deadlineMs: 5000 });
    const step = { goal: '', body: '$3x = 16$', scratch: [], final: false };
    expect(await verifier.equal('\\frac{1}{2}', '0.5')).toEqual({ equal: true, method: 'exact' });
    expect(await verifier.checkStep(step, { problem: 'Solve 3x + 5 = 20', previous: [] })).toMatchObject({ verdict: 'fails' });
    expect(await verifier.checkSubstitution('Solve 3x + 5 = 20', 'x = 5')).toBe('holds');
  });

  it('works out a graph in its worker, and gives none when it takes too long', async () => {
    start({ deadlineMs: 5000 });
    const graph = await verifier.graph('Solve x^2 = 4', 'x = 2', null);
    expect(graph).toMatchObject({
      kind: 'plane',
      points: [
        { kind: 'crossing', x: -2, y: 4 },
        { kind: 'crossing', x: 2, y: 4 },
      ],
    });
    await verifier.close();
    start({ deadlineMs: 300, workerFile: STALLING });
    await verifier.equal('warm', 'up');
    expect(await verifier.graph('stall', null, null)).toBeNull();
  });

  it('loads the algebra library outside the deadline', async () => {
    start({ deadlineMs: 5000 });
    expect(await verifier.equal('\\sum_{k=1}^{3} k', '6')).toEqual({ equal: true, method: 'compute-engine' });
  });

  it('answers "deadline" for a job that stalls, and the jobs behind it still', async () => {
    start({ deadlineMs: 300, workerFile: STALLING });
    await verifier.equal('warm', 'up');
    const stalled = verifier.equal('stall', 'x');
    const next = verifier.equal('next', 'y');
    expect(await stalled).toEqual({ equal: null, method: 'deadline' });
    expect(await next).toEqual({ equal: true, method: 'next' });
  });

  it('survives a worker that dies', async () => {
    start({ workerFile: STALLING });
    const crashed = verifier.equal('crash', 'x');
    const next = verifier.equal('next', 'y');
    expect(await crashed).toEqual({ equal: null, method: 'failed' });
    expect(await next).toEqual({ equal: true, method: 'next' });
  });

  it('asks the worker once for the same question', async () => {
    start({ deadlineMs: 300, workerFile: STALLING });
    const [first, second] = await Promise.all([verifier.equal('a', 'b'), verifier.equal('a', 'b')]);
    expect(second).toBe(first);
  });

  it('answers every waiting job when it closes, and later ones at once', async () => {
    start({ workerFile: STALLING });
    const waiting = [verifier.equal('stall', 'x'), verifier.checkSubstitution('a', 'b')];
    await verifier.close();
    expect(await Promise.all(waiting)).toEqual([{ equal: null, method: 'closed' }, 'unknown']);
    expect(await verifier.checkStep({ goal: '', body: '', scratch: [], final: false }, { problem: '', previous: [] })).toEqual({
      verdict: 'unknown',
    });
  });
});

describe('Memo', () => {
  it('forgets the least recently used beyond its limit', () => {
    const memo = new Memo<number>(2);
    const made: string[] = [];
    const ask = (key: string) => memo.getOrMake([key], () => made.push(key));
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
    expect(memo.size).toBe(2);
  });
});
