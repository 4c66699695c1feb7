import { expect, test } from 'vitest';
import { parseMemorySize } from './memory-size.ts';

test.each([
  ['4GiB', 4 * 2 ** 30],
  ['1.5 GB', 1.5e9],
  [' 800mib', 800 * 2 ** 20],
])('%s is %i bytes', (text, bytes) => {
  expect(parseMemorySize(text)).toBe(bytes);
});

test.each(['', '4', '4 G', '-4GiB', '4GiB2', 'GiB'])('"%s" is refused with an example', (text) => {
  expect(() => parseMemorySize(text)).toThrowError(/write 4GiB/);
});
