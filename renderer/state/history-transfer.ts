/** The whole history as one file, and a file of solves into the history, both in pieces that fit a call. */
import { type ExchangedSolve, MAX_IMPORT_LENGTH, MAX_IMPORT_PIECE, writeExchange } from '#app/protocol/exchange.ts';
import type { Connection } from '../transport/connection.ts';

/** @returns null when there is nothing to export */
export async function exportHistory(connection: Connection): Promise<string | null> {
  const solves: ExchangedSolve[] = [];
  let after: string | null = null;
  do {
    const page: { solves: ExchangedSolve[]; next: string | null } = await connection.call('history.export', { after });
    solves.push(...page.solves);
    after = page.next;
  } while (after !== null);
  return solves.length === 0 ? null : writeExchange(solves);
}

/** @returns the ids of the solves that came in; the backend says why when it refuses the file */
export async function importHistory(connection: Connection, text: string): Promise<readonly string[]> {
  const upload = crypto.randomUUID();
  // One character more than allowed is enough for the backend to refuse it with its reason.
  const sent = text.slice(0, MAX_IMPORT_LENGTH + 1);
  let at = 0;
  for (; at + MAX_IMPORT_PIECE < sent.length; at += MAX_IMPORT_PIECE) {
    await connection.call('history.import', { upload, piece: sent.slice(at, at + MAX_IMPORT_PIECE), last: false });
  }
  return (await connection.call('history.import', { upload, piece: sent.slice(at), last: true })).imported;
}
