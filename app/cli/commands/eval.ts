/** `quorum eval`: solves every problem of a file, many at a time in the engine's one batch, and scores the answers. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { EngineSupervisor } from '#app/backend/engine-supervisor.ts';
import { newRecord } from '#app/backend/new-record.ts';
import type { SampleEngine } from '#app/backend/sample-run.ts';
import { SolveSession } from '#app/backend/solve-session.ts';
import { Verifier } from '#app/backend/verifier/verifier.ts';
import type { SolveOptions } from '#app/protocol/solve.ts';
import { matchesExactly } from '#tutor/answers/exact-match.ts';
import type { Command } from '../command.ts';
import { describeEngine, readLoad, readSolveOptions, SAMPLING_OPTIONS, SAMPLING_USAGE, startEngine } from '../engine-options.ts';
import { type JudgedRow, type Score, score, scoreFamilies } from '../eval-score.ts';
import { readJsonLines } from '../json-lines.ts';
import { onInterrupt, ProgressLine, print, printJson } from '../terminal.ts';
import { voteCurve } from '../vote-curve.ts';

const rowSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  answer: z.string(),
  family: z.string().optional(),
  /** exact: to the letter, as examiners score that compare text; otherwise the maths must agree. */
  match: z.enum(['equal', 'exact']).default('equal'),
});
type Row = z.infer<typeof rowSchema>;

/** Sequences in the batch unless asked otherwise: wide enough for a GPU, small enough for a laptop. */
const DEFAULT_SLOTS = 64;
/** Longest question in tokens that is surely read beside --max-tokens. */
const PROMPT_TOKENS = 1024;
/** Threads that compare answers, at most; more would only wait for samples. */
const MAX_VERIFIERS = 8;

export const command: Command = {
  usage: `quorum eval FILE.jsonl [options] [--json]    rows {"id","question","answer"}, perhaps "family" and "match": "exact"
  --limit N            the first N rows
  --slots N (${DEFAULT_SLOTS})       sequences in the batch
  --at-once N          problems under way at once (enough to fill the batch); 1 times each alone
${SAMPLING_USAGE}`,
  options: { ...SAMPLING_OPTIONS, limit: { type: 'string' }, slots: { type: 'string' }, 'at-once': { type: 'string' } },
  async run(args) {
    const limit = args.number('limit', { min: 1, max: 1e9, whole: true }) ?? Number.POSITIVE_INFINITY;
    const rows = readJsonLines(args.single('file'), rowSchema).slice(0, limit);
    const options = readSolveOptions(args);
    // A time budget is for one problem alone on the machine.
    const slots =
      options.budgetSeconds === null
        ? (args.number('slots', { min: 1, max: 1024, whole: true }) ?? DEFAULT_SLOTS)
        : options.samples;
    const enough = options.budgetSeconds === null ? Math.ceil((2 * slots) / options.samples) : 1;
    const atOnce = args.number('at-once', { min: 1, max: 1e6, whole: true }) ?? enough;
    const engine = startEngine(readLoad(args, slots, options.maxTokens + PROMPT_TOKENS));
    const verifiers = Array.from({ length: verifierCount() }, () => new Verifier());
    try {
      const { description } = await engine.whenReady();
      const began = performance.now();
      const { judged, tokens, generationSeconds } = await evaluate({ rows, options, engine, verifiers, atOnce });
      const seconds = (performance.now() - began) / 1000;
      const total = score(judged);
      const families = scoreFamilies(judged);
      if (args.json) {
        const { samples } = options;
        printJson({
          ...total,
          samples,
          curve: voteCurve(judged, samples),
          families,
          rows: judged.map(shownRow),
          seconds,
          generationSeconds,
          tokens,
          engine: describeEngine(description),
        });
      } else {
        for (const [family, familyScore] of Object.entries(families)) print(scoreLine(family, familyScore, options.samples));
        print(scoreLine('all', total, options.samples));
        print(`${seconds.toFixed(1)} s, ${(tokens / seconds).toFixed(0)} tokens/s on ${description.adapter}`);
      }
      return judged.length < rows.length ? 130 : 0;
    } finally {
      engine.close();
      await Promise.all(verifiers.map((verifier) => verifier.close()));
    }
  },
};

interface Evaluation {
  readonly rows: readonly Row[];
  readonly options: SolveOptions;
  readonly engine: EngineSupervisor;
  /** Problems take turns with them: beside a GPU, comparing answers is slow. */
  readonly verifiers: readonly Verifier[];
  /** Problems under way at once. */
  readonly atOnce: number;
}

