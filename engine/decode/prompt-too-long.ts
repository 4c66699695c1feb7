/** What is said where a prompt leaves no room for an answer, or asks nothing. */
import { EngineError } from '../errors.ts';

export function promptTooLong(length: number, contextLength: number): EngineError {
  if (length === 0) return new EngineError('invalid-request', 'The problem is empty: type one.');
  return new EngineError('context-full', `The problem takes ${length} of ${contextLength} tokens: shorten it.`, {
    length,
    contextLength,
  });
}
