import { expect, test } from 'vitest';
import { sequenceBytes } from './sequence-bytes.ts';

test('a sequence costs its state once and its KV for every token, whatever the weights', () => {
  const memory = { weightBytes: 5_000, stateBytesPerSlot: 300, kvBytesPerToken: 20 };
  expect([sequenceBytes(memory, 0), sequenceBytes(memory, 10)]).toEqual([300, 500]);
});
