import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppEvent, AppStatus } from '#app/protocol/calls.ts';
import type { Model, ModelActivity } from '#app/protocol/models.ts';
import { spawnFakeHost } from '../../testing/fake-host-process.ts';
import { PLAIN_CHECKER } from '../../testing/plain-checker.ts';
import { makeTinyModel } from '../../testing/tiny-model.ts';
import { type Backend, createBackend } from '../backend.ts';
import { BUNDLED_MODEL_DIR } from '../paths.ts';

let data: string;
let tiny: string;
let backend: Backend;
let activities: ModelActivity[];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'quorum-models-'));
  tiny = makeTinyModel();
});
afterEach(async () => {
  await backend.close();
  rmSync(data, { recursive: true });
});

/** The nth host gets the nth fault, later hosts the last. */
async function open(faults: Record<string, string>[] = [{}], modelDir = BUNDLED_MODEL_DIR): Promise<string[]> {
  const loaded: string[] = [];
  let hosts = 0;
  backend = await createBackend({
    dataDir: data,
    modelDir,
    backend: 'cpu',
    spawn: () => {
      const host = spawnFakeHost(faults[Math.min(hosts++, faults.length - 1)]);
      return {
        ...host,
        send(request) {
          if (request.type === 'load') loaded.push(request.modelDir);
          host.send(request);
        },
      };
    },
    checker: PLAIN_CHECKER,
  });
  activities = [];
  backend.subscribe((event: AppEvent) => event.type === 'models' && activities.push(event.activity));
  return loaded;
}

async function call<T>(name: string, params: unknown): Promise<T> {
  return (await backend.handle(name, params)) as T;
}

async function models(): Promise<Model[]> {
  return (await call<{ models: Model[] }>('models.list', { samples: 8 })).models;
}

const ready = () => expect.poll(async () => (await call<AppStatus>('status.get', {})).engine).toBe('ready');

async function inUse(): Promise<string | undefined> {
  return (await models()).find((model) => model.inUse)?.name;
}

describe('the list of models', () => {
  test('begins with the bundled one, with what it is and takes', async () => {
    await open();
    const [bundled] = await models();
    expect(bundled).toMatchObject({ id: 'bundled', kind: 'bundled', inUse: true, problem: null });
    expect(bundled.facts).toMatchObject({ samples: 8, samplesAtOnce: 8, contextLength: 2048 });
    expect(bundled.facts?.parameters).toBeGreaterThan(1e7);
    expect(bundled.facts?.neededBytes).toBeGreaterThan(bundled.bytes);
  });

  test('takes a folder in, verifies it, forgets it and takes it back, and touches none of its files', async () => {
    await open();
    const { id } = await call<{ id: string }>('models.add', { path: ` "${tiny}" ` });
    expect((await models())[1]).toMatchObject({ id, name: 'tiny', kind: 'added', inUse: false });
    expect(await call('models.verify', { id })).toEqual({ files: 6, changed: [] });
    copyFileSync(join(tiny, 'config.json'), join(tiny, 'tokenizer_config.json'));
    expect(await call('models.verify', { id })).toEqual({ files: 6, changed: ['tokenizer_config.json'] });
    await call('models.remove', { id });
    expect(await models()).toHaveLength(1);
    expect(existsSync(join(tiny, 'config.json'))).toBe(true);
    await call('models.restore', { id });
    expect(await models()).toHaveLength(2);
  });

  test.each([
    ['a file that is missing', () => rmSync(join(tiny, 'tokenizer.json')), 'model-missing', 'tokenizer.json'],
    ['tensors of another shape', () => otherShape(), 'model-damaged', 'model.safetensors'],
    ['pickled weights', () => pickled(), 'model-unsupported', 'pytorch_model.bin'],
  ])('refuses %s, and names the file', async (_, spoil, kind, file) => {
    await open();
    spoil();
    await expect(backend.handle('models.add', { path: tiny })).rejects.toMatchObject({ kind, data: { file } });
    expect(await models()).toHaveLength(1);
  });

  test('refuses half a path, and a folder that is in the list already', async () => {
    await open();
    await expect(backend.handle('models.add', { path: 'models/tiny' })).rejects.toMatchObject({ kind: 'path-not-whole' });
    await call('models.add', { path: tiny });
    await expect(backend.handle('models.add', { path: `${tiny}/` })).rejects.toMatchObject({ kind: 'model-known' });
  });

  test('says which model in it can no longer be read', async () => {
    await open();
    await call('models.add', { path: tiny });
    rmSync(join(tiny, 'model.safetensors'));
    expect((await models())[1]).toMatchObject({ facts: null, problem: { kind: 'model-missing', file: 'model.safetensors' } });
  });

  test('does not forget the bundled model, nor the one in use', async () => {
    await open();
    const { id } = await call<{ id: string }>('models.add', { path: tiny });
    await call('models.choose', { id });
    await expect.poll(inUse).toBe('tiny');
    for (const each of [id, 'bundled'])
      await expect(backend.handle('models.remove', { id: each })).rejects.toMatchObject({ kind: 'model-in-use' });
  });
});

