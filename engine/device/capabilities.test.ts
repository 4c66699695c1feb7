import { expect, test } from 'vitest';
import { capabilitiesOf, SUBGROUP_MATRIX } from './capabilities.ts';

const F16_TILE = { componentType: 'f16', resultComponentType: 'f32', M: 16, N: 16, K: 16 };
const FEATURES = [SUBGROUP_MATRIX, 'shader-f16', 'subgroups'];
const limits = { maxStorageBufferBindingSize: 2 ** 31, maxBufferSize: 2 ** 31 };

function unitOf(info: object, features: readonly string[] = FEATURES) {
  const device = { features: new Set(features), limits } as unknown as GPUDevice;
  const nvidia = { vendor: 'nvidia', device: 'NVIDIA H100', description: '', subgroupMinSize: 32, subgroupMaxSize: 32 };
  const adapter = {
    ...nvidia,
    isFallbackAdapter: false,
    subgroupMatrixConfigs: [F16_TILE],
    ...info,
  } as unknown as GPUAdapterInfo;
  return capabilitiesOf(device, adapter).matrixUnit;
}

test('an NVIDIA device with tiles of 16 x 16 f16 summed in f32 has a matrix unit that the kernels know', () => {
  expect(unitOf({})).toBe('subgroup');
});

test.each([
  ['whose tiles have another size', { subgroupMatrixConfigs: [{ ...F16_TILE, K: 8 }] }],
  ['whose tiles are summed in f16', { subgroupMatrixConfigs: [{ ...F16_TILE, resultComponentType: 'f16' }] }],
  ['whose subgroups vary', { subgroupMinSize: 16 }],
  ['whose unit nobody has proven', { vendor: 'amd', device: 'Radeon' }],
  ['that tells of no tiles', { subgroupMatrixConfigs: undefined }],
])('a device %s has none', (_, info) => {
  expect(unitOf(info)).toBe('none');
});

test('a device without the feature, or without f16, has none', () => {
  expect(unitOf({}, ['shader-f16', 'subgroups'])).toBe('none');
  expect(unitOf({}, [SUBGROUP_MATRIX, 'subgroups'])).toBe('none');
});
