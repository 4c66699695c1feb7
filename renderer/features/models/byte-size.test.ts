import { expect, test } from 'vitest';
import { byteSize } from './byte-size.ts';

test.each([
  [23_804_664, 'en', '23 MiB'],
  [5 * 2 ** 20, 'en', '5.0 MiB'],
  [6.2 * 2 ** 30, 'de', '6,2 GiB'],
  [64 * 2 ** 30, 'en', '64 GiB'],
])('%d bytes are in %s %s', (bytes, language, written) => {
  expect(byteSize(bytes, language)).toBe(written);
});
