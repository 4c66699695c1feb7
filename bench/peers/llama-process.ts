/** A running `llama-driver`: one measurement at a time, so that it can be taken in turn with ours. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Timing } from '../measure/decode-run.ts';
import type { LlamaLibrary } from './llama-library.ts';

export interface LlamaOptions {
  readonly library: LlamaLibrary;
  readonly model: string;
  readonly gpuLayers: number;
  readonly threads: number;
  readonly kv: 'f16' | 'f32';
}

export interface LlamaProcess {
  /** The time for `steps` tokens of each sequence after a prompt of `context`. */
  decode(sequences: number, context: number, steps: number): Promise<Timing>;
  close(): void;
}

/** @throws Error with the driver's own words where it cannot load the model */
export async function startLlama({ library, model, gpuLayers, threads, kv }: LlamaOptions): Promise<LlamaProcess> {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    library.driver,
    [library.libraries, model, `${gpuLayers}`, `${threads}`, kv],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let problems = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    problems = (problems + text).slice(-2000);
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The llama.cpp driver ended: ${problems.trim()}`);
    return value;
  };
  await next();
  return {
    async decode(sequences, context, steps) {
      child.stdin.write(`decode ${sequences} ${context} ${steps}\n`);
      const [wallMs, processorMs] = (await next()).slice('ms '.length).split(' ').map(Number);
      return { wallMs, processorMs };
    },
    close: () => child.stdin.end(),
  };
}
