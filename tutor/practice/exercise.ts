/** A problem for practice: as a textbook sets it, not as a student types it. Family, level and seed make it again. */
import type { Family, Worked } from '../curriculum/family.ts';
import { FAMILIES } from '../curriculum/index.ts';
import { makeRng } from '../curriculum/rng.ts';
import { type Step, StepStream } from '../steps/step-stream.ts';

export interface MadeExercise {
  /** Maths stands between dollar signs, as LaTeX. */
  readonly question: string;
  /** The worked solution, its last step the boxed answer. */
  readonly steps: readonly Step[];
  /** LaTeX. */
  readonly answer: string;
}

/** What can be practised: all but the requests that the tutor declines. */
export const PRACTICE_FAMILIES: readonly Family[] = FAMILIES.filter(({ topic }) => topic !== 'other');

/** `level`: 1 to family.levels.length. */
export function makeExercise(family: Family, level: number, seed: number): MadeExercise {
  const worked = family.make(makeRng(seed), level);
  const stream = new StepStream();
  stream.push(`${worked.steps.join('\n')}\n$\\boxed{${worked.answer}}$`);
  stream.end();
  return { question: setQuestion(textbookPhrasing(family), worked), steps: stream.steps, answer: worked.answer };
}

/** Families put their plainest phrasing first; a bare formula does not say what to do with it. */
function textbookPhrasing({ phrasings }: Family): string {
  return phrasings.find((phrasing) => /[A-Za-z]/.test(phrasing.replace(SLOT, ''))) ?? phrasings[0];
}

const SLOT = /<(\w+)>|\{(\w+)\}/g;

function setQuestion(phrasing: string, { maths, words }: Worked): string {
  const text = phrasing.replace(SLOT, (slot, formula?: string, word?: string) => {
    if (formula !== undefined) return `$${maths[formula]}$`;
    return words?.[word ?? ''] ?? slot;
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
