import type { Family } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { splitBudget } from '../../told/budget.ts';
import { budgetOf, type Composed, composedFamily, deskFor } from './composed-question.ts';
import { common, digit, factorOf, multiple, type NumberQuestion, primality, primes, remainder } from './number-questions.ts';

function about(question: (rng: Rng, entropy: number) => NumberQuestion, rng: Rng, level: number): Composed {
  const { entropy, rest } = budgetOf(level, rng);
  const { values, inline, write, solved } = question(rng, entropy);
  const desk = deskFor(rng);
  const budgets = splitBudget(rest, values.length, rng);
  const told = values.map((value, index) => desk.number(value, budgets[index], inline));
  return {
    told,
    ask: write(told.map(({ name }) => `\\(${name}\\)`)),
    steps: solved.steps,
    answer: solved.answer,
  };
}

function family(id: string, title: string, question: (rng: Rng, entropy: number) => NumberQuestion): Family {
  return composedFamily({ id, topic: 'number', title }, (rng, level) => about(question, rng, level));
}

export const composedGcd = family('composed-gcd', 'Common divisors of numbers told first', common);
export const composedLcm = family('composed-lcm', 'Common multiples of numbers told first', multiple);
export const composedRemainder = family('composed-remainder', 'Remainders of numbers told first', remainder);
export const composedFactor = family('composed-factor', 'Factors of a number told first', factorOf);
export const composedPrime = family('composed-prime', 'Whether a number told first is prime', primality);
export const composedPrimeFactors = family('composed-prime-factors', 'Prime factors of a number told first', primes);
export const composedDigit = family('composed-digit', 'A digit of a number told first', digit);
