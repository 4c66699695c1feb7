/**
 * Entry of the process that owns the GPU. It answers the messages of `app/protocol/engine-host.ts` over Node IPC and
 * knows nothing of solves, steps or votes. It ends with its parent, always by a hard exit: tearing a driver down can hang.
 */
import { flushCompileCache } from 'node:module';
import { type HostEvent, type HostRequest, hostRequestSchema } from '#app/protocol/engine-host.ts';
import type { Engine, LoadOptions } from '#engine/index.ts';
import { describeError } from './describe-error.ts';
import { RowOutput } from './row-output.ts';

/** Tokens of a row are gathered this long before they are sent. */
const COALESCE_MS = 16;

let engine: Engine | null = null;
const running = new Map<string, AbortController>();

function send(event: HostEvent): void {
  if (process.connected) process.send?.(event);
}

/** No exit handler and no driver teardown runs. */
function hardExit(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function load(request: Extract<HostRequest, { type: 'load' }>): Promise<void> {
  const began = performance.now();
  const gpu = request.backend === 'cpu' ? null : await openGpu(request);
  const { loadEngine } = await import('#engine/load.ts');
  const options: LoadOptions = {
    modelDir: request.modelDir,
    backend: request.backend,
    adapter: request.adapter ?? undefined,
    slots: request.slots,
    contextLength: request.contextLength ?? undefined,
    weights: request.weights,
    kv: request.kv,
    memoryBytes: request.memoryBytes,
    cacheDir: request.cacheDir,
    onProgress: ({ stage, fraction }) => send({ type: 'progress', stage, fraction }),
  };
  const opened = await loadEngine({ ...options, gpu });
  engine = opened;
  // All code is in: kept for the next start, now, because a hard exit keeps nothing.
  flushCompileCache();
  const { description } = opened;
  send({
    type: 'loaded',
    loadMs: performance.now() - began,
    description: {
      backend: description.backend,
      adapter: description.adapter,
      reason: description.reason,
      model: description.model,
      parameters: description.parameters,
      weights: description.weights,
      memoryPlan: description.memoryPlan,
      weightBytes: description.memory.weightBytes,
      stateBytesPerSlot: description.memory.stateBytesPerSlot,
      kvBytesPerToken: description.memory.kvBytesPerToken,
      slots: description.slots,
      contextLength: description.contextLength,
    },
  });
}

/** Dawn is loaded only where it is wanted, so that the CPU path works on a machine without its libraries. */
async function openGpu({ backend, adapter }: Extract<HostRequest, { type: 'load' }>): Promise<GPU | null> {
  try {
    const { createDawn } = await import('#engine/device/dawn.ts');
    return await createDawn({ adapter: adapter ?? undefined });
  } catch (error) {
    if (backend === 'gpu' || adapter !== null) throw error;
    return null;
  }
}

async function generate(request: Extract<HostRequest, { type: 'generate' }>): Promise<void> {
  const { id } = request;
  const abort = new AbortController();
  running.set(id, abort);
  const rows = new RowOutput(COALESCE_MS, (index, tokens, text) => send({ type: 'tokens', id, index, tokens, text }));
  try {
    const result = await loaded().generate(
      request,
      {
        onTokens: ({ index, tokens, text }) => rows.add(index, tokens, text),
        onRowEnd: ({ index, status, tokens }) => {
          rows.flush(index);
          send({ type: 'row-end', id, index, status, tokens });
        },
      },
      abort.signal,
    );
    const { promptTokens, firstTokenMs, totalMs } = result;
    send({ type: 'generated', id, promptTokens, firstTokenMs, totalMs });
  } finally {
    rows.close();
    running.delete(id);
  }
}

async function logits(request: Extract<HostRequest, { type: 'logits' }>): Promise<void> {
  const result = await loaded().logits(request.tokens, request.all);
  send({ type: 'logits', id: request.id, logits: result.map((row) => [...row]) });
}

function loaded(): Engine {
  if (engine === null) throw new Error('The engine host got work before a model was loaded.');
  return engine;
}

/** A lost device cannot be used again: the process ends, and its supervisor starts a new one that resumes the rows. */
function report(id: string | null, error: unknown): void {
  const { kind, message } = describeError(error);
  const lost = kind === 'device-lost';
  const event: HostEvent = { type: 'error', id: lost ? null : id, kind, message };
  if (lost) process.send?.(event, undefined, undefined, () => hardExit());
  else send(event);
}

function receive(message: unknown): void {
  const parsed = hostRequestSchema.safeParse(message);
  if (parsed.success) answer(parsed.data);
  else report(null, new Error(`The engine host got a message it does not know: ${parsed.error.message}`));
}

function answer(request: HostRequest): void {
  switch (request.type) {
    case 'load':
      load(request).catch((error) => report(null, error));
      break;
    case 'generate':
      generate(request).catch((error) => report(request.id, error));
      break;
    case 'logits':
      logits(request).catch((error) => report(request.id, error));
      break;
    case 'cancel':
      running.get(request.id)?.abort();
      break;
    case 'shutdown':
      hardExit();
      break;
    default:
      request satisfies never;
  }
}

process.on('message', receive);
process.on('disconnect', () => hardExit());
// A terminal sends Ctrl-C to the whole group; the parent decides when this process ends.
process.on('SIGINT', () => {});
