/** The one call that the desktop shell answers itself: the system's dialog for a folder. The page never sees the file system. */
import type { BrowserWindow, Dialog } from 'electron';
import type { CallName, CallResult } from '#app/protocol/calls.ts';
import type { CallReply } from './channels.ts';

const PICK_FOLDER: CallName = 'models.pick-folder';

/** @returns a function that answers a call of this name, and leaves every other (null) to the backend */
export function answerFolderPicks(dialog: Pick<Dialog, 'showOpenDialog'>, window: () => BrowserWindow | null) {
  return (name: string): Promise<CallReply> | null => (name === PICK_FOLDER ? pickFolder(dialog, window()) : null);
}

async function pickFolder(dialog: Pick<Dialog, 'showOpenDialog'>, window: BrowserWindow | null): Promise<CallReply> {
  const options = { properties: ['openDirectory' as const] };
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  const result: CallResult<'models.pick-folder'> = { path: filePaths.at(0) ?? null };
  return { result };
}
