import { expect, test } from 'vitest';
import { type Command, readArguments } from './command.ts';
import { UsageError } from './usage-error.ts';

const command: Command = { usage: '', options: { seed: { type: 'string' } }, run: async () => 0 };

test('what begins with one dash is maths, in its place among the arguments', () => {
  expect(readArguments(command, ['-2/3', '--json', '2/-3', '-x = 4']).positionals).toEqual(['-2/3', '2/-3', '-x = 4']);
});

test("an option's value may be negative, and options stay options", () => {
  const args = readArguments(command, ['x', '--seed', '-3']);
  expect([args.positionals, args.text('seed')]).toEqual([['x'], '-3']);
  expect(() => readArguments(command, ['--dance'])).toThrow(UsageError);
});
