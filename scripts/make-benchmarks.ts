/**
 * Makes the frozen question sets under assets/benchmarks from the curriculum, for `quorum eval`. Their seeds lie above those
 * of training. Run it when families change; students.jsonl beside them is written by hand and left alone.
 *
 *   node scripts/make-benchmarks.ts
 */
import { writeFileSync } from 'node:fs';
import { type Family, type GenerateOptions, generateProblem, TRAINING_SEEDS } from '#tutor/curriculum/family.ts';
import { FAMILIES } from '#tutor/curriculum/index.ts';

/** Tries for a question that the set does not hold yet; families of few questions give fewer rows. */
const TRIES = 50;
const FOLDER = new URL('../assets/benchmarks/', import.meta.url);

interface BenchmarkSet {
  readonly name: string;
  readonly rowsPerFamily: number;
  options(family: Family): Omit<GenerateOptions, 'seed'>;
}

const SETS: readonly BenchmarkSet[] = [
  { name: 'families', rowsPerFamily: 8, options: () => ({ phrasings: 'seen' }) },
  { name: 'unseen-phrasings', rowsPerFamily: 4, options: () => ({ phrasings: 'held-out' }) },
  { name: 'larger-operands', rowsPerFamily: 4, options: ({ levels }) => ({ phrasings: 'seen', level: levels.length }) },
];

SETS.forEach(({ name, rowsPerFamily, options }, index) => {
  const lines: string[] = [];
  for (const family of FAMILIES.filter(({ topic }) => topic !== 'other')) {
    const asked = new Set<string>();
    for (let i = 0; i < TRIES && asked.size < rowsPerFamily; i++) {
      const { question, answer } = generateProblem(family, { seed: TRAINING_SEEDS + 1000 * index + i, ...options(family) });
      if (asked.has(question)) continue;
      asked.add(question);
      lines.push(JSON.stringify({ id: `${name}/${family.id}/${asked.size}`, question, answer, family: family.id }));
    }
  }
  writeFileSync(new URL(`${name}.jsonl`, FOLDER), `${lines.join('\n')}\n`);
  console.log(`${name}: ${lines.length} questions`);
});
