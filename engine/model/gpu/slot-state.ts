/** What stays the same size as a slot's sequence grows: recurrent state, convolution inputs, logits. */
import { allocate } from '../../device/memory.ts';
import type { OpenDevice } from '../../device/open-device.ts';
import type { ModelConfig } from '../config.ts';

export interface SlotState {
  /** By layer; null where the layer is attention. */
  readonly layers: readonly (MambaState | null)[];
  /** f32 [slots][vocabSize] */
  readonly logits: GPUBuffer;
  readonly bytesPerSlot: number;
  /** Zeroes a slot's recurrent state. */
  encodeReset(encoder: GPUCommandEncoder, slot: number): void;
  /** Copies all of slot `from` to slot `to`. */
  encodeCopy(encoder: GPUCommandEncoder, from: number, to: number): void;
}

export interface MambaState {
  readonly states: GPUBuffer;
  readonly histories: GPUBuffer;
}

export async function allocateSlots(device: OpenDevice, config: ModelConfig, slots: number): Promise<SlotState> {
  const { mamba, vocabSize } = config;
  const stateBytes = 4 * mamba.dInner * mamba.dState;
  const historyBytes = 4 * mamba.dInner * (mamba.dConv - 1);
  const logitBytes = 4 * vocabSize;
  const layers: (MambaState | null)[] = [];
  for (const [i, { kind }] of config.layers.entries()) {
    const buffer = (what: string, bytes: number) => allocate(device, `${what} of layer ${i} for ${slots} slots`, slots * bytes);
    layers.push(
      kind === 'mamba'
        ? { states: await buffer('recurrent state', stateBytes), histories: await buffer('convolution inputs', historyBytes) }
        : null,
    );
  }
  const logits = await allocate(device, `logits of ${slots} slots`, slots * logitBytes);
  // WebGPU refuses copies within one buffer: they go through here.
  const scratch = await allocate(device, 'scratch of copies', Math.max(stateBytes, historyBytes, logitBytes));
  const recurrent = layers.filter((layer) => layer !== null);

  return {
    layers,
    logits,
    bytesPerSlot: recurrent.length * (stateBytes + historyBytes),
    encodeReset(encoder, slot) {
      for (const { states, histories } of recurrent) {
        encoder.clearBuffer(states, slot * stateBytes, stateBytes);
        encoder.clearBuffer(histories, slot * historyBytes, historyBytes);
      }
    },
    encodeCopy(encoder, from, to) {
      const copy = (buffer: GPUBuffer, bytes: number) => {
        encoder.copyBufferToBuffer(buffer, from * bytes, scratch, 0, bytes);
        encoder.copyBufferToBuffer(scratch, 0, buffer, to * bytes, bytes);
      };
      for (const { states, histories } of recurrent) {
        copy(states, stateBytes);
        copy(histories, historyBytes);
      }
      copy(logits, logitBytes);
    },
  };
}
