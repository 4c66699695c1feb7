import { expect, test } from 'vitest';
import { problemKey } from './problem-key.ts';

test.each([
  ['model-missing', 'tokenizer.json', 'missing'],
  ['model-missing', null, 'missingAny'],
  ['model-damaged', 'model.safetensors', 'damaged'],
  ['model-unsupported', 'config.json', 'unsupported'],
  ['model-unsupported', 'pytorch_model.bin', 'pickle'],
  ['out-of-memory', null, 'tooLarge'],
])('%s of %s is told as %s', (kind, file, key) => {
  expect(problemKey(kind, file)).toBe(key);
});

test('a kind that is not known is told in its own words', () => {
  expect(problemKey('toString', null)).toBeNull();
});
