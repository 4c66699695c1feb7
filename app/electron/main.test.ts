import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runtimePath } from '#app/backend/runtime.ts';
import { type FakeWindow, fakeElectron } from '../testing/fake-electron.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

class FakeChild extends EventEmitter {
  connected = true;
  exitCode: number | null = null;
  signalCode: string | null = null;
  readonly sent: { id: number; call: string }[] = [];
  send(frame: { id: number; call: string }): void {
    this.sent.push(frame);
    queueMicrotask(() => this.emit('message', { id: frame.id, result: { echoed: frame.call } }));
  }
  disconnect(): void {
    this.connected = false;
    this.exitCode = 0;
    this.emit('exit', 0);
  }
  kill(): void {}
}

const forks: { entry: string; options: { execPath: string; serialization: string }; child: FakeChild }[] = [];

vi.mock('electron', () => fakeElectron);
vi.mock('node:child_process', () => ({
  fork(entry: string, _args: string[], options: { execPath: string; serialization: string }) {
    const child = new FakeChild();
    forks.push({ entry, options, child });
    return child;
  },
}));

const OWN = 'app://quorum/index.html';
const session = fakeElectron.session.defaultSession;
let window: FakeWindow;

beforeAll(async () => {
  await import('./main.ts');
  await vi.waitFor(() => expect(fakeElectron.BrowserWindow.opened).toHaveLength(1));
  [window] = fakeElectron.BrowserWindow.opened;
});

function invoke(sender: { url: string; parent: unknown } | null, ...args: unknown[]): unknown {
  return fakeElectron.ipcMain.handlers.get(CALL_CHANNEL)?.({ senderFrame: sender } as never, ...args);
}

describe('the window', () => {
  test('is sandboxed, isolated and without Node', () => {
    expect(fakeElectron.app.sandboxed).toBe(true);
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(window.options.webPreferences?.preload).toMatch(/preload\.cjs$/);
  });

  test('loads the page of its own scheme', () => {
    expect(window.loaded).toEqual([OWN]);
    expect(fakeElectron.protocol.privileged).toMatchObject([{ scheme: 'app' }]);
  });

  test.each(['https://evil.example/', 'https://evil.example/app://quorum/', 'file:///etc/passwd', 'app://quorum.evil.example/'])(
    'does not go to %s',
    (url) => {
      const preventDefault = vi.fn();
      window.webContents.emit('will-navigate', { url, preventDefault });
      window.webContents.emit('will-redirect', { url, preventDefault });
      expect(preventDefault).toHaveBeenCalledTimes(2);
    },
  );

  test('opens no other window and embeds no page', () => {
    expect(window.webContents.windowOpenHandler?.({ url: OWN })).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    window.webContents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
  });

  test('is brought forward when Quorum is started a second time', () => {
    fakeElectron.app.emit('second-instance');
    expect(window.focused).toBe(1);
  });
});

describe('the session', () => {
  test('grants no permission', () => {
    const decide = vi.fn();
    session.permissionRequest?.({}, 'media', decide);
    expect(decide).toHaveBeenCalledWith(false);
    expect(session.permissionCheck?.()).toBe(false);
  });

  test.each([
    ['https://evil.example/pixel.png', true],
    ['http://127.0.0.1:80/', true],
    ['ws://evil.example/', true],
    ['file:///etc/passwd', true],
    ['app://quorum/assets/page.js', false],
  ])('a request to %s is cancelled: %s', (url, cancel) => {
    const decide = vi.fn();
    session.beforeRequest?.({ url }, decide);
    expect(decide).toHaveBeenCalledWith({ cancel });
  });

  test.each([
    'app://quorum/../../package.json',
    'app://quorum/%2e%2e/%2e%2e/package.json',
    'app://evil/index.html',
    'app://quorum/',
  ])('%s is not found', async (url) => {
    const response = await fakeElectron.protocol.handlers.get('app')?.({ url });
    expect(response?.status).toBe(404);
  });
});

describe('a call', () => {
  test('from the page reaches the backend and comes back', async () => {
    expect(await invoke({ url: OWN, parent: null }, 'status.get', {})).toEqual({ result: { echoed: 'status.get' } });
  });

  test('for a folder opens the system’s dialog over the window, for folders alone', async () => {
    fakeElectron.dialog.picks.push(['/models/m1'], []);
    const before = forks[0].child.sent.length;
    const pick = () => invoke({ url: OWN, parent: null }, 'models.pick-folder', {});
    expect(await pick()).toEqual({ result: { path: '/models/m1' } });
    expect(await pick()).toEqual({ result: { path: null } });
    expect(fakeElectron.dialog.asked[0]).toEqual([window, { properties: ['openDirectory'] }]);
    expect(await invoke(null, 'models.pick-folder', {})).toMatchObject({ error: { kind: 'foreign-sender' } });
    expect(fakeElectron.dialog.asked).toHaveLength(2);
    expect(forks[0].child.sent).toHaveLength(before);
  });

  test.each([
    ['another page', { url: 'https://evil.example/', parent: null }],
    ['a frame inside the page', { url: OWN, parent: {} }],
    ['a frame that is gone', null],
  ])('from %s is refused and never reaches the backend', async (_, sender) => {
    const before = forks[0].child.sent.length;
    expect(await invoke(sender, 'status.get', {})).toMatchObject({ error: { kind: 'foreign-sender' } });
    expect(forks[0].child.sent).toHaveLength(before);
  });

  test.each([
    ['without a name', [42, {}]],
    ['of a megabyte', ['solve.start', { problem: 'x'.repeat(1 << 20) }]],
  ])('%s is refused', async (_, args) => {
    expect(await invoke({ url: OWN, parent: null }, ...args)).toHaveProperty('error');
  });
});

describe('the backend process', () => {
  test('runs on the pinned Node, never on Electron', () => {
    expect(forks[0].options.execPath).toBe(runtimePath(process.cwd()));
    expect(forks[0].entry).toBe(join(process.cwd(), 'app/electron/backend-process.ts'));
    expect(forks[0].options.serialization).toBe('json');
  });

  test('has its events passed to the page', () => {
    forks[0].child.emit('message', { event: { type: 'history' } });
    expect(window.webContents.sent).toContainEqual({ channel: EVENT_CHANNEL, payload: { type: 'history' } });
  });

  test('is started again when it dies, and the page is loaded anew', async () => {
    const child = forks[0].child;
    child.connected = false;
    child.emit('exit', 9);
    expect(forks).toHaveLength(2);
    expect(window.webContents.reloads).toBe(1);
    expect(await invoke({ url: OWN, parent: null }, 'status.get', {})).toHaveProperty('result');
  });

  test('is ended before the app quits', async () => {
    const preventDefault = vi.fn();
    fakeElectron.app.emit('before-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    await vi.waitFor(() => expect(fakeElectron.app.quits).toBe(1));
    expect(forks[1].child.connected).toBe(false);
  });
});
