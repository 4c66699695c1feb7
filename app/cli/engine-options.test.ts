import { describe, expect, test } from 'vitest';
import { readArguments } from './command.ts';
import { ENGINE_OPTIONS, givenLoad, readLoad } from './engine-options.ts';

const given = (...args: string[]) => readArguments({ usage: '', options: ENGINE_OPTIONS, run: async () => 0 }, args);

describe('what is asked of the engine', () => {
  test('holds nothing that was not given, so that what is set for a model stays', () => {
    expect(givenLoad(given())).toEqual({});
    expect(givenLoad(given('--kv', 'int4'))).toEqual({ kv: 'int4' });
  });

  test('is what was given', () => {
    const load = { weights: 'int8', kv: 'f16', memoryBytes: 2 ** 31 };
    const args = given('--weights', 'int8', '--kv', 'f16', '--memory', '2GiB');
    expect(givenLoad(args)).toEqual(load);
    expect(readLoad(args, 1)).toMatchObject(load);
  });

  test('is left to the engine where a command has no model of its own to ask', () => {
    expect(readLoad(given(), 1)).toMatchObject({ weights: 'auto', kv: 'auto' });
  });
});
