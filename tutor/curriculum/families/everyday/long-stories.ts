import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { MONEY_AND_TIME } from './stories-of-money-and-time.ts';
import { THINGS } from './stories-of-things.ts';
import { Working } from './story-working.ts';

const TELLERS = [...MONEY_AND_TIME, ...THINGS];

interface Story {
  readonly text: string;
  readonly steps: readonly string[];
  readonly answer: number;
}

function tell(rng: Rng): Story {
  for (;;) {
    const working = new Working();
    const story = rng.pick(TELLERS)(rng, working);
    if (story !== undefined) return { ...story, steps: working.steps };
  }
}

/** Stories of two to four operations, each a step. */
export const longStories: Family = {
  id: 'long-stories',
  topic: 'words',
  title: 'Stories with several steps',
  levels: ['two to four operations'],
  phrasings: [
    '{story}',
    '{story} Give the result as your final answer. Do not include units.',
    'Question 3. {story}',
    '{story} Show your working.',
    'Solve this problem. {story}',
    '{story} Do not include units in the answer.',
    '{story} Explain step by step.',
    '{story} Give only the number.',
    'can you help me with this: {story}',
    '{story} Answer with a number.',
    'Word problem: {story}',
    '{story} Give the result as a number without units.',
    'Read carefully. {story}',
    '{story} Work it out step by step.',
    'homework: {story}',
    '{story} State the result as your final answer.',
  ],
  make(rng) {
    const { text, steps, answer } = tell(rng);
    return { maths: {}, words: { story: text }, steps, answer: String(answer) };
  },
};
