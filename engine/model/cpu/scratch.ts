/** One thread's own places in the SIMD memory, and how large they must be. */
import { BLOCK_ROWS } from '../../cpu/simd/int8-kernel.ts';
import { sumsBytes } from '../../cpu/simd/quad-sums.ts';
import { KV_BLOCK } from '../../kv-format.ts';
import type { ModelConfig } from '../config.ts';
import { aligned } from './workspace.ts';

/** Byte offsets: a product's operands (see Int8Product), weight vectors that stay, and the workspace of a pass. */
export interface Scratch {
  readonly q: number;
  readonly qScales: number;
  readonly sums: number;
  readonly resident: number;
  readonly workspace: number;
}

export interface ScratchSizes {
  readonly config: ModelConfig;
  readonly contextLength: number;
  /** Rows of one pass at most. */
  readonly maxRows: number;
  /** Columns of the widest matrix, and of a group. */
  readonly widest: number;
  readonly group: number;
}

/** @param take gives room for so many bytes */
export function placeScratch(sizes: ScratchSizes, take: (bytes: number) => number): Scratch {
  const { config, maxRows, widest, group } = sizes;
  return {
    q: take(2 * maxRows * widest),
    qScales: take((4 * maxRows * widest) / group),
    sums: take(sumsBytes(BLOCK_ROWS)),
    resident: take(residentBytes(config)),
    workspace: take(workspaceBytes(sizes)),
  };
}

/** Norms, and A, D and the bias of dt of every Mamba layer. */
function residentBytes({ layers, mamba, dModel }: ModelConfig): number {
  const ofMamba = aligned(mamba.dInner * mamba.dState) + 2 * aligned(mamba.dInner);
  const mambaLayers = layers.filter(({ kind }) => kind === 'mamba').length;
  return mambaLayers * ofMamba + (2 * layers.length + 1) * aligned(dModel);
}

/** What `forward` takes at once, at most. */
function workspaceBytes({ config, contextLength, maxRows }: ScratchSizes): number {
  const { layers, mamba, attention, dModel, vocabSize } = config;
  const rows = (...widths: number[]) => widths.reduce((sum, width) => sum + aligned(maxRows * width), 0);
  const { dInner, dXb, dtRank } = mamba;
  const mixMamba = rows(2 * dInner + 2 * dXb + dtRank, dtRank, dInner, dInner, dModel) + 2 * aligned(dInner);
  const qWidth = attention.heads * attention.headDim;
  const kvWidth = attention.kvHeads * attention.headDim;
  const group = attention.heads / attention.kvHeads;
  const attend = group * aligned(contextLength + 8) + 2 * aligned(1) + aligned(KV_BLOCK * attention.headDim);
  const mixAttention = rows(qWidth + 2 * kvWidth, qWidth, dModel) + attend;
  const widestMlp = Math.max(...layers.map(({ dMlp }) => dMlp));
  const mlp = rows(widestMlp, widestMlp, dModel);
  const logits = rows(dModel, vocabSize);
  return rows(dModel, dModel) + Math.max(mixMamba, mixAttention, mlp, logits) + aligned(2);
}
