import { describe, expect, test } from 'vitest';
import { NO_TOKEN } from '../model/backend.ts';
import { continuationOf, drawJoin } from './continuation.ts';

/** A tokenizer of these pieces that takes the longest at each place. */
function pieces(...vocabulary: string[]) {
  const encodeText = (text: string) => {
    const tokens: number[] = [];
    for (let at = 0; at < text.length; ) {
      const fitting = vocabulary.filter((piece) => piece !== '' && text.startsWith(piece, at));
      const longest = fitting.reduce((a, b) => (b.length > a.length ? b : a));
      tokens.push(vocabulary.indexOf(longest));
      at += longest.length;
    }
    return tokens;
  };
  return {
    encodeText,
    encodeMarkup: encodeText,
    spell: (token: number) => vocabulary[token] ?? '',
    controlToken: () => undefined,
    decoder: () => ({ push: (token: number) => vocabulary[token], end: () => '' }),
  };
}
const VOCABULARY = ['x', '$', '\n', '$\n', '$\n> ', '', '= ', '\uFFFD'];
const of = (prefix: string) => continuationOf(prefix, pieces(...VOCABULARY), VOCABULARY.length);

describe('going on after a text', () => {
  test('takes its last token back and asks for one that begins with its text', () => {
    const { tokens, join } = of('$x$\n');
    expect(tokens).toEqual([1, 0]);
    expect(join?.text).toBe('$\n');
    expect([...(join?.tokens ?? [])]).toEqual([3, 4]);
  });

  test('asks for nothing after no text, nor within a character', () => {
    expect(of('')).toEqual({ tokens: [], join: null });
    expect(of('x\uFFFD')).toEqual({ tokens: [0, 7], join: null });
  });

  test('draws the likeliest token that joins, not the likeliest of all', () => {
    const { join } = of('x$\n');
    const draw = { seed: 1, draw: 0, temperature: 0, topP: 1 };
    expect(join && drawJoin(Float32Array.of(9, 8, 7, 1, 2, 9, 9, 9), join, draw)).toBe(4);
    expect(join && drawJoin(Float32Array.of(NaN, 8, 7, 1, 2, 9, 9, 9), join, draw)).toBe(NO_TOKEN);
  });

  test('draws every token that joins now and then, and never another', () => {
    const { join } = of('x$\n');
    const drawn = new Set<number | null>();
    for (let seed = 0; seed < 60; seed++)
      drawn.add(join && drawJoin(new Float32Array(8), join, { seed, draw: 0, temperature: 1, topP: 0.9 }));
    expect([...drawn].sort()).toEqual([3, 4]);
  });
});
