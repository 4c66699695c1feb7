import { describe, expect, test } from 'vitest';
import { isSafePattern } from './safe-pattern.ts';

describe('accepted', () => {
  test.each([
    ['GPT-2', "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"],
    [
      'Llama 3',
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
    ],
    ['the bundled model', ' ?\\\\?[A-Za-z]+|[0-9]|[^A-Za-z0-9\\\\]+?(?= ?\\\\?[A-Za-z])|[^A-Za-z0-9\\\\]+|\\\\'],
  ])('%s', (_, pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });
});

describe('refused', () => {
  test.each([
    ['nested repetition', '(a+)+b'],
    ['a repeated alternation', '(?:a|a)*b'],
    ['counted nesting', '(a{1,50}){1,50}b'],
    ['repetitions in a row', '\\s*\\s*x'],
    ['a back reference', '(a)\\1'],
    ['a named back reference', '(?<n>a)\\k<n>'],
    ['an open count twice', 'a{2,}a{2,}b'],
    ['a large count', 'a{1,9999}b'],
    ['an enormous pattern', 'a'.repeat(2000)],
  ])('%s', (_, pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });
});