interface Evaluated {
  readonly judged: JudgedRow[];
  readonly tokens: number;
  /** A problem's mean time in the engine, comparing answers not counted; it has the engine alone when one is under way. */
  readonly generationSeconds: number;
}

function verifierCount(): number {
  return Math.max(1, Math.min(MAX_VERIFIERS, Math.floor(availableParallelism() / 2)));
}

async function evaluate(evaluation: Evaluation): Promise<Evaluated> {
  const { rows, atOnce, verifiers, options } = evaluation;
  const judged = new Map<number, JudgedRow>();
  const progress = new ProgressLine();
  const running = new Set<SolveSession>();
  let next = 0;
  let tokens = 0;
  let right = 0;
  const engine = timed(evaluation.engine);
  const done = onInterrupt(() => {
    next = rows.length;
    for (const session of running) session.stop();
  });
  const work = async () => {
    while (next < rows.length) {
      const at = next++;
      const verifier = verifiers[at % verifiers.length];
      const session = openSession(rows[at], options, engine, verifier);
      running.add(session);
      await session.run();
      running.delete(session);
      const { status, failure, timing } = session.record;
      if (failure !== null) throw Object.assign(new Error(failure.message), { kind: failure.kind });
      if (status === 'stopped') return;
      tokens += timing.tokens;
      judged.set(at, await judge(rows[at], session, verifier));
      if (judged.get(at)?.majCorrect) right++;
      progress.show(`${judged.size} of ${rows.length} problems, ${right} right`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, work));
  progress.clear();
  done();
  const inOrder = [...judged].sort(([a], [b]) => a - b).map(([, row]) => row);
  return { judged: inOrder, tokens, generationSeconds: engine.seconds() / Math.max(1, inOrder.length) };
}

/** The engine with a watch on it. */
function timed(engine: SampleEngine): SampleEngine & { seconds(): number } {
  let ms = 0;
  return {
    whenReady: () => engine.whenReady(),
    async generate(...call) {
      const began = performance.now();
      try {
        return await engine.generate(...call);
      } finally {
        ms += performance.now() - began;
      }
    },
    seconds: () => ms / 1000,
  };
}

/** Steps and substitutions are not scored, so they are not checked either. */
function openSession(row: Row, options: SolveOptions, engine: SampleEngine, verifier: Verifier): SolveSession {
  const session = new SolveSession(newRecord(row.question, options), {
    engine,
    checker: {
      equal: (a, b) => verifier.equal(a, b),
      checkStep: async () => ({ verdict: 'unknown' }),
      checkSubstitution: async () => 'unknown',
    },
    onChange: () => {},
  });
  session.add(options.samples);
  return session;
}

async function judge({ id, family, answer, match }: Row, { record }: SolveSession, verifier: Verifier): Promise<JudgedRow> {
  const known = new Map<string, Promise<boolean>>();
  const compare = async (given: string) =>
    match === 'exact' ? matchesExactly(given, answer) : (await verifier.equal(given, answer)).equal === true;
  const isRight = async (given: string | null) => {
    if (given === null) return false;
    const verdict = known.get(given) ?? compare(given);
    known.set(given, verdict);
    return verdict;
  };
  const right = await Promise.all(record.samples.map((sample) => isRight(sample.answer)));
  const { votes } = record.tally;
  const maj = votes.at(0)?.answer ?? null;
  return {
    id,
    family,
    answer,
    maj,
    majCorrect: await isRight(maj),
    rightSamples: right.filter(Boolean).length,
    samples: record.samples.length,
    classes: await Promise.all(votes.map(async (vote) => ({ right: await isRight(vote.answer), samples: vote.samples }))),
  };
}

function shownRow({ id, answer, maj, majCorrect, rightSamples }: JudgedRow) {
  return { id, answer, maj, correct: majCorrect, right: rightSamples };
}

function scoreLine(name: string, { n, pass1, maj, passN, intervals }: Score, samples: number): string {
  const percent = (share: number, [low, high]: [number, number]) =>
    `${(100 * share).toFixed(1)} % (${(100 * low).toFixed(0)}-${(100 * high).toFixed(0)})`;
  const columns = [
    `pass@1 ${percent(pass1, intervals.pass1)}`,
    `maj@${samples} ${percent(maj, intervals.maj)}`,
    `pass@${samples} ${percent(passN, intervals.passN)}`,
  ];
  return `${name.padEnd(28)} n ${String(n).padStart(5)}  ${columns.join('  ')}`;
}
