/** What a failed call tells the interface. */
import { CallError, type CallErrorData } from '#app/protocol/calls.ts';

/** What is not a CallError is a fault of ours: its text may hold anything, so it is not passed on. */
export function errorData(error: unknown): CallErrorData {
  if (error instanceof CallError) return { kind: error.kind, message: error.message, data: error.data };
  return { kind: 'internal', message: 'Something went wrong inside Quorum. Try again; if it stays, restart it.', data: {} };
}
