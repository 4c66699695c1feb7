/** Moves a model's tensors to the device piece by piece, telling how far it has come. */
import { widen } from '../../cpu/widen.ts';
import { allocate, upload } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { freshPieces, type PieceStore } from '../../formats/pack/piece-store.ts';
import {
  type Arrangement,
  type DeviceMatrix,
  type MatrixPart,
  maxPartTiles,
  TILE_OUTPUTS,
  tileWords,
} from '../../kernels/matmul/matrix-layout.ts';
import type { ModelConfig } from '../config.ts';
import type { Tensor, Weights } from '../tensor.ts';
import { tensorBytes } from '../weight-format.ts';
import { packChannelWeights } from './channel-weights.ts';
import { type MatrixSource, type PackedForm, packedForm, packTiles } from './pack-matrix.ts';

/** Changes whenever the same weights would give other bytes: pieces kept from an older program are then made anew. */
export const DEVICE_LAYOUT = 'gpu-2';

/** Numbers packed at once: bounds the host's memory to some times their bytes, whatever the matrix. */
const PIECE_NUMBERS = 2 ** 22;
/** Bytes given to the device before waiting for it: bounds its staging memory. */
const STAGED_BYTES = 2 ** 24;

export interface WeightLoader {
  matrix(...names: readonly [string] | readonly [gate: string, up: string]): Promise<DeviceMatrix>;
  /** f32 [length] */
  vector(name: string): Promise<GPUBuffer>;
  /** The rows that the Mamba mixer reads beside its projections, as MambaBuffers.channelWeights describes. */
  channelWeights(prefix: string): Promise<GPUBuffer>;
  /** Bytes on the device so far. */
  bytes(): number;
}

/** @param onFraction called with 0 to 1 as tensors arrive, by their bytes. */
export function weightLoader(
  device: OpenDevice,
  { mamba }: ModelConfig,
  weights: Weights,
  onFraction: (fraction: number) => void,
  pieces: PieceStore = freshPieces,
): WeightLoader {
  const all = weights.values().reduce((sum, tensor) => sum + tensorBytes(tensor), 0);
  let bytes = 0;
  let arrived = 0;
  let staged = 0;

  const arrangement: Arrangement = device.capabilities.matrixUnit === 'none' ? 'lanes' : 'unit';
  const tensorOf = (name: string): Tensor => {
    const tensor = weights.get(name);
    if (tensor === undefined) throw new Error(`weights lack ${name}: load them with openWeights, which checks names`);
    return tensor;
  };
  const tell = (tensors: readonly Tensor[], share = 1) => {
    arrived += share * tensors.reduce((sum, tensor) => sum + tensorBytes(tensor), 0);
    onFraction(Math.min(1, arrived / all));
  };
  const write = async (buffer: GPUBuffer, offset: number, data: Uint8Array<ArrayBuffer>) => {
    device.gpu.queue.writeBuffer(buffer, offset, data.buffer, data.byteOffset, data.byteLength);
    staged += data.byteLength;
    if (staged < STAGED_BYTES) return;
    await device.gpu.queue.onSubmittedWorkDone();
    staged = 0;
  };
  const send = async (label: string, data: Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer>) => {
    bytes += data.byteLength;
    return upload(device, label, data);
  };

  /** A part of a matrix: tiles first … first + tiles. */
  async function sendPart(names: readonly string[], source: MatrixSource, form: PackedForm, first: number, tiles: number) {
    const words = tileWords(form);
    const [weightBytes, scaleBytes] = [words.weights * 4, words.scales * 4];
    const label = names.join(' + ');
    const pieceLabel = form.arrangement === 'lanes' ? label : `${label}, for units,`;
    const weights = await allocate(device, label, tiles * weightBytes);
    const scales = scaleBytes === 0 ? undefined : await allocate(device, `scales of ${label}`, tiles * scaleBytes);
    bytes += tiles * (weightBytes + scaleBytes);
    const perPiece = tilesOfPiece(form);
    for (let done = 0; done < tiles; done += perPiece) {
      const count = Math.min(perPiece, tiles - done);
      const piece = pieces.piece(`${pieceLabel} ${first + done}`, count * (weightBytes + scaleBytes), () =>
        bytesOf(packTiles(source, form, first + done, count)),
      );
      await write(weights, done * weightBytes, piece.subarray(0, count * weightBytes));
      if (scales !== undefined) await write(scales, done * scaleBytes, piece.subarray(count * weightBytes));
      tell(source, count / form.tiles);
    }
    const firstResult = first * form.resultsPerTile;
    const results = Math.min(tiles * form.resultsPerTile, form.results - firstResult);
    return { weights, scales, tiles, firstResult, results };
  }

  return {
    async matrix(...names) {
      const source = names.map(tensorOf) as unknown as MatrixSource;
      const form = packedForm(source, arrangement);
      // Whole pieces, so that they are the same whatever the device's limit.
      const perPiece = tilesOfPiece(form);
      const perPart = Math.max(1, Math.floor(maxPartTiles(form, device.capabilities) / perPiece)) * perPiece;
      const parts: MatrixPart[] = [];
      for (let first = 0; first < form.tiles; first += perPart) {
        parts.push(await sendPart(names, source, form, first, Math.min(perPart, form.tiles - first)));
      }
      const { format, columns, group } = form;
      return { arrangement, format, columns, group, parts };
    },
    async vector(name) {
      const tensor = tensorOf(name);
      tell([tensor]);
      return send(name, Float32Array.from(widen(tensor)));
    },
    async channelWeights(prefix) {
      const { tensors, byteLength, pack } = packChannelWeights(mamba, (name) => tensorOf(`${prefix}.${name}`));
      const label = `${prefix} channel weights`;
      const packed = pieces.piece(label, byteLength, () => bytesOf(pack()));
      tell(tensors);
      return send(label, packed);
    },
    bytes: () => bytes,
  };
}

function tilesOfPiece({ arrangement, columns }: PackedForm): number {
  return Math.max(1, Math.floor(PIECE_NUMBERS / (TILE_OUTPUTS[arrangement] * columns)));
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
