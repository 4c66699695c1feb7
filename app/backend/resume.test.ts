import { afterEach, expect, test } from 'vitest';
import { makeTinyModel } from '../testing/tiny-model.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { forkHost } from './host-process.ts';
import { HOST_ENTRY } from './paths.ts';

const MODEL = makeTinyModel();

let engine: EngineSupervisor;
afterEach(() => engine.close());

function start(slots: number): void {
  engine = new EngineSupervisor({
    spawn: () => forkHost(process.execPath, HOST_ENTRY),
    load: { modelDir: MODEL, backend: 'cpu', adapter: null, slots, contextLength: null },
  });
  engine.start();
}

/** @param watch sees the text of each row as it grows */
async function sample(indexes: number[], watch: (text: string) => void = () => {}): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  const job = { problem: '3x+5=20', temperature: 1, topP: 1, maxTokens: 200 };
  await engine.generate(
    { ...job, rows: indexes.map((index) => ({ index, seed: 77 * index })) },
    {
      onTokens: ({ index, text }) => {
        const grown = (texts.get(index) ?? '') + text;
        texts.set(index, grown);
        watch(grown);
      },
      onRowEnd: () => {},
    },
    new AbortController().signal,
  );
  return texts;
}

test('a sample of the real engine is the same whatever runs beside it', async () => {
  start(4);
  const all = await sample([0, 1, 2, 3, 4, 5]);
  expect((await sample([2])).get(2)).toBe(all.get(2));
});

test('samples of the real engine are the same though its process is killed on the way', async () => {
  start(4);
  const undisturbed = await sample([0, 1, 2, 3]);
  const firstHost = engine.hostPid;
  const disturbed = await sample([0, 1, 2, 3], (text) => {
    if (text.length > 20 && engine.hostPid === firstHost) process.kill(Number(firstHost), 'SIGKILL');
  });
  expect(engine.hostPid).not.toBe(firstHost);
  expect(disturbed).toEqual(undisturbed);
});
