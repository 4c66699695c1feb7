import { execFile, execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const resources = join(root, 'dist/packed/linux-unpacked/resources');
const product = join(resources, 'quorum');
const runtime = join(product, `node_modules/node-linux-${process.arch}/bin/node`);
const data = mkdtempSync(join(tmpdir(), 'quorum-packed-'));
// From elsewhere, so that nothing of the repository can lend a hand.
const elsewhere = mkdtempSync(join(tmpdir(), 'quorum-elsewhere-'));
const env = { ...process.env, QUORUM_DATA: data };

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/pack.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`packing failed:\n${stderr}`);
});

function quorum(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(runtime, [join(product, 'app/cli/main.ts'), ...args], { cwd: elsewhere, env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('the packed app', () => {
  test("keeps only the two bundles in Electron's archive", () => {
    expect(archiveFiles(join(resources, 'app.asar'))).toEqual([
      'dist/electron/main.js',
      'dist/electron/preload.cjs',
      'package.json',
    ]);
  });

  test('brings the runtime that the tests run on', () => {
    expect(execFileSync(runtime, ['--version'], { encoding: 'utf8' }).trim()).toBe(process.version);
  });

  test('brings Dawn for this platform and no other', () => {
    expect(readdirSync(join(product, 'node_modules/webgpu/dist'))).toEqual([`linux-${process.arch}`]);
  });

  test('brings the interface and the model, and no test', () => {
    expect(existsSync(join(product, 'dist/renderer/index.html'))).toBe(true);
    expect(existsSync(join(product, 'assets/model/config.json'))).toBe(existsSync(join(root, 'assets/model/config.json')));
    const tests = readdirSync(product, { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.startsWith('node_modules') && /\.test\.tsx?$/.test(path),
    );
    expect(tests).toEqual([]);
  });

  test('compares answers', async () => {
    const { status, stdout } = await quorum('equal', '1/2', '0.5', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ equal: true });
  });

  test('typesets and makes problems', async () => {
    const { stdout } = await quorum('generate', 'linear-two-step', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ family: 'linear-two-step' });
  });

  test('its doctor finds its own parts in its own folder', async () => {
    const { paths, versions } = JSON.parse((await quorum('doctor', '--json')).stdout);
    expect(paths.runtime).toBe(runtime);
    expect(paths.model).toBe(join(product, 'assets/model'));
    expect(versions.quorum).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  });

  test('its backend answers over IPC and ends with its parent', async () => {
    const backend = fork(join(product, 'app/electron/backend-process.ts'), [], {
      execPath: runtime,
      execArgv: [],
      cwd: elsewhere,
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    backend.send({ id: 1, call: 'settings.get', params: {} });
    const answered = new Promise((resolve) => {
      backend.on('message', (frame: object) => 'id' in frame && resolve(frame));
    });
    expect(await answered).toMatchObject({ id: 1, result: { theme: 'system' } });
    backend.disconnect();
    await once(backend, 'exit');
  });

  test.runIf(existsSync(join(root, 'assets/model/config.json')))('solves a problem with the bundled model', async () => {
    const { status, stdout } = await quorum('solve', 'Solve 2x + 3 = 11', '--samples', '2', '--json');
    expect(status).toBe(0);
    const { samples, engine } = JSON.parse(stdout);
    expect(samples).toHaveLength(2);
    expect(samples[0].text.length).toBeGreaterThan(0);
    expect(engine.model).toBe('model');
  });
});

interface ArchiveFolder {
  files: Record<string, ArchiveFolder | { size: number }>;
}

/** Paths in an asar archive: its header is JSON, whose length stands at byte 12. */
function archiveFiles(path: string): string[] {
  const archive = readFileSync(path);
  const header: ArchiveFolder = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12)));
  const walk = ({ files }: ArchiveFolder, prefix: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) => ('files' in entry ? walk(entry, `${prefix}${name}/`) : [prefix + name]));
  return walk(header, '').sort();
}
