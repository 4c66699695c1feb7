/**
 * Makes a checkpoint folder of a known shape with random weights, to measure loading, memory and speed without a download:
 *   node scripts/make-random-checkpoint.ts --shape m1-3b --out FOLDER [--layers N] [--vocab N] [--dtype bf16|f16|f32]
 */
import { parseArgs } from 'node:util';
import { writeRandomCheckpoint } from '#bench/models/random-checkpoint.ts';
import { cutTo, SHAPES } from '#bench/models/shapes.ts';
import { NOISE_BYTES, type NoiseDtype } from '#bench/models/tensor-noise.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function count(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? value : fail(`--${option} ${text}: give a whole number from 1 up.`);
}

const { values } = parseArgs({
  options: {
    shape: { type: 'string', default: 'm1-3b' },
    out: { type: 'string' },
    layers: { type: 'string' },
    vocab: { type: 'string' },
    dtype: { type: 'string', default: 'bf16' },
  },
});
if (values.out === undefined) fail('--out FOLDER is missing.');
const known = Object.entries(SHAPES).find(([name]) => name === values.shape)?.[1];
const shape = known ?? fail(`--shape ${values.shape}: choose among ${Object.keys(SHAPES).join(', ')}.`);
const isDtype = (text: string): text is NoiseDtype => Object.hasOwn(NOISE_BYTES, text);
const dtype = isDtype(values.dtype) ? values.dtype : fail(`--dtype ${values.dtype}: choose among bf16, f16, f32.`);
const vocabSize = count('vocab', values.vocab) ?? shape.vocabSize;

const bytes = writeRandomCheckpoint({
  folder: values.out,
  shape: { ...cutTo(shape, count('layers', values.layers) ?? shape.layers), vocabSize },
  dtype,
  onTensor: (name, written) => process.stderr.write(`${(written / 1e9).toFixed(2)} GB  ${name}\u001b[K\r`),
});
console.error(`\n${(bytes / 1e9).toFixed(2)} GB of weights in ${values.out}`);
