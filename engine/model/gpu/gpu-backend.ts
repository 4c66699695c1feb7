/** The model on a GPU through WebGPU: keeps the slots' positions, refuses what does not fit, takes calls in turn. */
import type { MatrixUnit } from '../../device/capabilities.ts';
import { openDevice } from '../../device/open-device.ts';
import { EngineError } from '../../errors.ts';
import type { PieceStore } from '../../formats/pack/piece-store.ts';
import type { LoadProgress } from '../../index.ts';
import { blocksFor, type KvFormat } from '../../kv-format.ts';
import { type Backend, contextFull, type Need, noRoomForKv, type Run, type SampleRow } from '../backend.ts';
import type { ModelConfig } from '../config.ts';
import { BlockLedger } from '../kv/block-ledger.ts';
import type { Weights } from '../tensor.ts';
import { buildMachine } from './machine.ts';
import { planPasses } from './plan-passes.ts';

export interface GpuBackendOptions {
  /** From createDawn(), or navigator.gpu. */
  readonly gpu: GPU;
  readonly config: ModelConfig;
  readonly weights: Weights;
  readonly slots: number;
  readonly contextLength: number;
  /** Part of the adapter's name; a GPU of another name is refused. */
  readonly adapter?: string;
  /** f32 where absent. */
  readonly kvFormat?: KvFormat;
  /** Blocks of keys and values at most, over all slots; whole contexts for all of them where absent. */
  readonly maxBlocks?: number;
  /** Where packed matrices come from: made as they are read, where absent. */
  readonly pieces?: PieceStore;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Matrix unit to compute on, if the weights allow. */
  readonly matrixUnit?: MatrixUnit;
}

/** @throws EngineError 'no-adapter', or 'out-of-memory' when weights or slots do not fit. All memory is allocated here. */
export async function createGpuBackend(options: GpuBackendOptions): Promise<Backend> {
  const { config, slots, contextLength, onProgress = () => {} } = options;
  const device = await openDevice(options.gpu, options.adapter);
  const { kvFormat = 'f32', maxBlocks = slots * blocksFor(contextLength) } = options;
  const building = buildMachine({ ...options, device, kvFormat, maxBlocks, onProgress });
  const machine = await Promise.race([building, device.failure]).catch((error) => {
    device.close();
    throw error;
  });
  const positions = new Array<number>(slots).fill(0);
  const ledger = new BlockLedger(slots, machine.blocks().capacity);

  // The machine's buffers serve one call at a time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };

  async function append(runs: readonly Run[]): Promise<void> {
    await claim(runs.map(({ slot, tokens }) => ({ slot, tokens: tokens.length })));
    const passes = planPasses(runs, (slot) => positions[slot], machine.maxTokens);
    for (const { slot, tokens } of runs) positions[slot] += tokens.length;
    for (const pass of passes) await machine.run(pass);
  }

  async function sample(rows: readonly SampleRow[], steps: number): Promise<Uint32Array> {
    await claim(rows.map(({ slot }) => ({ slot, tokens: steps })));
    const drawn = new Uint32Array(rows.length * steps);
    if (rows.length === 0) return drawn;
    for (let done = 0; done < steps; done += machine.maxSteps) {
      const count = Math.min(machine.maxSteps, steps - done);
      const onward = rows.map((row) => ({ ...row, firstDraw: row.firstDraw + done }));
      const ids = machine.draw(onward, count, (slot) => positions[slot]);
      for (const { slot } of rows) positions[slot] += count;
      drawn.set(await ids, done * rows.length);
    }
    return drawn;
  }

  async function reserve(needs: readonly Need[]): Promise<boolean[]> {
    const outcomes: boolean[] = [];
    for (const need of needs) outcomes.push(await reserveOne(need));
    return outcomes;
  }

  async function reserveOne({ slot, tokens }: Need): Promise<boolean> {
    const blocks = ledger.table(slot).length;
    const copies = ledger.reserve(slot, positions[slot], tokens);
    if (copies === null) return (await growFor(tokens)) && reserveOne({ slot, tokens });
    if (copies.length > 0) machine.copyBlocks(copies);
    // Most tokens go into a block that is there already.
    if (copies.length > 0 || ledger.table(slot).length > blocks) machine.setTable(slot, ledger.table(slot));
    return true;
  }

  /** Whether the pool could grow by what so many tokens may need. */
  async function growFor(tokens: number): Promise<boolean> {
    const { capacity, max } = machine.blocks();
    if (capacity === max) return false;
    // A shared block may have to be copied, and one begun.
    const wanted = Math.min(max, ledger.used + blocksFor(tokens) + 2);
    const grown = await machine.growBlocks(wanted).then(
      () => true,
      (error: unknown) => {
        if (error instanceof EngineError && error.kind === 'out-of-memory') return false;
        throw error;
      },
    );
    ledger.extend(machine.blocks().capacity);
    return grown;
  }

  /** Makes room for all, or throws before any work. */
  async function claim(needs: readonly Need[]): Promise<void> {
    if (needs.some(({ slot, tokens }) => positions[slot] + tokens > contextLength)) throw contextFull(contextLength);
    if ((await reserve(needs)).includes(false)) throw noRoomForKv(ledger.used);
  }

  return {
    config,
    kind: 'gpu',
    device: device.name,
    memory: machine.memory,
    slots,
    contextLength,
    reset(slot) {
      positions[slot] = 0;
      ledger.clear(slot);
      machine.reset(slot);
    },
    copy(from, to) {
      if (from === to) return;
      positions[to] = positions[from];
      ledger.share(from, to, positions[from]);
      machine.setTable(to, ledger.table(to));
      machine.copy(from, to);
    },
    reserve: (needs) => inTurn(() => reserve(needs)),
    append: (runs) => inTurn(() => append(runs)),
    sample: (rows, steps) => inTurn(() => sample(rows, steps)),
    logits: (slot) => inTurn(() => machine.readLogits(slot)),
    async close() {
      await last;
      device.close();
    },
  };
}
