import { expect, test } from 'vitest';
import { NO_TOKEN } from '../model/backend.ts';
import { sampleToken } from './sample-token.ts';

const logits = Float32Array.from([1, 3, 2, 3, -5, 0]);
const draws = (count: number, temperature: number, topP: number) =>
  Array.from({ length: count }, (_, draw) => sampleToken(logits, { seed: 7, draw, temperature, topP }));

test('temperature 0 takes the largest logit, the lowest id among equals', () => {
  expect(new Set(draws(20, 0, 1))).toEqual(new Set([1]));
});

test('tokens come as often as the softmax says', () => {
  const temperature = 0.8;
  const count = 20_000;
  const drawn = draws(count, temperature, 1);
  const weights = [...logits].map((logit) => Math.exp(logit / temperature));
  const total = weights.reduce((a, b) => a + b);
  weights.forEach((weight, token) => {
    const expected = weight / total;
    const share = drawn.filter((id) => id === token).length / count;
    // Five standard deviations of a share.
    expect(Math.abs(share - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / count) + 1e-9);
  });
});

test('the nucleus keeps equal tokens together and drops the rest', () => {
  // Softmax at temperature 1: tokens 1 and 3 share 0.783, token 2 has 0.144.
  expect(new Set(draws(500, 1, 0.3))).toEqual(new Set([1, 3]));
  expect(new Set(draws(500, 1, 0.78))).toEqual(new Set([1, 3]));
  expect(new Set(draws(500, 1, 0.79))).toEqual(new Set([1, 2, 3]));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('a logit of %s gives no token', (bad) => {
  expect(sampleToken(logits.with(4, bad), { seed: 1, draw: 0, temperature: 1, topP: 1 })).toBe(NO_TOKEN);
});

test('the draw depends on seed and draw', () => {
  const flat = new Float32Array(1000);
  const at = (seed: number, draw: number) => sampleToken(flat, { seed, draw, temperature: 1, topP: 1 });
  expect(at(1, 2)).toBe(at(1, 2));
  expect(new Set([at(1, 2), at(2, 1), at(1, 3), at(3, 1), at(0, 0)]).size).toBe(5);
});
