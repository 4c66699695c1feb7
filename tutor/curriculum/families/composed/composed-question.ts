/** What the families of composed questions share: how much is told ahead, and how the whole is worded. */
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { type Budget, peel } from '../../told/budget.ts';
import { openDesk } from '../../told/desk.ts';
import { freeLetters } from '../../told/letters.ts';
import { printed } from '../../told/printed.ts';
import type { Desk, Told } from '../../told/told.ts';

export const LEVELS: readonly string[] = ['one small problem first', 'two small problems first', 'three small problems first'];

/** Questions complete in themselves, after what is told first; the bare form several times, blanks at its ends being dropped. */
export const PHRASINGS: readonly string[] = [
  '{told}{ask}',
  '{told}{ask} ',
  '{told}Then: {ask}',
  '{told}{ask} Show your working.',
  'Question 5. {told}{ask}',
  'Help me with this. {told}{ask}',
  'a) {told}{ask}',
  '{told}So {ask}',
  '{told}Now answer: {ask}',
  'i am stuck on this: {told}{ask}',
  'Work through this. {told}{ask}',
  '1. {told}{ask}',
  'Step by step please: {told}{ask}',
  ' {told}{ask}',
  'Homework: {told}{ask}',
  'Question: {told}{ask}',
  '{told}Next, {ask}',
  'Read carefully. {told}{ask}',
];

export interface Composed {
  readonly told: readonly Told[];
  /** The question, its maths between `\(` and `\)`. */
  readonly ask: string;
  /** From the values told to the answer. */
  readonly steps: readonly string[];
  readonly answer: string;
}

/** Digits of the question itself, and the budget of what is told: as many stages as the level says. */
export function budgetOf(level: number, rng: Rng): { entropy: number; rest: Budget } {
  const entropy = rng.chance(0.6) ? 8 : 3 + 7 * rng.next();
  return peel({ stages: level + 1, entropy });
}

/** `used` are letters that the question keeps for itself. */
export function deskFor(rng: Rng, used: readonly string[] = []): Desk {
  return openDesk(rng, freeLetters(rng, used));
}

/** What has a letter is worked out in the order of its telling; then what stands in the question itself, from the left. */
export function workedFrom({ told, ask, steps, answer }: Composed, rng: Rng): Worked {
  const order = rng.shuffle(told);
  const sentences = order.flatMap((each) => each.sentences.map((sentence) => `${sentence} `));
  const lettered = ({ name }: Told) => /^[a-z]?$/.test(name);
  const inOrder = [...order.filter(lettered), ...told.filter((each) => !lettered(each))];
  const words = { told: sentences.join(''), ask };
  const typed = rng.chance(0.6) ? { told: printed(words.told), ask: printed(words.ask) } : words;
  return { maths: {}, words: typed, steps: [...inOrder.flatMap((each) => each.steps), ...steps], answer };
}

/** A family in which every question is drawn until its solution fits. */
export function composedFamily(
  family: Pick<Family, 'id' | 'topic' | 'title'>,
  make: (rng: Rng, level: number) => Composed,
  levels = LEVELS,
): Family {
  return {
    ...family,
    levels,
    phrasings: PHRASINGS,
    make: (rng, level) => fitting(() => workedFrom(make(rng, level), rng)),
  };
}

/** Question and solution together fill the training window; the solution alone keeps the families' limit. */
const LONGEST_SOLUTION = 1060;
const LONGEST_TOGETHER = 1250;

function fitting(make: () => Worked): Worked {
  for (;;) {
    const worked = make();
    const solution = worked.steps.join('\n').length + worked.answer.length;
    const question = Object.values(worked.words ?? {}).join('').length;
    if (solution <= LONGEST_SOLUTION && solution + question <= LONGEST_TOGETHER) return worked;
  }
}
