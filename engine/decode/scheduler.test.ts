import { describe, expect, test } from 'vitest';
import type { GenerateRequest, RowRequest, RowStatus } from '../index.ts';
import { NO_TOKEN } from '../model/backend.ts';
import type { Join } from './continuation.ts';
import { fakeBackend, type NextToken } from './fake-backend.fixture.ts';
import { Generation } from './generation.ts';
import { Scheduler } from './scheduler.ts';

const END = 0;
const PROMPT = [80, 81, 82];

/** Letters by seed; row `seed` ends after 3 + seed tokens. */
const letters: NextToken = (sequence, { seed }, draw) => (draw >= 3 + seed ? END : 97 + ((sequence.length + seed) % 26));

/** Spells token ids as characters. */
const decoder = () => ({ push: (token: number) => String.fromCharCode(token), end: () => '' });

interface Log {
  readonly text: Map<number, string>;
  readonly ends: Map<number, RowStatus>;
}

function generation(
  rows: readonly RowRequest[],
  change: Partial<GenerateRequest> = {},
  signal = new AbortController().signal,
  prompt = PROMPT,
  join: Join | null = null,
) {
  const log: Log = { text: new Map(), ends: new Map() };
  const made = new Generation({
    request: { problem: '', rows, temperature: 1, topP: 1, maxTokens: 900, ...change },
    prompt,
    join,
    stopTokens: new Set([END]),
    decoder,
    signal,
    sink: {
      onTokens: ({ index, text }) => log.text.set(index, (log.text.get(index) ?? '') + text),
      onRowEnd: ({ index, status }) => log.ends.set(index, status),
    },
  });
  return { generation: made, log };
}
const rows = (count: number): RowRequest[] => Array.from({ length: count }, (_, i) => ({ index: i, seed: i }));

async function run(slots: number, count: number, next: NextToken = letters) {
  const backend = fakeBackend({ slots: slots + 1, next });
  const { generation: made, log } = generation(rows(count));
  new Scheduler(backend).add(made);
  return { result: await made.result, log, calls: backend.calls };
}

