/** `quorum generate`: problems with their worked solutions, from the curriculum. */
import { type Family, generateProblem, type Problem } from '#tutor/curriculum/family.ts';
import { FAMILIES, familyById } from '#tutor/curriculum/index.ts';
import { makeRng } from '#tutor/curriculum/rng.ts';
import type { Arguments, Command } from '../command.ts';
import { plainText } from '../plain-steps.ts';
import { print, printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const command: Command = {
  usage: `quorum generate FAMILY [--count N (1)] [--seed S (0)] [--level L] [--json]
quorum generate --list    the families`,
  options: { count: { type: 'string' }, seed: { type: 'string' }, level: { type: 'string' }, list: { type: 'boolean' } },
  async run(args) {
    if (args.flag('list') === true) listFamilies(args.json);
    else generate(args);
    return 0;
  },
};

function generate(args: Arguments): void {
  const family = readFamily(args.single('family'));
  const count = args.number('count', { min: 1, max: 1_000_000, whole: true }) ?? 1;
  const rng = makeRng(args.number('seed', { min: 0, max: 0xffffffff, whole: true }) ?? 0);
  const level = args.number('level', { min: 1, max: family.levels.length, whole: true });
  for (let i = 0; i < count; i++) {
    const problem = generateProblem(family, { seed: Math.floor(rng.next() * 2 ** 32), level, phrasings: 'all' });
    if (args.json) printJson(problem);
    else print(problemText(problem));
  }
}

function readFamily(id: string): Family {
  const family = familyById(id);
  if (family === undefined) throw new UsageError(`There is no family "${id}". "quorum generate --list" names them.`);
  return family;
}

function problemText({ question, steps }: Problem): string {
  return `${plainText(question)}\n${steps.map((step) => `  ${plainText(step)}`).join('\n')}\n`;
}

function listFamilies(json: boolean): void {
  for (const { id, topic, title, levels } of FAMILIES) {
    if (json) printJson({ id, topic, title, levels });
    else print(`${id.padEnd(28)} ${topic.padEnd(14)} ${title} (levels 1 to ${levels.length})`);
  }
}
