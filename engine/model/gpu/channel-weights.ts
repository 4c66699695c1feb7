/** What the Mamba mixer reads beside its projections, by inner channel: see MambaBuffers.channelWeights. Knows no device. */
import { widen } from '../../cpu/widen.ts';
import type { MambaConfig } from '../config.ts';
import type { Tensor } from '../tensor.ts';

export interface ChannelWeights {
  readonly tensors: readonly Tensor[];
  readonly byteLength: number;
  /**
   * [rows, dInner]: dConv taps, the convolution's bias, twice the step's bias, D, dState decays -exp(A_log), dtRank rows of dt_proj.
   */
  pack(): Float32Array<ArrayBuffer>;
}

/** @param tensorOf a mixer's tensor by its name, such as 'conv1d.weight' */
export function packChannelWeights(
  { dInner, dXb, dState, dConv, dtRank, repeatBeforeConv, convBias }: MambaConfig,
  tensorOf: (name: string) => Tensor,
): ChannelWeights {
  const conv = tensorOf('conv1d.weight');
  const bias = convBias ? tensorOf('conv1d.bias') : undefined;
  const [dtBias, skip, logDecay, dtProj] = ['dt_proj.bias', 'D', 'A_log', 'dt_proj.weight'].map(tensorOf);
  const tensors = [conv, ...(bias === undefined ? [] : [bias]), dtBias, skip, logDecay, dtProj];
  const repeat = dInner / dXb;
  // Without repeatBeforeConv the taps are those of the xb channel that inner channel e repeats.
  const convChannel = (e: number) => (repeatBeforeConv ? e : Math.floor(Math.floor(e / dState) / repeat) * dState + (e % dState));
  const rows = dConv + 3 + dState + dtRank;

  const pack = () => {
    const packed = new Float32Array(rows * dInner);
    let start = 0;
    const add = (numberOf: (e: number) => number) => {
      for (let e = 0; e < dInner; e++) packed[start + e] = numberOf(e);
      start += dInner;
    };
    const taps = widen(conv);
    for (let k = 0; k < dConv; k++) add((e) => taps[convChannel(e) * dConv + k]);
    const biases = bias === undefined ? undefined : widen(bias);
    add((e) => biases?.[convChannel(e)] ?? 0);
    const steps = widen(dtBias);
    // The authors' code adds the bias in dt_proj and again in the scan.
    add((e) => 2 * steps[e]);
    const skips = widen(skip);
    add((e) => skips[e]);
    const decays = widen(logDecay);
    for (let n = 0; n < dState; n++) add((e) => -Math.exp(decays[e * dState + n]));
    const projection = widen(dtProj);
    for (let i = 0; i < dtRank; i++) add((e) => projection[e * dtRank + i]);
    return packed;
  };
  return { tensors, byteLength: 4 * rows * dInner, pack };
}
