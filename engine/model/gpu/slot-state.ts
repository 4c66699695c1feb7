/** What the slots hold on the device: recurrent state, convolution inputs, keys and values of each layer, and logits. */
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import { KEY_BLOCK } from '../../kernels/rope-kv/kv-layout.ts';
import type { ModelConfig } from '../config.ts';

export interface SlotState {
  readonly layers: readonly LayerState[];
  /** f32 [slots][vocabSize] */
  readonly logits: GPUBuffer;
  /** Positions a slot has room for: contextLength in whole key blocks. */
  readonly room: number;
  readonly stateBytesPerSlot: number;
  readonly kvBytesPerToken: number;
  /** Zeroes a slot's recurrent state; older keys and values are never read. */
  encodeReset(encoder: GPUCommandEncoder, slot: number): void;
  /** Copies everything of slot `from`, whose sequence has `length` tokens, to slot `to`. */
  encodeCopy(encoder: GPUCommandEncoder, from: number, to: number, length: number): void;
}

export type LayerState = MambaState | AttentionState;

export interface MambaState {
  readonly kind: 'mamba';
  readonly states: GPUBuffer;
  readonly histories: GPUBuffer;
}

export interface AttentionState {
  readonly kind: 'attention';
  readonly keys: GPUBuffer;
  readonly values: GPUBuffer;
}

export async function allocateSlots(
  device: OpenDevice,
  config: ModelConfig,
  slots: number,
  contextLength: number,
): Promise<SlotState> {
  const { mamba, attention, vocabSize } = config;
  const stateBytes = 4 * mamba.dInner * mamba.dState;
  const historyBytes = 4 * mamba.dInner * (mamba.dConv - 1);
  const kvWidth = attention.kvHeads * attention.headDim;
  const room = Math.ceil(contextLength / KEY_BLOCK) * KEY_BLOCK;
  const kvBytes = 4 * kvWidth * room;
  const layers: LayerState[] = [];
  for (const [i, { kind }] of config.layers.entries()) {
    const buffer = (what: string, bytes: number) => allocate(device, `${what} of layer ${i} for ${slots} slots`, slots * bytes);
    layers.push(
      kind === 'mamba'
        ? {
            kind,
            states: await buffer('recurrent state', stateBytes),
            histories: await buffer('convolution inputs', historyBytes),
          }
        : { kind, keys: await buffer('keys', kvBytes), values: await buffer('values', kvBytes) },
    );
  }
  const logits = await allocate(device, `logits of ${slots} slots`, slots * vocabSize * 4);
  // WebGPU refuses copies within one buffer: they go through here.
  const scratch = await allocate(device, 'scratch of copies', Math.max(stateBytes, historyBytes, kvBytes, vocabSize * 4));
  const mambaLayers = layers.filter(({ kind }) => kind === 'mamba').length;

  return {
    layers,
    logits,
    room,
    stateBytesPerSlot: mambaLayers * (stateBytes + historyBytes),
    kvBytesPerToken: (layers.length - mambaLayers) * 2 * 4 * kvWidth,
    encodeReset(encoder, slot) {
      const clear = (buffer: GPUBuffer, bytes: number) => encoder.clearBuffer(buffer, slot * bytes, bytes);
      for (const layer of layers) {
        if (layer.kind !== 'mamba') continue;
        clear(layer.states, stateBytes);
        clear(layer.histories, historyBytes);
      }
    },
    encodeCopy(encoder, from, to, length) {
      const copy = (buffer: GPUBuffer, bytesPerSlot: number, bytes: number) => {
        if (bytes === 0) return;
        encoder.copyBufferToBuffer(buffer, from * bytesPerSlot, scratch, 0, bytes);
        encoder.copyBufferToBuffer(scratch, 0, buffer, to * bytesPerSlot, bytes);
      };
      const usedBytes = 4 * kvWidth * Math.ceil(length / KEY_BLOCK) * KEY_BLOCK;
      for (const layer of layers) {
        if (layer.kind === 'mamba') {
          copy(layer.states, stateBytes, stateBytes);
          copy(layer.histories, historyBytes, historyBytes);
        } else {
          copy(layer.keys, kvBytes, usedBytes);
          copy(layer.values, kvBytes, usedBytes);
        }
      }
      copy(logits, vocabSize * 4, vocabSize * 4);
    },
  };
}
