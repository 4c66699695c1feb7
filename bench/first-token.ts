/**
 * Cold start: from spawning the engine host, as the app does, to the first token that reaches the parent. The metric is
 * the median of RUNS starts, and the median ratio to Node's own start (`node -e 0`) taken just before each. The very first
 * start on a machine, before compiled code is kept, is told apart. On a busy machine the processor time that the host had taken by
 * then says more than the clock: of its main thread, which nothing overlaps, and of all its threads.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkHost } from '#app/backend/host-process.ts';
import { HOST_ENTRY } from '#app/backend/paths.ts';
import { hostEventSchema } from '#app/protocol/engine-host.ts';
import type { BenchOptions } from './bench-options.ts';
import { type Adapter, allAdapters } from './devices/open-backend.ts';
import { type ProcessorTime, processorTimeOf } from './measure/child-processor-time.ts';
import { median } from './measure/statistics.ts';
import { openTable } from './report/table.ts';

/** Enough that one start disturbed by another process does not move the median. */
const RUNS = 5;
/** The app's smallest vote. */
const SAMPLES = 8;
const PROBLEM = 'Solve 3x + 5 = 20';

interface Start {
  /** From the spawn, in ms. */
  loaded: number;
  firstToken: number;
  processor: ProcessorTime | null;
  device: string;
}

interface FirstTokenResult {
  backend: 'cpu' | 'gpu';
  device: string;
  nodeMs: number;
  /** The first start in a new data folder. */
  veryFirstMs: number;
  loadedMs: number;
  firstTokenMs: number;
  slowestMs: number;
  /** Taken by the host until the first token; null where the system does not tell. */
  processorMs: ProcessorTime | null;
  ratioToNode: number;
}

export async function run({ modelDir, print }: BenchOptions): Promise<{ suite: 'first-token'; devices: FirstTokenResult[] }> {
  const table = openTable(print, [
    'backend',
    'node ms',
    'very first ms',
    'loaded ms',
    'first token ms',
    'slowest ms',
    'main CPU ms',
    'all CPU ms',
    'vs node',
    'device',
  ]);
  const devices: FirstTokenResult[] = [];
  for (const adapter of await allAdapters()) {
    const result = await measure(modelDir, adapter);
    devices.push(result);
    const { backend, nodeMs, veryFirstMs, loadedMs, firstTokenMs, slowestMs, processorMs, ratioToNode, device } = result;
    const known = [nodeMs, veryFirstMs, loadedMs, firstTokenMs, slowestMs, processorMs?.mainMs, processorMs?.allMs];
    const times = known.map((ms) => ms?.toFixed(0) ?? '–');
    table.row([backend, ...times, ratioToNode.toFixed(1), device]);
  }
  return { suite: 'first-token', devices };
}

async function measure(modelDir: string, adapter: Adapter): Promise<FirstTokenResult> {
  const data = mkdtempSync(join(tmpdir(), 'quorum-start-'));
  try {
    return await measureIn(data, modelDir, adapter);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function measureIn(data: string, modelDir: string, adapter: Adapter): Promise<FirstTokenResult> {
  const { firstToken: veryFirstMs } = await startHost(data, modelDir, adapter);
  const starts: Start[] = [];
  const node: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    node.push(startNode());
    starts.push(await startHost(data, modelDir, adapter));
  }
  const firstTokens = starts.map(({ firstToken }) => firstToken);
  return {
    backend: adapter === null ? 'cpu' : 'gpu',
    device: starts[0].device,
    nodeMs: median(node),
    veryFirstMs,
    loadedMs: median(starts.map(({ loaded }) => loaded)),
    firstTokenMs: median(firstTokens),
    slowestMs: Math.max(...firstTokens),
    processorMs: medianTime(starts.flatMap(({ processor }) => (processor === null ? [] : [processor]))),
    ratioToNode: median(firstTokens.map((ms, i) => ms / node[i])),
  };
}

function medianTime(times: readonly ProcessorTime[]): ProcessorTime | null {
  if (times.length === 0) return null;
  return { mainMs: median(times.map(({ mainMs }) => mainMs)), allMs: median(times.map(({ allMs }) => allMs)) };
}

function startNode(): number {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - began;
}

/** @throws Error with the host's own message when it fails or ends before a token */
function startHost(data: string, modelDir: string, adapter: Adapter): Promise<Start> {
  const { promise, resolve, reject } = Promise.withResolvers<Start>();
  const began = performance.now();
  const host = forkHost(process.execPath, HOST_ENTRY, { ...process.env, QUORUM_DATA: data });
  let loaded = 0;
  let device = '';
  host.onExit((reason) => reject(new Error(`The engine host ended before its first token: ${reason}`)));
  host.onMessage((message) => {
    const event = hostEventSchema.parse(message);
    switch (event.type) {
      case 'loaded':
        loaded = performance.now() - began;
        device = event.description.adapter;
        host.send({ type: 'generate', id: 'first', problem: PROBLEM, rows: rows(), temperature: 0.8, topP: 1, maxTokens: 64 });
        break;
      case 'tokens':
        resolve({ loaded, firstToken: performance.now() - began, processor: processorTimeOf(host.pid), device });
        host.kill();
        break;
      case 'error':
        reject(new Error(event.message));
        host.kill();
        break;
      case 'progress':
      case 'row-end':
      case 'generated':
      case 'logits':
        break;
      default:
        event satisfies never;
    }
  });
  const backend = adapter === null ? 'cpu' : 'gpu';
  host.send({ type: 'load', modelDir, backend, adapter, slots: SAMPLES, contextLength: null });
  return promise;
}

function rows() {
  return Array.from({ length: SAMPLES }, (_, index) => ({ index, seed: index, resume: [] }));
}
