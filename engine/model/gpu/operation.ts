/** One kernel's part of a pass, and how long each takes on the device. Knows no model. */
import { allocateReadback, readBack } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import type { PassSize } from '../../kernels/pass/pass-buffers.ts';

export interface Operation {
  /** What a profile calls it: those of all layers that do the same share a name. */
  readonly kind: string;
  /** Records dispatches; none where the pass has no rows for it. */
  encode(encoder: GPUComputePassEncoder, size: PassSize): void;
}

export interface OperationTimes {
  /** Operations of each kind, and their milliseconds from begin to end, summed. */
  readonly kinds: ReadonlyMap<string, { readonly count: number; readonly ms: number }>;
  /** From the first beginning to the last end: what lies between operations included. */
  readonly totalMs: number;
}

/** GPUBufferUsage.QUERY_RESOLVE | COPY_SRC, spelled out: the global exists only once Dawn has been created. */
const RESOLVE_USAGE = 512 | 4;
const NANOSECONDS = 1e6;

/**
 * Runs the operations once, each in a pass of its own between two timestamps, which keeps neighbours from overlapping.
 * Exact only where the device was opened with exact timestamps. Null where it has none.
 */
export async function timeOperations(
  device: OpenDevice,
  operations: readonly Operation[],
  size: PassSize,
): Promise<OperationTimes | null> {
  const { gpu } = device;
  if (!gpu.features.has('timestamp-query')) return null;
  const stamps = 2 * operations.length;
  const querySet = gpu.createQuerySet({ type: 'timestamp', count: stamps });
  const resolved = gpu.createBuffer({ label: 'timestamps', size: stamps * 8, usage: RESOLVE_USAGE });
  const readback = await allocateReadback(device, 'timestamps read', stamps * 8);
  const encoder = gpu.createCommandEncoder();
  operations.forEach(({ encode }, i) => {
    const timestampWrites = { querySet, beginningOfPassWriteIndex: 2 * i, endOfPassWriteIndex: 2 * i + 1 };
    const pass = encoder.beginComputePass({ timestampWrites });
    encode(pass, size);
    pass.end();
  });
  encoder.resolveQuerySet(querySet, 0, stamps, resolved, 0);
  encoder.copyBufferToBuffer(resolved, 0, readback, 0, stamps * 8);
  gpu.queue.submit([encoder.finish()]);
  const times = new BigUint64Array(await readBack(device, readback, stamps * 8));
  const between = (first: number, last: number) => Number(times[last] - times[first]) / NANOSECONDS;
  const kinds = new Map<string, { count: number; ms: number }>();
  for (const [i, { kind }] of operations.entries()) {
    const { count, ms } = kinds.get(kind) ?? { count: 0, ms: 0 };
    kinds.set(kind, { count: count + 1, ms: ms + between(2 * i, 2 * i + 1) });
  }
  for (const buffer of [resolved, readback]) buffer.destroy();
  querySet.destroy();
  return { kinds, totalMs: between(0, stamps - 1) };
}
