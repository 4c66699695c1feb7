/** Prints what each graphics adapter offers, as JSON. A process of its own: a driver may crash when it is asked. */
import { createDawn, listAdapters } from '#engine/device/dawn.ts';

const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
] as const;

async function describeAdapter(name: string) {
  const adapter = await (await createDawn({ adapter: name })).requestAdapter();
  if (adapter === null) return { name, usable: false };
  const { vendor, architecture, device, description, subgroupMinSize, subgroupMaxSize } = adapter.info;
  return {
    name,
    usable: true,
    info: { vendor, architecture, device, description, subgroupMinSize, subgroupMaxSize },
    limits: Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]])),
    features: [...adapter.features].sort(),
  };
}

const found = [];
for (const name of await listAdapters()) found.push(await describeAdapter(name));
// Dawn's own threads would keep the process: it ends by force once the answer is out.
process.stdout.write(`${JSON.stringify(found)}\n`, () => process.kill(process.pid, 'SIGKILL'));
