import { expect, it } from 'vitest';
import { type ExchangedSolve, MAX_IMPORT_LENGTH, MAX_IMPORT_PIECE } from '#app/protocol/exchange.ts';
import { makeRecord } from '../testing/records.ts';
import { type Script, ScriptedConnection } from '../testing/scripted.ts';
import { exportHistory, importHistory } from './history-transfer.ts';

const exchanged = (id: string): ExchangedSolve => ({ title: null, favourite: false, solve: makeRecord({ id }) });

/** Takes pieces as the backend does. */
function receiver() {
  const texts = new Map<string, string>();
  const whole: string[] = [];
  const script: Script = {
    'history.import': ({ upload, piece, last }) => {
      expect(piece.length).toBeLessThanOrEqual(MAX_IMPORT_PIECE);
      texts.set(upload, (texts.get(upload) ?? '') + piece);
      if (last) whole.push(texts.get(upload) ?? '');
      return { imported: last ? ['a'] : [] };
    },
  };
  return { connection: new ScriptedConnection(script), whole };
}

it('asks for every page and writes them as one file', async () => {
  const pages = new Map([
    [null, { solves: [exchanged('a'), exchanged('b')], next: 'b' }],
    ['b', { solves: [exchanged('c')], next: null }],
  ]);
  const connection = new ScriptedConnection({ 'history.export': ({ after }) => pages.get(after) ?? { solves: [], next: null } });
  const text = await exportHistory(connection);
  expect(JSON.parse(text ?? '').solves.map(({ solve }: ExchangedSolve) => solve.id)).toEqual(['a', 'b', 'c']);
});

it('writes no file of an empty history', async () =>
  expect(await exportHistory(new ScriptedConnection({ 'history.export': () => ({ solves: [], next: null }) }))).toBeNull());

it.each([0, 1, MAX_IMPORT_PIECE, MAX_IMPORT_PIECE + 1, 3 * MAX_IMPORT_PIECE])('%i characters arrive whole', async (length) => {
  const { connection, whole } = receiver();
  const text = Array.from({ length }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
  expect(await importHistory(connection, text)).toEqual(['a']);
  expect(whole).toEqual([text]);
});

it('never sends more of a file than it takes to be refused', async () => {
  const { connection, whole } = receiver();
  await importHistory(connection, 'x'.repeat(MAX_IMPORT_LENGTH + 10));
  expect(whole[0].length).toBe(MAX_IMPORT_LENGTH + 1);
});
