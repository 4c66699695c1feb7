import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const MODEL = fileURLToPath(new URL('../../engine/model/fixtures/tied-f32', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quorum-cli-'));

interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

function quorum(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, QUORUM_DATA: folder };
    execFile(process.execPath, [MAIN, ...args], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('wrong usage ends with status 2 and says how to call it', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['dance']],
    ['a command from the prototype', ['constructor']],
    ['solve without a problem', ['solve']],
    ['solve with an unquoted problem', ['solve', '3x', '=', '6']],
    ['an unknown option', ['solve', 'x', '--dance']],
    ['samples out of range', ['solve', 'x', '--samples', '0']],
    ['samples that are no number', ['solve', 'x', '--samples', 'many']],
    ['an unknown backend', ['solve', 'x', '--backend', 'abacus']],
    ['an unknown number format', ['solve', 'x', '--weights', 'int3']],
    ['eval without a file', ['eval']],
    ['logits without tokens', ['logits', '--model', MODEL]],
    ['tokens that are no numbers', ['logits', '--model', MODEL, '--tokens', '1,x']],
    ['equal with one answer', ['equal', '1']],
    ['typeset without a file', ['typeset']],
    ['an unknown family', ['generate', 'dance']],
    ['a level that is not there', ['generate', 'linear-two-step', '--level', '99']],
    ['an unknown action on models', ['models', 'dance']],
    ['an unknown suite', ['bench', '../package']],
    ['a port out of range', ['serve', '--port', '70000']],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await quorum(...args);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain('quorum');
  });
});

describe('the quorum command', () => {
  test('models clear-cache frees the copies of converted weights, and nothing else', async () => {
    const cache = join(folder, 'cache');
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, `${'ab'.repeat(32)}.pack`), 'x'.repeat(1000));
    writeFileSync(join(cache, 'notes.txt'), 'kept');
    const { status, stdout } = await quorum('models', 'clear-cache', '--json');
    expect([status, JSON.parse(stdout)]).toEqual([0, { freed: 1000 }]);
    expect(readdirSync(cache)).toEqual(['notes.txt']);
  });

  test('logits differ a little in int4, which the help documents', async () => {
    const ask = ['logits', '--model', MODEL, '--tokens', '1,2,3', '--backend', 'cpu', '--json'];
    const [stored, int4, help] = [
      await quorum(...ask),
      await quorum(...ask, '--weights', 'int4'),
      await quorum('logits', '--help'),
    ];
    const [exact] = JSON.parse(stored.stdout).logits;
    const [rounded] = JSON.parse(int4.stdout).logits;
    const differences = exact.map((x: number, i: number) => Math.abs(x - rounded[i]));
    expect(Math.max(...differences)).toBeGreaterThan(0);
    expect(help.stdout).toContain('--weights');
  });

  test('--help shows a command without running it', async () => {
    const { status, stdout } = await quorum('solve', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--samples');
  });

  test('a failed job ends with status 1 and its kind as JSON', async () => {
    const { status, stdout, stderr } = await quorum('logits', '--model', '/nonexistent/model', '--tokens', '1', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: 'model-missing', message: /nonexistent/ } });
    expect(stderr).toContain('/nonexistent/model');
  });

  test('generate repeats itself for a seed, one JSON object a line', async () => {
    const call = ['generate', 'linear-two-step', '--count', '3', '--seed', '5', '--json'];
    const [first, again] = [await quorum(...call), await quorum(...call)];
    expect(first.stdout).toBe(again.stdout);
    const rows = first.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ family: 'linear-two-step', question: /./, steps: expect.any(Array), answer: /./ });
  });

  test('typeset answers each row with its id', async () => {
    const file = join(folder, 'texts.jsonl');
    writeFileSync(file, '{"id":"a","text":"$x^2$"}\n\n{"id":"b","text":"plain"}\n');
    const { stdout } = await quorum('typeset', '--file', file);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rows[0].html).toContain('<math');
  });

  test('a row that is no JSON is named by file and line', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, '{"id":1,"text":"a"}\nnot json\n');
    const { status, stderr } = await quorum('typeset', '--file', file);
    expect(status).toBe(1);
    expect(stderr).toContain('broken.jsonl, line 2');
  });

  test('models are added by path, verified by hash and forgotten', async () => {
    expect(JSON.parse((await quorum('models', 'add', MODEL, '--json')).stdout)).toMatchObject([{ name: 'tied-f32', ok: true }]);
    const listed = JSON.parse((await quorum('models', 'list', '--json')).stdout);
    expect(listed).toContainEqual(
      expect.objectContaining({ name: 'tied-f32', path: MODEL, params: expect.any(Number), ok: true }),
    );
    expect((await quorum('models', 'verify', 'tied-f32')).status).toBe(0);
    expect((await quorum('models', 'remove', 'tied-f32')).status).toBe(0);
    expect(await quorum('models', 'verify', 'tied-f32')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('tied-f32'),
    });
  });
});
