/**
 * Makes the frozen question sets under assets/benchmarks from the curriculum, for `quorum eval`. Their seeds lie above those
 * of training. Run it when families change; students.jsonl beside them is written by hand and left alone.
 *
 *   node scripts/make-benchmarks.ts [--rows N] [--out FOLDER]
 *
 * With --rows, every set holds N questions a family: larger sets than those that travel with the product.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Family, type GenerateOptions, generateProblem, TRAINING_SEEDS } from '#tutor/curriculum/family.ts';
import { FAMILIES } from '#tutor/curriculum/index.ts';

/** Tries a row for a question that the set does not hold yet; families of few questions give fewer rows. */
const TRIES = 8;
/** Seeds set aside for each set. */
const SEEDS_PER_SET = 100_000;

const { values } = parseArgs({ options: { rows: { type: 'string' }, out: { type: 'string' } } });
const folder = values.out ?? fileURLToPath(new URL('../assets/benchmarks/', import.meta.url));
mkdirSync(folder, { recursive: true });

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
  const wanted = Number(values.rows ?? rowsPerFamily);
  for (const family of FAMILIES.filter(({ topic }) => topic !== 'other')) {
    const asked = new Set<string>();
    for (let i = 0; i < wanted * TRIES && asked.size < wanted; i++) {
      const { question, answer } = generateProblem(family, {
        seed: TRAINING_SEEDS + SEEDS_PER_SET * index + i,
        ...options(family),
      });
      if (asked.has(question)) continue;
      asked.add(question);
      lines.push(JSON.stringify({ id: `${name}/${family.id}/${asked.size}`, question, answer, family: family.id }));
    }
  }
  writeFileSync(join(folder, `${name}.jsonl`), `${lines.join('\n')}\n`);
  console.log(`${name}: ${lines.length} questions`);
});
