/** Asks what checkpoint folders hold, in a process of its own: the backend does not know the engine, and a folder may hold anything. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { type ModelOptions, type ModelProblem, modelFactsSchema, modelProblemSchema } from '#app/protocol/models.ts';
import { codeCacheFolder } from '../host-process.ts';
import { PRODUCT_ROOT } from '../paths.ts';

/** Headers take milliseconds, a large tokenizer seconds; a disk that sleeps or a folder on a network may take longer. */
const TIMEOUT_MS = 60_000;
const ENTRY = join(PRODUCT_ROOT, 'app/engine-host/inspect-models.ts');

export interface FolderQuestion {
  readonly folder: string;
  readonly options: ModelOptions;
  readonly samples: number;
  readonly memoryBytes: number;
  /** Also reads tokenizer and chat form. */
  readonly withText: boolean;
}

const factsSchema = modelFactsSchema.omit({ availableBytes: true, samples: true });
const answersSchema = z.array(z.strictObject({ facts: factsSchema.nullable(), problem: modelProblemSchema.nullable() }));
export type FolderAnswer = z.infer<typeof answersSchema>[number];

/** @returns one answer a folder, in their order */
export type InspectFolders = (questions: readonly FolderQuestion[]) => Promise<readonly FolderAnswer[]>;

export const inspectFolders: InspectFolders = (questions) => {
  const requests = questions.map(({ options, ...question }) => ({ ...question, ...options }));
  return new Promise((resolve) => {
    const args = [ENTRY, JSON.stringify(requests)];
    const env = { ...process.env, NODE_COMPILE_CACHE: codeCacheFolder(process.env) };
    execFile(process.execPath, args, { timeout: TIMEOUT_MS, killSignal: 'SIGKILL', env }, (error, stdout) => {
      try {
        resolve(answersSchema.parse(JSON.parse(stdout)));
      } catch {
        const message = `The folder could not be read (${error?.message.slice(0, 200) ?? 'no answer'}). Try again.`;
        const problem: ModelProblem = { kind: 'unreadable', message, file: null };
        resolve(questions.map(() => ({ facts: null, problem })));
      }
    });
  });
};
