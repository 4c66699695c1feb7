/** The only two channels between page and main process, and what a call comes back as. */
import type { CallErrorData } from '#app/protocol/calls.ts';

export const CALL_CHANNEL = 'quorum:call';
export const EVENT_CHANNEL = 'quorum:event';

/** Electron flattens a rejection to its message, so failures come back as data. */
export type CallReply = { readonly result: unknown } | { readonly error: CallErrorData };
