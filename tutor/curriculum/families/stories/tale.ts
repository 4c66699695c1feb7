/** How a story is told: its people, its numbers in digits or words, its working. Knows no story. */
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';
import { Working } from '../everyday/story-working.ts';

export interface Person {
  readonly name: string;
  readonly they: string;
  readonly their: string;
}

const HE =
  'David Peter James Robert William Liam Noah Lucas Benjamin Ethan Marco Ivan Tariq Kofi Hugo Felix Adam Carlos Simon Hassan';
const SHE =
  'Mia Ava Emma Olivia Isabella Sophia Harper Margaret Grace Chloe Nadia Ines Amara Elif Rosa Wendy Carla Hana Julia Fatima';

export const PEOPLE: readonly Person[] = [
  ...HE.split(' ').map((name) => ({ name, they: 'he', their: 'his' })),
  ...SHE.split(' ').map((name) => ({ name, they: 'she', their: 'her' })),
];

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A story while it is told: sentences and working grow together. */
export class Tale extends Working {
  readonly rng: Rng;
  readonly #sentences: string[] = [];

  constructor(rng: Rng) {
    super();
    this.rng = rng;
  }

  /** Adds one of the sentences given. */
  say(...variants: readonly string[]): void {
    this.#sentences.push(this.rng.pick(variants));
  }

  /** Lines of the working that only say something. */
  note(...lines: readonly string[]): void {
    this.steps.push(...lines);
  }

  get text(): string {
    return this.#sentences.join(' ');
  }

  /** A small number now and then as a word. */
  n(value: number): string {
    return value < WORDS.length && this.rng.chance(0.2) ? WORDS[value] : String(value);
  }

  people(count: number): Person[] {
    return this.rng.shuffle(PEOPLE).slice(0, count);
  }

  /** p % of an amount, which must come out whole. */
  percent(label: string, p: number, amount: number): number {
    const value = (p * amount) / 100;
    this.steps.push(...timesLines(p, amount), `${label}: $\\frac{${p}}{100} \\cdot ${amount} = ${value}$`);
    return value;
  }

  /** One n-th of an amount that n divides. */
  share(label: string, n: number, amount: number): number {
    return this.over(label, amount, n);
  }
}

const WRAPPED: readonly string[] = [
  '{story}',
  '{story} Give the result as your final answer. Do not include units.',
  '{story} Give the result as your final answer.',
  '{story} Show your working.',
  'Solve this problem. {story}',
  '{story} Do not include units in the answer.',
  '{story} Give the answer as a number. Do not include units.',
  '{story} Give only the number.',
  'can you help me with this: {story}',
  '{story} Answer with a number.',
  'Word problem: {story}',
  '{story} Answer without units.',
  'Read the story and answer. {story}',
  '{story} Explain each step.',
  'Problem: {story}',
  '{story} State the result as your final answer.',
  '{story} Work it out step by step.',
  'Here is a word problem. {story} Give the result. Do not include units.',
];

/** Tells a story of some number of operations; undefined when the numbers drawn do not come out. */
export type Teller = (tale: Tale, level: number) => number | undefined;

export function storyFamily(id: string, title: string, levels: readonly string[], tellers: readonly Teller[]): Family {
  return {
    id,
    topic: 'words',
    title,
    levels,
    phrasings: WRAPPED,
    make(rng, level): Worked {
      for (;;) {
        const tale = new Tale(rng);
        const answer = rng.pick(tellers)(tale, level);
        if (answer === undefined || !Number.isInteger(answer) || answer < 0) continue;
        if (tale.text.length + tale.steps.join('\n').length > 1200) continue;
        const story = rng.chance(0.08) ? tale.text.toLowerCase() : tale.text;
        return { maths: {}, words: { story }, steps: tale.steps, answer: String(answer) };
      }
    },
  };
}
