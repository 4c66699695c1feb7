/** Which model the learner chose, and how each is to be held: kept in a small file beside the list of models. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ModelOptions, modelOptionsSchema } from '#app/protocol/models.ts';
import { BUNDLED_NAME } from '../model-store.ts';

const choiceSchema = z.strictObject({
  chosen: z.string().default(BUNDLED_NAME),
  options: z.record(z.string(), modelOptionsSchema).default({}),
});
type Stored = z.infer<typeof choiceSchema>;

export class ModelChoice {
  readonly #folder: string;
  readonly #file: string;

  constructor(dataDir: string) {
    this.#folder = dataDir;
    this.#file = join(dataDir, 'model-choice.json');
  }

  get chosen(): string {
    return this.#read().chosen;
  }

  choose(id: string): void {
    this.#write({ ...this.#read(), chosen: id });
  }

  optionsOf(id: string): ModelOptions {
    const { options } = this.#read();
    return Object.hasOwn(options, id) ? options[id] : modelOptionsSchema.parse({});
  }

  setOptions(id: string, options: ModelOptions): void {
    const stored = this.#read();
    this.#write({ ...stored, options: { ...stored.options, [id]: options } });
  }

  /** A file that cannot be read is a choice not made: the bundled model always runs. */
  #read(): Stored {
    if (!existsSync(this.#file)) return choiceSchema.parse({});
    try {
      return choiceSchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
    } catch {
      return choiceSchema.parse({});
    }
  }

  #write(stored: Stored): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    // Written beside and renamed: a kill leaves the old choice or the new one.
    writeFileSync(`${this.#file}.new`, `${JSON.stringify(stored, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
