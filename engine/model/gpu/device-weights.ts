/** Moves a model's tensors to the device, tensor by tensor, telling how far it has come. */
import { widen } from '../../cpu/widen.ts';
import { upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { type DeviceMatrix, type MatrixPart, maxPartOutputs } from '../../kernels/matmul/matrix-layout.ts';
import type { ModelConfig } from '../config.ts';
import type { Tensor, Weights } from '../tensor.ts';
import { type MatrixSource, packedFormat, packPart } from './pack-matrix.ts';

export interface WeightLoader {
  matrix(...names: readonly [string] | readonly [gate: string, up: string]): Promise<DeviceMatrix>;
  /** f32 [length] */
  vector(name: string): Promise<GPUBuffer>;
  /** The rows that the Mamba mixer reads beside its projections, as MambaBuffers.channelWeights describes. */
  channelWeights(prefix: string): Promise<GPUBuffer>;
  /** Bytes on the device so far. */
  bytes(): number;
}

/** @param onFraction called with 0 to 1 as tensors arrive. */
export function weightLoader(
  device: OpenDevice,
  { mamba }: ModelConfig,
  weights: Weights,
  onFraction: (fraction: number) => void,
): WeightLoader {
  let bytes = 0;
  let taken = 0;
  const take = (name: string): Tensor => {
    const tensor = weights.get(name);
    if (tensor === undefined) throw new Error(`weights lack ${name}: load them with openWeights, which checks names`);
    taken++;
    onFraction(Math.min(1, taken / weights.size));
    // `data` may be read from disk on every access: the copy holds one reading.
    return { ...tensor };
  };
  const send = async (label: string, data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => {
    bytes += data.byteLength;
    return upload(device, label, data);
  };

  return {
    async matrix(...names) {
      const source = names.map(take) as unknown as MatrixSource;
      const { format, group } = packedFormat(source);
      const [results, columns] = source[0].shape;
      const perPart = maxPartOutputs(format, columns, device.capabilities) / source.length;
      const parts: MatrixPart[] = [];
      for (let first = 0; first < results; first += perPart) {
        const count = Math.min(perPart, results - first);
        const { words, scales, tiles } = packPart(source, format, first, count);
        parts.push({
          weights: await send(names[0], words),
          scales: scales === undefined ? undefined : await send(`${names[0]}.scales`, scales),
          tiles,
          firstResult: first,
          results: count,
        });
        // Staging memory is given back once the copy is done.
        await device.gpu.queue.onSubmittedWorkDone();
      }
      return { format, columns, group, parts };
    },
    vector: async (name) => send(name, Float32Array.from(widen(take(name)))),
    async channelWeights(prefix) {
      const { dInner, dXb, dState, dConv, dtRank, repeatBeforeConv, convBias } = mamba;
      const conv = widen(take(`${prefix}.conv1d.weight`));
      const bias = convBias ? widen(take(`${prefix}.conv1d.bias`)) : undefined;
      const dtBias = widen(take(`${prefix}.dt_proj.bias`));
      const skip = widen(take(`${prefix}.D`));
      const logDecay = widen(take(`${prefix}.A_log`));
      const dtProj = widen(take(`${prefix}.dt_proj.weight`));
      const repeat = dInner / dXb;
      // Without repeatBeforeConv the taps are those of the xb channel that inner channel e repeats.
      const convChannel = (e: number) =>
        repeatBeforeConv ? e : Math.floor(Math.floor(e / dState) / repeat) * dState + (e % dState);
      const rows: ((e: number) => number)[] = [
        ...Array.from({ length: dConv }, (_, k) => (e: number) => conv[convChannel(e) * dConv + k]),
        (e) => (bias === undefined ? 0 : bias[convChannel(e)]),
        // The authors' code adds the bias in dt_proj and again in the scan.
        (e) => 2 * dtBias[e],
        (e) => skip[e],
        ...Array.from({ length: dState }, (_, n) => (e: number) => -Math.exp(logDecay[e * dState + n])),
        ...Array.from({ length: dtRank }, (_, i) => (e: number) => dtProj[e * dtRank + i]),
      ];
      const packed = new Float32Array(rows.length * dInner);
      rows.forEach((weightOf, r) => {
        for (let e = 0; e < dInner; e++) packed[r * dInner + e] = weightOf(e);
      });
      return send(`${prefix} channel weights`, packed);
    },
    bytes: () => bytes,
  };
}