describe('choosing a model', () => {
  test('loads it, now and at the next start', async () => {
    await open();
    await ready();
    const { id } = await call<{ id: string }>('models.add', { path: tiny });
    await call('models.choose', { id });
    await expect.poll(inUse).toBe('tiny');
    await expect.poll(() => activities.some(({ loading }) => loading?.id === id || loading === null)).toBe(true);
    await backend.close();
    expect(await open()).toEqual([tiny]);
    expect(await inUse()).toBe('tiny');
  });

  test('goes back to the model before when it does not load, and says why', async () => {
    const loaded = await open([{}, { FAKE_LOAD_ERROR: 'model-damaged' }, {}]);
    await ready();
    const { id } = await call<{ id: string }>('models.add', { path: tiny });
    await call('models.choose', { id });
    await expect
      .poll(() => activities.at(-1)?.failed)
      .toMatchObject({ name: 'tiny', fallback: 'bundled', problem: { kind: 'model-damaged' } });
    await ready();
    expect(await inUse()).toBe('bundled');
    expect(loaded).toEqual([BUNDLED_MODEL_DIR, tiny, BUNDLED_MODEL_DIR]);
  });

  test('can be cancelled while it loads', async () => {
    const loaded = await open([{}, { FAKE_NEVER_LOADS: '1' }, {}]);
    await ready();
    const { id } = await call<{ id: string }>('models.add', { path: tiny });
    await call('models.choose', { id });
    await expect.poll(() => activities.at(-1)?.loading).toMatchObject({ id });
    await call('models.cancel', {});
    await ready();
    expect(await inUse()).toBe('bundled');
    expect(loaded).toEqual([BUNDLED_MODEL_DIR, tiny, BUNDLED_MODEL_DIR]);
  });

  test('falls back to the bundled model at a start where the chosen one is gone', async () => {
    await open();
    const { id } = await call<{ id: string }>('models.add', { path: tiny });
    await call('models.choose', { id });
    await expect.poll(inUse).toBe('tiny');
    await backend.close();
    const loaded = await open([{ FAKE_LOAD_ERROR: 'model-missing' }, {}]);
    await ready();
    expect(loaded).toEqual([tiny, BUNDLED_MODEL_DIR]);
    expect(await inUse()).toBe('bundled');
  });

  test('waits until nothing is being solved', async () => {
    await open([{ FAKE_SILENT: '1' }]);
    const { id } = await call<{ id: string }>('models.add', { path: tiny });
    await call('solve.start', { problem: '2 + 2', options: {} });
    await expect(backend.handle('models.choose', { id })).rejects.toMatchObject({ kind: 'still-solving' });
  });

  test('takes up new options when it is loaded again', async () => {
    await open();
    await ready();
    await call('models.set', { id: 'bundled', options: { weights: 'int4', contextLength: 512 } });
    const [before] = await models();
    expect(before).toMatchObject({ outdated: true, facts: { weights: 'int4', contextLength: 512 } });
    await call('models.choose', { id: 'bundled' });
    await expect.poll(async () => (await models())[0].outdated).toBe(false);
  });

  test('leaves the model that Quorum was started with alone', async () => {
    const loaded = await open([{}], tiny);
    await ready();
    expect(loaded).toEqual([tiny]);
    expect((await models())[0]).toMatchObject({ id: tiny, name: 'tiny', kind: 'given', inUse: true });
  });
});

function otherShape(): void {
  const fixtures = join(import.meta.dirname, '../../../engine/model/fixtures/wide-inner-f32');
  for (const name of ['config.json', 'mamba_config.json']) cpSync(join(fixtures, name), join(tiny, name));
}

function pickled(): void {
  rmSync(join(tiny, 'model.safetensors'));
  writeFileSync(join(tiny, 'pytorch_model.bin'), 'cos\nsystem\n');
}
