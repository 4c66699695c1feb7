/** Folding a value over the lanes of a workgroup: sum_of_lanes() and highest_of_lanes(), by what the device does best. */
import type { Capabilities } from '../../device/capabilities.ts';
import { shader } from '../../device/shader-source.ts';

export interface Reduction {
  readonly wgsl: string;
  /** The size that the workgroup must have. */
  readonly lanes: number;
  readonly directives: readonly string[];
}

const WORKGROUP = shader('./reduce-workgroup.wgsl', import.meta.url);
const SUBGROUP = shader('./reduce-subgroup.wgsl', import.meta.url);

/** Lets subgroup operations follow branches on their own results: the workgroup is one subgroup, so all lanes agree. */
export const ONE_SUBGROUP = ['enable subgroups;', 'diagnostic(off, subgroup_uniformity);'] as const;

/** @param lanes threads worth having abreast where threads are plenty */
export function reduction({ isSoftware, subgroupSize }: Capabilities, lanes: number): Reduction {
  return isSoftware && subgroupSize > 0
    ? { wgsl: SUBGROUP, lanes: subgroupSize, directives: ONE_SUBGROUP }
    : { wgsl: WORKGROUP, lanes, directives: [] };
}
