/** Folding a value over the lanes of a workgroup: sum_of_lanes() and highest_of_lanes(), by what the device does best. */
import type { Capabilities } from '../../device/capabilities.ts';
import { shader } from '../../device/shader-source.ts';

export interface Reduction {
  readonly wgsl: string;
  /** LANES, the size that the workgroup must have, and what else the text needs. */
  readonly constants: { readonly LANES: number; readonly SIDE: number };
  readonly directives: readonly string[];
}

const WORKGROUP = shader('./reduce-workgroup.wgsl', import.meta.url);
const SUBGROUP = shader('./reduce-subgroup.wgsl', import.meta.url);

/** Lets subgroup operations follow branches on their own results: the workgroup is one subgroup, so all lanes agree. */
export const ONE_SUBGROUP = ['enable subgroups;', 'diagnostic(off, subgroup_uniformity);'] as const;

/** @param side the square root of the threads worth having abreast where threads are plenty */
export function reduction({ isSoftware, subgroupSize }: Capabilities, side: number): Reduction {
  return isSoftware && subgroupSize > 0
    ? { wgsl: SUBGROUP, constants: { LANES: subgroupSize, SIDE: 1 }, directives: ONE_SUBGROUP }
    : { wgsl: WORKGROUP, constants: { LANES: side * side, SIDE: side }, directives: [] };
}
