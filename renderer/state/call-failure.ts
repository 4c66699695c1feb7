/** Turns whatever a call threw into data that a screen can show. */
import { CallError, type CallErrorData } from '#app/protocol/calls.ts';

export function callFailure(error: unknown): CallErrorData {
  if (error instanceof CallError) return { kind: error.kind, message: error.message, data: error.data };
  // Electron's context bridge copies errors: their class is lost, their fields stay.
  if (isErrorData(error)) return { kind: error.kind, message: error.message, data: error.data };
  return { kind: 'unknown', message: error instanceof Error ? error.message : String(error), data: {} };
}

function isErrorData(error: unknown): error is CallErrorData {
  return typeof error === 'object' && error !== null && 'kind' in error && 'message' in error && 'data' in error;
}
