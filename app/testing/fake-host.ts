/**
 * A stand-in for the engine host with a clockwork model, for faults whose timing the real engine cannot produce on demand
 * (a death after exactly so many tokens). It speaks the real protocol: one token a character, text fixed by the seed.
 *
 * FAKE_MS_PER_TOKEN (2) · FAKE_DIE_AT_TOKEN n: dies when a row reaches n tokens that it did not resume from ·
 * FAKE_SLOW_FROM n: samples from number n on take 100 times as long ·
 * FAKE_DIE_LOADING · FAKE_NEVER_LOADS · FAKE_LOAD_ERROR kind · FAKE_SILENT: never brings a token
 */
import { type HostEvent, type HostRequest, hostRequestSchema } from '#app/protocol/engine-host.ts';
import { fakeSolution } from './fake-solution.ts';

const env = process.env;
const msPerToken = Number(env.FAKE_MS_PER_TOKEN ?? 2);
const dieAt = Number(env.FAKE_DIE_AT_TOKEN ?? Number.POSITIVE_INFINITY);
const slowFrom = Number(env.FAKE_SLOW_FROM ?? Number.POSITIVE_INFINITY);
const cancelled = new Set<string>();

function send(event: HostEvent): void {
  if (process.connected) process.send?.(event);
}

function load(request: Extract<HostRequest, { type: 'load' }>): void {
  if (env.FAKE_DIE_LOADING !== undefined) process.exit(7);
  if (env.FAKE_NEVER_LOADS !== undefined) return;
  if (env.FAKE_LOAD_ERROR !== undefined) {
    send({
      type: 'error',
      id: null,
      kind: env.FAKE_LOAD_ERROR,
      message: 'The fake host was told to refuse. Tell it otherwise.',
    });
    return;
  }
  send({ type: 'progress', stage: 'reading', fraction: 1 });
  send({
    type: 'loaded',
    loadMs: 1,
    description: {
      backend: 'cpu',
      adapter: 'Clockwork',
      reason: 'A test asked for the clockwork model.',
      model: 'clockwork',
      parameters: 1,
      weightBytes: 1,
      stateBytesPerSlot: 1,
      kvBytesPerToken: 1,
      slots: request.slots,
      contextLength: 4096,
    },
  });
}

type GenerateRequest = Extract<HostRequest, { type: 'generate' }>;

async function generateRow(request: GenerateRequest, row: GenerateRequest['rows'][number]): Promise<void> {
  const text = fakeSolution(row.seed, request.prefix);
  const { id } = request;
  const { index, resume } = row;
  for (let at = resume.length; at < text.length; at++) {
    if (at >= request.maxTokens) return send({ type: 'row-end', id, index, status: 'length', tokens: at });
    await new Promise((resolve) => setTimeout(resolve, index < slowFrom ? msPerToken : 100 * msPerToken));
    if (cancelled.has(id)) return send({ type: 'row-end', id, index, status: 'stopped', tokens: at });
    if (at === dieAt && resume.length < dieAt) process.exit(9);
    send({ type: 'tokens', id, index, tokens: [text.charCodeAt(at)], text: text[at] });
  }
  send({ type: 'row-end', id, index, status: 'finished', tokens: text.length });
}

async function generate(request: GenerateRequest): Promise<void> {
  if (env.FAKE_SILENT !== undefined) return;
  await Promise.all(request.rows.map((row) => generateRow(request, row)));
  send({ type: 'generated', id: request.id, promptTokens: request.problem.length, firstTokenMs: 1, totalMs: 1 });
}

process.on('message', (message) => {
  const request = hostRequestSchema.parse(message);
  switch (request.type) {
    case 'load':
      load(request);
      break;
    case 'generate':
      generate(request);
      break;
    case 'cancel':
      cancelled.add(request.id);
      break;
    case 'logits':
      send({ type: 'logits', id: request.id, logits: [request.tokens] });
      break;
    case 'shutdown':
      process.exit(0);
      break;
    default:
      request satisfies never;
  }
});
process.on('disconnect', () => process.exit(0));
