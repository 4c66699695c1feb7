import { describe, expect, test } from 'vitest';
import { withChatter } from './chatter.ts';
import { withInstruction } from './instructions.ts';
import { makeRng } from './rng.ts';
import { canBeSpoken, mathsSpeaker } from './spoken-maths.ts';

const SEEDS = Array.from({ length: 2000 }, (_, seed) => seed);

describe('instructions', () => {
  const QUESTION = 'Find 3 + 4.';
  const asked = SEEDS.map((seed) => withInstruction(QUESTION, 40, makeRng(seed)));

  test('stand around an eighth to a sixth of the questions, which stay readable in them', () => {
    const wrapped = asked.filter((text) => text !== QUESTION);
    expect(wrapped.length / SEEDS.length).toBeGreaterThan(0.11);
    expect(wrapped.length / SEEDS.length).toBeLessThan(0.17);
    for (const text of wrapped) expect(text).toMatch(/[Ff]ind 3 \+ 4/);
  });

  test('vary: hardly two are alike', () => {
    const wrapped = asked.filter((text) => text !== QUESTION);
    expect(new Set(wrapped).size / wrapped.length).toBeGreaterThan(0.8);
  });

  test('are left out where the solution fills the window', () => {
    for (const seed of SEEDS) expect(withInstruction(QUESTION, 1200, makeRng(seed))).toBe(QUESTION);
  });
});

test('chatter leaves most questions alone and never touches their words', () => {
  const asked = SEEDS.map((seed) => withChatter('what is 3 + 4', makeRng(seed)));
  expect(asked.filter((text) => text === 'what is 3 + 4').length / SEEDS.length).toBeGreaterThan(0.8);
  for (const text of asked) expect(text).toContain('what is 3 + 4');
});

describe('spoken maths', () => {
  const said = (plain: string) => new Set(SEEDS.slice(0, 200).map((seed) => mathsSpeaker(makeRng(seed))(plain)));

  test('says squares, roots and fractions', () => {
    expect(said('x^2 = 81')).toContain('x squared = 81');
    expect(said('sqrt(50)')).toContain('root 50');
    expect(said('3/4')).toContain('3 over 4');
    expect(said('2^10')).toContain('2 to the power of 10');
  });

  test('keeps brackets and never writes a times sign that could be the letter x', () => {
    for (const text of said('2*x*(x + 1)^2')) expect(text).not.toMatch(/x ?x|xx/);
    expect(said('(x + 1)^2')).toContain('(x + 1) squared');
  });

  test('leaves integrals, limits and words to the keyboard', () => {
    expect(canBeSpoken('\\int x \\, dx')).toBe(false);
    expect(canBeSpoken('3x^2 - \\frac{1}{2}')).toBe(true);
  });
});
