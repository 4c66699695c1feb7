/**
 * The model without a GPU: the reference for kernels, and the fallback on machines without an adapter. Rows of a batch are
 * spread over threads, each running the whole model for its own, so threads meet only once a call.
 */
import { availableParallelism } from 'node:os';
import { freshPieces, type PieceStore } from '../formats/pack/piece-store.ts';
import type { LoadProgress } from '../index.ts';
import { blocksFor, type KvFormat, kvBytesPerPosition } from '../kv-format.ts';
import { type Backend, type BackendMemory, contextFull, type Need, noRoomForKv, type Run, type SampleRow } from './backend.ts';
import type { ModelConfig } from './config.ts';
import { copyBlock } from './cpu/kv-memory.ts';
import { shareModel } from './cpu/shared-memory.ts';
import { openSlots } from './cpu/slot.ts';
import { MAX_ROWS, type ThreadSetup } from './cpu/thread-model.ts';
import { callingThread, startWorker, type Thread, workerThread } from './cpu/threads.ts';
import { BlockLedger } from './kv/block-ledger.ts';
import type { Weights } from './tensor.ts';
import { tensorBytes } from './weight-format.ts';

export interface CpuBackendOptions {
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  /** f32 where absent. */
  readonly kvFormat?: KvFormat;
  /** Blocks of keys and values at most, over all slots; whole contexts for all of them where absent. */
  readonly maxBlocks?: number;
  /** 1 computes on the calling thread; without it, one worker for each core, but no more than slots. */
  readonly threads?: number;
  /** Plain loops alone, to compare with. */
  readonly plain?: boolean;
  /** Where the rows of quantised matrices come from: made as they are read, where absent. */
  readonly pieces?: PieceStore;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** Past this, threads wait for memory rather than compute. */
const MAX_THREADS = 16;

export async function createCpuBackend(options: CpuBackendOptions): Promise<Backend> {
  const { config, slots, contextLength } = options;
  const threadCount = options.threads ?? Math.min(availableParallelism(), slots, MAX_THREADS);
  const { pieces = freshPieces, onProgress = () => {}, kvFormat = 'f32' } = options;
  const maxBlocks = options.maxBlocks ?? slots * blocksFor(contextLength);
  const onFraction = (fraction: number) => onProgress({ stage: 'uploading', fraction });
  const workers = threadCount === 1 ? [] : Array.from({ length: threadCount }, startWorker);
  const common = { ...options, kvFormat, maxBlocks, pieces, onFraction };
  const model = await shareModel({ ...common, threads: threadCount, maxRows: MAX_ROWS }).catch(async (error) => {
    await Promise.all(workers.map((worker) => worker.terminate()));
    throw error;
  });
  const { sequences, layers } = openSlots(config, contextLength, model);
  const ledger = new BlockLedger(slots, maxBlocks);
  const setup = (thread: number): ThreadSetup => ({ thread, config, model, contextLength });
  const threads: Thread[] =
    threadCount === 1 ? [callingThread(setup(0))] : workers.map((worker, i) => workerThread(worker, setup(i)));

  const reserve = ({ slot, tokens }: Need): boolean => {
    const copies = ledger.reserve(slot, sequences[slot].position, tokens);
    if (copies === null) return false;
    for (const { from, to } of copies) copyBlock(layers, from, to);
    sequences[slot].setTable(ledger.table(slot));
    return true;
  };

  /** Makes room for all, or throws before any work. */
  const claim = (needs: readonly Need[]) => {
    const isFull = needs.some(({ slot, tokens }) => sequences[slot].position + tokens > contextLength);
    if (isFull) throw contextFull(contextLength);
    if (!needs.map(reserve).every(Boolean)) throw noRoomForKv(ledger.used);
  };

  return {
    config,
    kind: 'cpu',
    device: `CPU (${model.simd === null ? 'plain loops' : 'SIMD'}, ${threadCount} ${threadCount === 1 ? 'thread' : 'threads'})`,
    memory: memoryOf(config, options.weights, kvFormat),
    slots,
    contextLength,
    reset(slot) {
      ledger.clear(slot);
      sequences[slot].reset();
    },
    copy(from, to) {
      if (from === to) return;
      ledger.share(from, to, sequences[from].position);
      sequences[to].setTable(ledger.table(to));
      sequences[to].copyFrom(sequences[from]);
    },
    reserve: async (needs) => needs.map(reserve),
    async append(runs: readonly Run[]): Promise<void> {
      claim(runs.map(({ slot, tokens }) => ({ slot, tokens: tokens.length })));
      await Promise.all(deal(runs, threadCount).map((hand, i) => threads[i].run({ kind: 'append', runs: hand })));
    },
    async sample(rows: readonly SampleRow[], steps: number): Promise<Uint32Array> {
      claim(rows.map(({ slot }) => ({ slot, tokens: steps })));
      const hands = deal(rows, threadCount);
      const parts = await Promise.all(hands.map((hand, i) => threads[i].run({ kind: 'sample', rows: hand, steps })));
      const drawn = new Uint32Array(rows.length * steps);
      for (const at of drawn.keys()) {
        const [step, row] = [Math.floor(at / rows.length), at % rows.length];
        const thread = row % hands.length;
        drawn[at] = parts[thread][step * hands[thread].length + Math.floor(row / hands.length)];
      }
      return drawn;
    },
    logits: async (slot) => sequences[slot].logits.slice(),
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Item i goes to hand i mod n; empty hands are left out. */
function deal<T>(items: readonly T[], count: number): T[][] {
  const hands = Math.min(count, items.length);
  return Array.from({ length: hands }, (_, hand) => items.filter((_, i) => i % hands === hand));
}

function memoryOf(config: ModelConfig, weights: Weights, kvFormat: KvFormat): BackendMemory {
  const { mamba, attention, layers } = config;
  const mambaLayers = layers.filter((layer) => layer.kind === 'mamba').length;
  const convChannels = mamba.repeatBeforeConv ? mamba.dInner : mamba.dXb;
  return {
    weightBytes: weights.values().reduce((sum, tensor) => sum + tensorBytes(tensor), 0),
    stateBytesPerSlot: 4 * mambaLayers * (mamba.dInner * mamba.dState + convChannels * (mamba.dConv - 1)),
    kvBytesPerToken: (layers.length - mambaLayers) * kvBytesPerPosition(kvFormat, attention.kvHeads, attention.headDim),
  };
}
