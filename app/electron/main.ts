/** Entry of the desktop app: one window, one backend process, and nothing else. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { runtimePath } from '#app/backend/runtime.ts';
import { BackendClient } from './backend-client.ts';
import { answerCalls } from './calls.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { answerFolderPicks } from './folder-picker.ts';
import { SCHEME, servePage } from './page.ts';
import { confine, lockDown, openWindow } from './window.ts';

let window: BrowserWindow | null = null;

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  app.on('web-contents-created', (_event, contents) => confine(contents));
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start);
}

function start(): void {
  // What the pinned Node and the web shell need lies unpacked: they cannot read inside Electron's archive.
  const product = app.isPackaged ? join(process.resourcesPath, 'quorum') : app.getAppPath();
  lockDown(session.defaultSession);
  protocol.handle(SCHEME, ({ url }) => servePage(join(product, 'dist/renderer'), url));
  const backend = new BackendClient({
    runtime: runtimePath(product),
    entry: join(product, 'app/electron/backend-process.ts'),
    onEvent: (event) => {
      if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
    },
    onRestart: () => window?.webContents.reload(),
  });
  const pickFolder = answerFolderPicks(dialog, () => window);
  answerCalls(ipcMain, (name, params) => pickFolder(name) ?? backend.call(name, params));
  closeBeforeQuit(backend);
  window = openWindow(join(app.getAppPath(), 'dist/electron/preload.cjs'));
}

function closeBeforeQuit(backend: BackendClient): void {
  let closed = false;
  app.on('before-quit', async (event) => {
    if (closed) return;
    event.preventDefault();
    await backend.close();
    closed = true;
    app.quit();
  });
}

function focusWindow(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
