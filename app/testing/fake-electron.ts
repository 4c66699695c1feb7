/** As much of Electron as the desktop shell touches, recording what it is asked; `vi.mock('electron', …)` puts it in place. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, IpcMainInvokeEvent } from 'electron';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

export class FakeWebContents extends EventEmitter {
  readonly sent: { channel: string; payload: unknown }[] = [];
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  reloads = 0;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  send(channel: string, payload: unknown): void {
    this.sent.push({ channel, payload });
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class FakeWindow extends EventEmitter {
  static readonly opened: FakeWindow[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new FakeWebContents();
  readonly loaded: string[] = [];
  focused = 0;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.opened.push(this);
    fakeElectron.app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
  }
  show(): void {}
  isDestroyed(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  focus(): void {
    this.focused += 1;
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false;
  quits = 0;
  sandboxed = false;
  requestSingleInstanceLock = () => true;
  getAppPath = () => process.cwd();
  whenReady = () => Promise.resolve();
  quit(): void {
    this.quits += 1;
  }
  enableSandbox(): void {
    this.sandboxed = true;
  }
}

export const fakeElectron = {
  app: new FakeApp(),
  BrowserWindow: FakeWindow,
  dialog: {
    /** What the learner picks in the next dialogs; an empty list closes it. */
    picks: [] as string[][],
    asked: [] as unknown[][],
    async showOpenDialog(...args: unknown[]) {
      this.asked.push(args);
      const filePaths = this.picks.shift() ?? [];
      return { canceled: filePaths.length === 0, filePaths };
    },
  },
  ipcMain: {
    handlers: new Map<string, Handler>(),
    handle(channel: string, handler: Handler) {
      this.handlers.set(channel, handler);
    },
  },
  protocol: {
    privileged: [] as { scheme: string }[],
    handlers: new Map<string, (request: { url: string }) => Promise<Response>>(),
    registerSchemesAsPrivileged(schemes: { scheme: string }[]) {
      this.privileged.push(...schemes);
    },
    handle(scheme: string, handler: (request: { url: string }) => Promise<Response>) {
      this.handlers.set(scheme, handler);
    },
  },
  session: {
    defaultSession: {
      permissionRequest: null as ((contents: unknown, permission: string, decide: (granted: boolean) => void) => void) | null,
      permissionCheck: null as (() => boolean) | null,
      beforeRequest: null as ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | null,
      setPermissionRequestHandler(handler: (contents: unknown, permission: string, decide: (granted: boolean) => void) => void) {
        this.permissionRequest = handler;
      },
      setPermissionCheckHandler(handler: () => boolean) {
        this.permissionCheck = handler;
      },
      webRequest: {
        onBeforeRequest(handler: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) {
          fakeElectron.session.defaultSession.beforeRequest = handler;
        },
      },
    },
  },
};
