import { expect, test } from 'vitest';
import { createDawn, listAdapters } from './dawn.ts';
import { createKernel } from './kernel.ts';
import { allocate } from './memory.ts';
import { openDevice } from './open-device.ts';
import { describeOnAdapters, presentAdapters } from './test-adapters.ts';

describeOnAdapters('openDevice', (gpu) => {
  test('tells a software adapter and the size of its subgroups', async () => {
    const device = await openDevice(await gpu());
    if (/llvmpipe|swiftshader/i.test(device.name)) expect(device.capabilities.isSoftware).toBe(true);
    expect([0, 4, 8, 16, 32, 64]).toContain(device.capabilities.subgroupSize);
    expect(device.capabilities.maxBindingBytes).toBeGreaterThanOrEqual(128 * 2 ** 20);
    device.close();
  });

  test('refuses an adapter of another name, and names the one it found', async () => {
    await expect(openDevice(await gpu(), 'Voodoo 2')).rejects.toMatchObject({
      kind: 'no-adapter',
      message: expect.stringMatching(/swiftshader|llvmpipe|.+/i),
    });
  });

  test('a lost device is a typed error for whoever waits and for the next call', async () => {
    const device = await openDevice(await gpu());
    expect(() => device.assertAlive()).not.toThrow();
    device.gpu.destroy();
    await expect(device.failure).rejects.toMatchObject({ kind: 'device-lost' });
    expect(() => device.assertAlive()).toThrowError(/was lost .* Load the model again/);
  });

  test('an error that nobody caught stops the device from being trusted', async () => {
    const device = await openDevice(await gpu());
    device.gpu.createBuffer({ size: 4, usage: 0 });
    await expect(device.failure).rejects.toMatchObject({ kind: 'device-lost' });
    expect(() => device.assertAlive()).toThrowError(/reported an error/);
    device.close();
  });

  test('a kernel that the adapter cannot run is refused by its name', async () => {
    const device = await openDevice(await gpu());
    device.gpu.pushErrorScope('validation');
    const source = { label: 'too wide', wgsl: ['@compute @workgroup_size(9999) fn main() {}'], constants: {}, bindings: {} };
    await expect(createKernel(device, source)).rejects.toMatchObject({
      kind: 'no-adapter',
      message: expect.stringMatching(/cannot run the kernel "too wide": .* Run on the CPU/s),
    });
    expect(await device.gpu.popErrorScope()).toBeNull();
    device.close();
  });

  test('a buffer above the limit is refused with its size and a remedy', async () => {
    const device = await openDevice(await gpu());
    const bytes = device.capabilities.maxBindingBytes + 16;
    await expect(allocate(device, 'keys', bytes)).rejects.toMatchObject({
      kind: 'out-of-memory',
      message: expect.stringMatching(/^keys needs .* MB, .* Run fewer samples/),
      data: { label: 'keys', bytes },
    });
    device.close();
  });
});

test.skipIf(presentAdapters.length === 0)('createDawn finds an adapter by part of its name in any case', async () => {
  const part = presentAdapters[0].slice(0, 6).toUpperCase();
  const device = await openDevice(await createDawn({ adapter: part }), part);
  expect(device.name.toUpperCase()).toContain(part);
  device.close();
});

test('createDawn names the adapters present when none matches', async () => {
  const present = await listAdapters();
  await expect(createDawn({ adapter: 'Voodoo 2' })).rejects.toMatchObject({
    kind: 'no-adapter',
    message: expect.stringContaining(present[0] ?? 'there is none'),
  });
});
