import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeTinyModel } from '../testing/tiny-model.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const MODEL = ['--model', makeTinyModel(), '--backend', 'cpu'];
const folder = mkdtempSync(join(tmpdir(), 'quorum-solving-'));
const env = { ...process.env, QUORUM_DATA: folder };

interface SolveJson {
  samples: { index: number; seed: number; text: string; tokens: number }[];
  votes: { count: number }[];
}

function quorum(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

async function solve(...args: string[]): Promise<SolveJson> {
  const { stdout, stderr } = await quorum('solve', '3x+5=20', ...MODEL, '--max-tokens', '60', '--json', ...args);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('quorum solve', () => {
  test('states problem, votes, samples, timing and engine as one JSON document', async () => {
    expect(await solve('--samples', '2')).toMatchObject({
      problem: '3x+5=20',
      agreement: expect.any(Number),
      votes: expect.any(Array),
      samples: [
        { index: 0, status: /finished|length/, steps: expect.any(Array), tokens: expect.any(Number) },
        { index: 1, seed: expect.any(Number), text: expect.any(String) },
      ],
      timing: {
        loadMs: expect.any(Number),
        firstTokenMs: expect.any(Number),
        totalMs: expect.any(Number),
        tokens: expect.any(Number),
      },
      engine: { backend: 'cpu', model: 'tiny', stateBytesPerSample: expect.any(Number), kvBytesPerToken: expect.any(Number) },
    });
  });

  test('draws sample i the same whatever the number of samples, and otherwise for another seed', async () => {
    const [one, three, other] = [
      await solve('--samples', '1'),
      await solve('--samples', '3'),
      await solve('--samples', '1', '--seed', '9'),
    ];
    expect(three.samples[0]).toEqual(one.samples[0]);
    expect(three.samples[1].text).not.toBe(one.samples[0].text);
    expect(other.samples[0].text).not.toBe(one.samples[0].text);
  });

  test('ends within its time budget with what there is', async () => {
    const { samples } = await solve('--samples', '8', '--budget', '0.001', '--max-tokens', '240');
    expect(samples.some(({ tokens }) => tokens < 240)).toBe(true);
  });

  test('prints its outcome in words', async () => {
    const { status, stdout } = await quorum('solve', '3x+5=20', ...MODEL, '--samples', '1', '--max-tokens', '20');
    expect(status).toBe(0);
    expect(stdout).toContain('No sample came to an answer');
  });
});

describe('quorum eval', () => {
  test('scores every row of a file, by family', async () => {
    const file = join(folder, 'problems.jsonl');
    const rows = [1, 2, 3].map((id) =>
      JSON.stringify({ id, question: `x+${id}=5`, answer: `${5 - id}`, family: id < 3 ? 'a' : 'b' }),
    );
    writeFileSync(file, rows.join('\n'));
    const { status, stdout } = await quorum('eval', file, ...MODEL, '--samples', '2', '--max-tokens', '20', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      n: 3,
      samples: 2,
      pass1: expect.any(Number),
      maj: expect.any(Number),
      passN: expect.any(Number),
      families: { a: { n: 2 }, b: { n: 1 } },
      curve: [{ samples: 1 }, { samples: 2 }],
      rows: [{ id: 1, answer: '4', correct: expect.any(Boolean), right: expect.any(Number) }, { id: 2 }, { id: 3 }],
      seconds: expect.any(Number),
    });
  });

  test('times each problem alone when told to', async () => {
    const file = join(folder, 'alone.jsonl');
    writeFileSync(file, [1, 2].map((id) => JSON.stringify({ id, question: `x+${id}=5`, answer: `${5 - id}` })).join('\n'));
    const { stdout } = await quorum('eval', file, ...MODEL, '--samples', '2', '--max-tokens', '20', '--at-once', '1', '--json');
    const { generationSeconds, seconds, n } = JSON.parse(stdout);
    expect(generationSeconds).toBeGreaterThan(0);
    // One after the other, the mean of a problem is at most its share of the whole.
    expect(generationSeconds * n).toBeLessThanOrEqual(seconds);
  });
});

describe('quorum serve', () => {
  test('prints its address as JSON, serves it, and ends cleanly on SIGTERM', async () => {
    const shell = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--json', ...MODEL], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [line] = await once(createInterface({ input: shell.stdout }), 'line');
    const { url, error } = JSON.parse(line);
    if (error !== undefined) {
      // The interface need not be built for the unit tests: then the command says so.
      expect(error.message).toContain('npm start');
      return;
    }
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    shell.kill('SIGTERM');
    const [code] = await once(shell, 'exit');
    expect(code).toBe(0);
  });
});
