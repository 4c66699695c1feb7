/** Answers the page's calls: checks who sent them, then passes them on. The backend checks what they say. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, type CallReply } from './channels.ts';
import { isOwnPage } from './page.ts';

/** Longest call in characters of JSON: the longest problem, escaped, with room to spare. */
const MAX_CALL_LENGTH = 256 * 1024;

export function answerCalls(ipcMain: IpcMain, call: (name: string, params: unknown) => Promise<CallReply>): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, params: unknown): Promise<CallReply> => {
    if (!isFromOwnPage(event)) return refused('foreign-sender', 'Only the page of Quorum may call.');
    if (typeof name !== 'string') return refused('unknown-call', 'A call needs a name.');
    if ((JSON.stringify(params) ?? '').length > MAX_CALL_LENGTH)
      return refused('invalid-params', 'The call is too long. Shorten it.');
    return call(name, params);
  });
}

/** The top frame of our own page; a frame inside it, or a page elsewhere, is not. */
function isFromOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

function refused(kind: string, message: string): CallReply {
  return { error: { kind, message, data: {} } };
}