describe('batching', () => {
  test('a row gives the same text alone, beside others and after waiting', async () => {
    const alone = await run(1, 6);
    const together = await run(6, 6);
    const crowded = await run(2, 6);
    expect(together.result.rows).toEqual(alone.result.rows);
    expect(crowded.result.rows).toEqual(alone.result.rows);
    expect(alone.result.rows.map((row) => row.tokens)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test('the prompt is read once, whatever the number of rows', async () => {
    const { calls } = await run(2, 6);
    expect(calls.filter((call) => call.startsWith('append'))).toEqual(['append 0:3']);
    // To the row beside the first, to the slot that keeps it, and from there to the four that waited.
    expect(calls.filter((call) => call.startsWith('copy'))).toHaveLength(6);
  });

  test('generations that wait together have their prompts read in one batch', async () => {
    const backend = fakeBackend({ slots: 4, next: letters });
    const scheduler = new Scheduler(backend);
    const started = [[70], [71, 72], [73]].map((prompt) => generation(rows(1), {}, undefined, prompt).generation);
    for (const one of started) scheduler.add(one);
    await Promise.all(started.map(({ result }) => result));
    expect(backend.calls.filter((call) => call.startsWith('append'))).toEqual(['append 0:1', 'append 1:2,2:1']);
  });

  test('a row leaves its slot when it ends', async () => {
    const { calls } = await run(12, 12);
    const widths = calls.filter((call) => call.startsWith('sample')).map((call) => call.split(' ')[1].split(',').length);
    // Row i draws i + 4 times: after 1 + 8 steps rows 0 to 5 are done.
    expect(widths).toEqual([12, 12, 6]);
  });

  test('the first call ever takes one step, so that the first token comes at once', async () => {
    const { calls } = await run(6, 6);
    const samples = calls.filter((call) => call.startsWith('sample'));
    expect(samples[0]).toMatch(/ x1$/);
    expect(samples[1]).toMatch(/ x[2-8]$/);
  });

  test('generations share the batch: the second need not wait for the first', async () => {
    const backend = fakeBackend({ slots: 3, next: (_, __, draw) => (draw < 40 ? 98 + (draw % 7) : END) });
    const scheduler = new Scheduler(backend);
    const first = generation(rows(8));
    const second = generation(rows(1), {}, undefined, [70]);
    const order: string[] = [];
    scheduler.add(first.generation);
    scheduler.add(second.generation);
    await Promise.all([
      first.generation.result.then(() => order.push('first')),
      second.generation.result.then(() => order.push('second')),
    ]);
    expect(order).toEqual(['second', 'first']);
  });

  test('streamed pieces join to the text of the result', async () => {
    const { result, log } = await run(2, 6);
    expect(result.rows.map(({ index }) => log.text.get(index))).toEqual(result.rows.map(({ text }) => text));
  });
});

describe('how rows end', () => {
  test('at the stop token, which is not part of the text', async () => {
    const { result } = await run(1, 1);
    expect(result.rows[0]).toMatchObject({ status: 'finished', tokens: 3 });
    expect(result.rows[0].text).not.toContain('\0');
  });

  test('at maxTokens, and at the end of the context, with not one token more', async () => {
    const endless: NextToken = (sequence) => 97 + ((sequence.length * sequence.length) % 23);
    const backend = fakeBackend({ slots: 2, contextLength: 20, next: endless });
    const limited = generation(rows(1), { maxTokens: 5 });
    const full = generation(rows(1));
    const scheduler = new Scheduler(backend);
    scheduler.add(limited.generation);
    scheduler.add(full.generation);
    expect((await limited.generation.result).rows[0]).toMatchObject({ status: 'length', tokens: 5 });
    expect((await full.generation.result).rows[0]).toMatchObject({ status: 'length', tokens: 20 - PROMPT.length });
  });

  test('a row whose logits are not finite fails alone', async () => {
    const { result } = await run(3, 3, (sequence, row, draw) =>
      row.seed === 1 && draw === 2 ? NO_TOKEN : letters(sequence, row, draw),
    );
    expect(result.rows.map((row) => row.status)).toEqual(['finished', 'failed', 'finished']);
    expect(result.rows[1].tokens).toBe(2);
  });

  test('a row that goes round in circles is cut', async () => {
    const { result } = await run(1, 1, (_, __, draw) => (draw < 10 ? 65 + draw : 97 + (draw % 3)));
    expect(result.rows[0].status).toBe('length');
    expect(result.rows[0].tokens).toBeGreaterThan(200);
    expect(result.rows[0].tokens).toBeLessThan(300);
  });

  test('a cancel stops seated and waiting rows; other generations go on', async () => {
    const abort = new AbortController();
    let calls = 0;
    const backend = fakeBackend({
      slots: 3,
      next: (_, { seed }, draw) => (seed === 99 && draw > 30 ? END : 65 + (draw % 50)),
      beforeSample: () => {
        if (++calls === 3) abort.abort();
      },
    });
    const scheduler = new Scheduler(backend);
    const cancelled = generation(rows(4), {}, abort.signal);
    const other = generation([{ index: 0, seed: 99 }]);
    scheduler.add(cancelled.generation);
    scheduler.add(other.generation);
    expect((await cancelled.generation.result).rows.map((row) => row.status)).toEqual(Array(4).fill('stopped'));
    expect(calls).toBeLessThan(6);
    expect((await other.generation.result).rows[0].status).toBe('finished');
  });
});

describe('kept prompts', () => {
  test('a prompt that goes on after one read before is read from there', async () => {
    const backend = fakeBackend({ slots: 4, next: letters });
    const scheduler = new Scheduler(backend, 2);
    for (const prompt of [PROMPT, [...PROMPT, 83, 84], PROMPT, [9]]) {
      const { generation: made } = generation(rows(1), {}, undefined, prompt);
      scheduler.add(made);
      await made.result;
    }
    expect(backend.calls.filter((call) => call.startsWith('append'))).toEqual(['append 0:3', 'append 1:2', 'append 1:1']);
  });

  test('rows after a kept beginning draw as after a prompt read whole', async () => {
    const longer = [...PROMPT, 83, 84];
    const draw = async (prompts: number[][]) => {
      const scheduler = new Scheduler(fakeBackend({ slots: 4, next: letters }), 2);
      const made = prompts.map((prompt) => generation(rows(4), {}, undefined, prompt).generation);
      for (const one of made) {
        scheduler.add(one);
        await one.result;
      }
      return (await made[made.length - 1].result).rows;
    };
    expect(await draw([PROMPT, longer])).toEqual(await draw([longer]));
  });
});

describe('when memory runs out', () => {
  const endless: NextToken = (sequence, { seed }, draw) =>
    draw >= 40 ? END : 97 + ((sequence.length * sequence.length + seed) % 23);

  test.each([60, 100, 170])('within %i tokens the last rows give way, and draw on later as they would have', async (capacity) => {
    const outcome = async (options: { capacity?: number }) => {
      const { generation: made } = generation(rows(4));
      new Scheduler(fakeBackend({ slots: 6, next: endless, ...options }), 4).add(made);
      return (await made.result).rows;
    };
    expect(await outcome({ capacity })).toEqual(await outcome({}));
  });

  test('a row that the whole memory cannot hold ends with what it has; the others are not failed', async () => {
    const backend = fakeBackend({ slots: 4, capacity: 30, next: endless });
    const { generation: made } = generation(rows(2));
    const short = generation([{ index: 0, seed: 0 }], { maxTokens: 4 });
    const scheduler = new Scheduler(backend, 2);
    scheduler.add(made);
    scheduler.add(short.generation);
    const result = await made.result;
    expect(result.rows.map(({ status }) => status)).toEqual(['length', 'length']);
    for (const { tokens } of result.rows) expect(tokens).toBeGreaterThan(15);
    expect((await short.generation.result).rows[0]).toMatchObject({ status: 'length', tokens: 4 });
  });

  test('rows of a prompt that the memory cannot hold end at once', async () => {
    const { generation: made } = generation(rows(3), {}, undefined, Array(50).fill(7));
    new Scheduler(fakeBackend({ slots: 4, capacity: 30, next: letters })).add(made);
    expect((await made.result).rows.map(({ status, tokens }) => [status, tokens])).toEqual(Array(3).fill(['length', 0]));
  });
});

describe('resuming', () => {
  test('a row cut off anywhere ends as it would have', async () => {
    const whole = (await run(1, 4)).result.rows[3];
    const drawn = [...whole.text].map((letter) => letter.charCodeAt(0));
    for (let cut = 1; cut <= drawn.length; cut++) {
      const { generation: made } = generation([{ index: 3, seed: 3, resume: drawn.slice(0, cut) }]);
      new Scheduler(fakeBackend({ slots: 2, next: letters })).add(made);
      expect((await made.result).rows[0]).toEqual(whole);
    }
  });

  test('a row that had all its tokens ends without work', async () => {
    const backend = fakeBackend({ slots: 2, next: letters });
    const { generation: made } = generation([{ index: 0, seed: 0, resume: [97, 98] }], { maxTokens: 2 });
    new Scheduler(backend).add(made);
    expect((await made.result).rows[0]).toMatchObject({ status: 'length', text: 'ab' });
    expect(backend.calls).toEqual([]);
  });
});

describe('going on after a text', () => {
  const AFTER_A: Join = { text: 'a', tokens: new Set([97]) };

  test('the first token joins the text and is not told of, also by a row cut off on the way', async () => {
    const whole = generation(rows(3), {}, undefined, PROMPT, AFTER_A);
    new Scheduler(fakeBackend({ slots: 4, next: letters })).add(whole.generation);
    const { rows: wanted } = await whole.generation.result;
    // Row i ends at draw 3 + i; the first of them was the "a" that stood there already.
    expect(wanted.map(({ text, tokens }) => [text.length, tokens])).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect([...whole.log.text.values()]).toEqual(wanted.map(({ text }) => text));

    const drawn = [97, ...[...wanted[2].text].map((letter) => letter.charCodeAt(0))];
    for (let cut = 1; cut <= drawn.length; cut++) {
      const { generation: made } = generation(
        [{ index: 2, seed: 2, resume: drawn.slice(0, cut) }],
        {},
        undefined,
        PROMPT,
        AFTER_A,
      );
      new Scheduler(fakeBackend({ slots: 2, next: letters })).add(made);
      expect((await made.result).rows[0]).toEqual(wanted[2]);
    }
  });
});

describe('failures', () => {
  test('a failing backend rejects every generation; the scheduler lives on', async () => {
    let isBroken = true;
    const backend = fakeBackend({
      slots: 2,
      next: letters,
      beforeSample: () => {
        if (isBroken) throw new Error('device lost');
      },
    });
    const scheduler = new Scheduler(backend);
    const [first, second] = [generation(rows(2)), generation(rows(1))];
    scheduler.add(first.generation);
    scheduler.add(second.generation);
    await expect(first.generation.result).rejects.toThrow('device lost');
    await expect(second.generation.result).rejects.toThrow('device lost');
    isBroken = false;
    const third = generation(rows(2));
    scheduler.add(third.generation);
    expect((await third.generation.result).rows.map((row) => row.status)).toEqual(['finished', 'finished']);
  });

  test('a prompt that fills the context is refused with its length', async () => {
    const { generation: made } = generation(rows(1), {}, undefined, Array(20).fill(1));
    new Scheduler(fakeBackend({ slots: 2, contextLength: 20, next: letters })).add(made);
    await expect(made.result).rejects.toMatchObject({ kind: 'context-full', data: { length: 20, contextLength: 20 } });
  });
});

test('a generation added the moment another ends is served', async () => {
  const scheduler = new Scheduler(fakeBackend({ slots: 2, next: letters }));
  for (let ticks = 0; ticks < 8; ticks++) {
    const [first, second] = [generation(rows(1)), generation(rows(1))];
    scheduler.add(first.generation);
    await first.generation.result;
    for (let tick = 0; tick < ticks; tick++) await null;
    scheduler.add(second.generation);
    expect((await second.generation.result).rows[0].status).toBe('finished');
  }
});

test('an exclusive task gets a slot of its own between batches, and the prompt is read anew after it', async () => {
  const backend = fakeBackend({ slots: 2, next: letters });
  const scheduler = new Scheduler(backend);
  const [first, second] = [generation(rows(1)), generation(rows(1))];
  scheduler.add(first.generation);
  await first.generation.result;
  expect(await scheduler.exclusive(async (slot) => slot)).toBe(1);
  scheduler.add(second.generation);
  expect((await second.generation.result).rows).toEqual((await first.generation.result).rows);
  expect(backend.calls.filter((call) => call.startsWith('append'))).toHaveLength(2);
});

describe('states along the way', () => {
  const many: NextToken = (sequence, { seed }, draw) => (draw >= 200 ? END : 97 + ((sequence.length + seed) % 26));

  test('who goes on from a step of a sample reads only what follows the mark before it', async () => {
    const backend = fakeBackend({ slots: 2 + 8 + 1, next: many });
    const scheduler = new Scheduler(backend, 2, 8);
    const { generation: first } = generation(rows(2));
    scheduler.add(first);
    const { rows: sampled } = await first.result;
    // The text of sample 1 up to its 150th token, 153 with the prompt.
    const prompt = [...PROMPT, ...sampled[1].text.slice(0, 150)].map((t) => (typeof t === 'number' ? t : t.charCodeAt(0)));
    const { generation: branch } = generation([{ index: 0, seed: 5 }], {}, undefined, prompt);
    const before = backend.calls.length;
    scheduler.add(branch);
    await branch.result;
    const [copied, read] = backend.calls.slice(before);
    expect(copied).toMatch(/^copy \d+>0$/);
    // 128 of them were marked.
    expect(read).toBe('append 0:25');
  });

  test('marks change nothing of what is drawn', async () => {
    const texts = async (marks: number) => {
      const backend = fakeBackend({ slots: 3 + marks + 1, next: many });
      const { generation: made } = generation(rows(5));
      new Scheduler(backend, 3, marks).add(made);
      return (await made.result).rows.map(({ text }) => text);
    };
    expect(await texts(4)).toEqual(await texts(0));
  });

  test('where memory is short marks go before prompts do, and rows go on', async () => {
    // A prompt of 3 and its copy, a row of 203, and room for no more than one mark of 64.
    const backend = fakeBackend({ slots: 1 + 4 + 1, capacity: 300, next: many });
    const { generation: made } = generation(rows(1));
    new Scheduler(backend, 1, 4).add(made);
    expect((await made.result).rows[0]).toMatchObject({ status: 'finished', tokens: 200 });
  });
});
