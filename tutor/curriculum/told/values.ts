/** Let a be f(-3), for a function told before: a whole number as the value of a polynomial. */
import { entropyInteger, shareOut } from '../entropy.ts';
import { horner } from '../horner.ts';
import { rational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { type Desk, gather, type Told, withValue } from './told.ts';

export function tellValue(value: number, budget: Budget, desk: Desk, inline: boolean): Told {
  const { rng } = desk;
  const { entropy: own, rest } = peel(budget);
  const forInput = 1 + (rng.next() * own) / 3;
  const at = entropyInteger(rng, forInput);
  const rule = ruleFor(value, at, Math.max(0, own - forInput), rng);
  const [first, second] = splitBudget(rest, 2, rng);
  const told = desk.polynomial(
    rule.map((n) => rational(n)),
    first,
  );
  const input = desk.number(rational(at), second);
  const inner = gather([told, input], rng);
  const called = `${told.f}(${input.name})`;
  const steps = [...inner.steps, ...horner(rule, at)];
  if (inline) return { name: called, sentences: inner.sentences, steps: [...steps, `The value is $${value}$`] };
  const letter = desk.letter();
  return {
    name: letter,
    sentences: [...inner.sentences, `Let \\(${letter}\\) be \\(${called}\\).`],
    steps: withValue(steps, letter, String(value)),
  };
}

/** Coefficients from the highest power down, such that the partial values of Horner's rule stay small. */
function ruleFor(value: number, at: number, entropy: number, rng: Rng): number[] {
  const degree = rng.int(1, 3);
  const entropies = shareOut(
    rng,
    entropy,
    Array.from({ length: degree }, (_, index) => index + 1),
  );
  let target = value;
  const rule = entropies.map((each, index) => {
    const power = at ** (degree - index);
    let coefficient = entropyInteger(rng, each) + (at === 0 ? 0 : Math.round(target / power));
    if (coefficient === 0 && index === 0) coefficient = rng.pick([-1, 1]);
    target -= coefficient * power;
    return coefficient + 0;
  });
  return [...rule, target + 0];
}
