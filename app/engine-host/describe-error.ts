/** Turns whatever was thrown into the kind and message that cross the process boundary. */
import { EngineError } from '#engine/errors.ts';

export function describeError(error: unknown): { kind: string; message: string } {
  if (error instanceof EngineError) return { kind: error.kind, message: error.message };
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}
