/** `quorum eval`: solves every problem of a file, many at a time in the engine's one batch, and scores the answers. */
import { z } from 'zod';
import type { EngineSupervisor } from '#app/backend/engine-supervisor.ts';
import { newRecord } from '#app/backend/new-record.ts';
import { SolveSession } from '#app/backend/solve-session.ts';
import { Verifier } from '#app/backend/verifier/verifier.ts';
import type { SolveOptions } from '#app/protocol/solve.ts';
import { matchesExactly } from '#tutor/answers/exact-match.ts';
import type { Command } from '../command.ts';
import { describeEngine, readLoad, readSolveOptions, SAMPLING_OPTIONS, SAMPLING_USAGE, startEngine } from '../engine-options.ts';
import { type JudgedRow, type Score, score, scoreFamilies } from '../eval-score.ts';
import { readJsonLines } from '../json-lines.ts';
import { onInterrupt, ProgressLine, print, printJson } from '../terminal.ts';

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

export const command: Command = {
  usage: `quorum eval FILE.jsonl [options] [--json]    rows {"id","question","answer"}, perhaps "family" and "match": "exact"
  --limit N            the first N rows
  --slots N (${DEFAULT_SLOTS})       sequences in the batch
${SAMPLING_USAGE}`,
  options: { ...SAMPLING_OPTIONS, limit: { type: 'string' }, slots: { type: 'string' } },
  async run(args) {
    const limit = args.number('limit', { min: 1, max: 1e9, whole: true }) ?? Number.POSITIVE_INFINITY;
    const rows = readJsonLines(args.single('file'), rowSchema).slice(0, limit);
    const options = readSolveOptions(args);
    // A time budget is for one problem alone on the machine.
    const slots =
      options.budgetSeconds === null
        ? (args.number('slots', { min: 1, max: 1024, whole: true }) ?? DEFAULT_SLOTS)
        : options.samples;
    const atOnce = options.budgetSeconds === null ? Math.ceil((2 * slots) / options.samples) : 1;
    const engine = startEngine(readLoad(args, slots, options.maxTokens + PROMPT_TOKENS));
    const verifier = new Verifier();
    try {
      const { description } = await engine.whenReady();
      const began = performance.now();
      const { judged, tokens } = await evaluate({ rows, options, engine, verifier, atOnce });
      const seconds = (performance.now() - began) / 1000;
      const total = score(judged);
      const families = scoreFamilies(judged);
      if (args.json) {
        const shown = judged.map(({ id, answer, maj, majCorrect }) => ({ id, answer, maj, correct: majCorrect }));
        const { samples } = options;
        printJson({ ...total, samples, families, rows: shown, seconds, tokens, engine: describeEngine(description) });
      } else {
        for (const [family, familyScore] of Object.entries(families)) print(scoreLine(family, familyScore, options.samples));
        print(scoreLine('all', total, options.samples));
        print(`${seconds.toFixed(1)} s, ${(tokens / seconds).toFixed(0)} tokens/s on ${description.adapter}`);
      }
      return judged.length < rows.length ? 130 : 0;
    } finally {
      engine.close();
      await verifier.close();
    }
  },
};

interface Evaluation {
  readonly rows: readonly Row[];
  readonly options: SolveOptions;
  readonly engine: EngineSupervisor;
  readonly verifier: Verifier;
  /** Problems under way at once. */
  readonly atOnce: number;
}

async function evaluate(evaluation: Evaluation): Promise<{ judged: JudgedRow[]; tokens: number }> {
  const { rows, atOnce } = evaluation;
  const judged = new Map<number, JudgedRow>();
  const progress = new ProgressLine();
  const running = new Set<SolveSession>();
  let next = 0;
  let tokens = 0;
  let right = 0;
  const done = onInterrupt(() => {
    next = rows.length;
    for (const session of running) session.stop();
  });
  const work = async () => {
    while (next < rows.length) {
      const at = next++;
      const session = openSession(rows[at], evaluation);
      running.add(session);
      await session.run();
      running.delete(session);
      const { status, failure, timing } = session.record;
      if (failure !== null) throw Object.assign(new Error(failure.message), { kind: failure.kind });
      if (status === 'stopped') return;
      tokens += timing.tokens;
      judged.set(at, await judge(rows[at], session, evaluation.verifier));
      if (judged.get(at)?.majCorrect) right++;
      progress.show(`${judged.size} of ${rows.length} problems, ${right} right`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, rows.length) }, work));
  progress.clear();
  done();
  return { judged: [...judged].sort(([a], [b]) => a - b).map(([, row]) => row), tokens };
}

/** Steps and substitutions are not scored, so they are not checked either. */
function openSession(row: Row, { options, engine, verifier }: Evaluation): SolveSession {
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
  const isRight = async (given: string | null) => {
    if (given === null) return false;
    return match === 'exact' ? matchesExactly(given, answer) : (await verifier.equal(given, answer)).equal === true;
  };
  const right = await Promise.all(record.samples.map((sample) => isRight(sample.answer)));
  const maj = record.tally.votes.at(0)?.answer ?? null;
  return {
    id,
    family,
    answer,
    maj,
    majCorrect: await isRight(maj),
    rightSamples: right.filter(Boolean).length,
    samples: record.samples.length,
  };
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
