/**
 * Training data on standard output: one JSON line a problem, with the keys family, level, question, solution, answer.
 *
 *   node tutor/curriculum/export.ts --seed 1 --count 1000 [--phrasings seen|held-out|all] [--families add,gcd] [--level 2]
 *
 * Problem i depends on the seed and i alone, so a stream can be made again, in part or in parallel.
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { Family, Problem } from './family.ts';
import { generateProblem, TRAINING_SEEDS } from './family.ts';
import { FAMILIES, familyById } from './index.ts';
import { weightedFamilies } from './mix.ts';
import { makeRng, type Rng } from './rng.ts';

/** Share of requests that the tutor declines, so that the model learns where its knowledge ends. */
const REFUSAL_SHARE = 0.03;
/** Characters gathered before a write: fewer system calls, little memory. */
const CHUNK = 1 << 18;

type Phrasings = 'seen' | 'held-out' | 'all';

interface Request {
  readonly seed: number;
  readonly count: number;
  readonly phrasings: Phrasings;
  readonly families: readonly Family[];
  readonly level?: number;
}

function readRequest(args: readonly string[]): Request {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '10' },
      phrasings: { type: 'string', default: 'seen' },
      families: { type: 'string' },
      level: { type: 'string' },
    },
  });
  return {
    seed: wholeNumber('seed', values.seed),
    count: wholeNumber('count', values.count),
    phrasings: readPhrasings(values.phrasings),
    families: values.families === undefined ? FAMILIES : values.families.split(',').map(readFamily),
    level: values.level === undefined ? undefined : wholeNumber('level', values.level),
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${option} ${text}: give a whole number`);
  return Number(text);
}

function readPhrasings(text: string): Phrasings {
  if (text === 'seen' || text === 'held-out' || text === 'all') return text;
  throw new Error(`--phrasings ${text}: give seen, held-out or all`);
}

function readFamily(id: string): Family {
  const family = familyById(id);
  if (family === undefined) throw new Error(`--families ${id}: no such family; known: ${FAMILIES.map((f) => f.id).join(', ')}`);
  return family;
}

/** Draws the family of the next problem. */
function familyPicker(families: readonly Family[]): (rng: Rng) => Family {
  const taught = families.filter(({ topic }) => topic !== 'other');
  const refused = families.filter(({ topic }) => topic === 'other');
  const pickTaught = weightedFamilies(taught);
  return (rng) => {
    const isRefused = taught.length === 0 || (refused.length > 0 && rng.chance(REFUSAL_SHARE));
    return isRefused ? rng.pick(refused) : pickTaught(rng);
  };
}

/** Levels differ in number between families: a level beyond a family's last stands for its last. */
function levelOf(family: Family, wanted: number | undefined): number | undefined {
  return wanted === undefined ? undefined : Math.max(1, Math.min(wanted, family.levels.length));
}

function toLine(problem: Problem): string {
  const { family, level, question, steps, answer } = problem;
  return `${JSON.stringify({ family, level, question, solution: steps.join('\n'), answer })}\n`;
}

async function main(): Promise<void> {
  const request = readRequest(process.argv.slice(2));
  const pickFamily = familyPicker(request.families);
  let buffer = '';
  for (let i = 0; i < request.count; i++) {
    const rng = makeRng(Math.imul(request.seed + 1, 0x9e3779b1) ^ Math.imul(i + 1, 0x85ebca77));
    const family = pickFamily(rng);
    const seed = Math.floor(rng.next() * TRAINING_SEEDS);
    buffer += toLine(generateProblem(family, { seed, level: levelOf(family, request.level), phrasings: request.phrasings }));
    if (buffer.length >= CHUNK) {
      if (!process.stdout.write(buffer)) await once(process.stdout, 'drain');
      buffer = '';
    }
  }
  process.stdout.write(buffer);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has what it wanted (`| head`).
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
await main();
