/**
 * The web shell: the built interface and a WebSocket on 127.0.0.1, for whoever holds the launch token. It knows the
 * backend's calls and nothing of what they do.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Backend } from '#app/backend/backend.ts';
import { serveClient } from './client-socket.ts';
import { Gatekeeper } from './launch-token.ts';
import { isForeign, SECURITY_HEADERS } from './request-guard.ts';
import { readStaticFiles, type StaticFile } from './static-files.ts';

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4717;
/** Ports tried after the default one. */
const PORT_TRIES = 20;
/** One learner has a few tabs; a page opens a handful of connections each. */
const MAX_CONNECTIONS = 128;
const MAX_CLIENTS = 16;
/** The longest problem, escaped, with room to spare. */
const MAX_FRAME_BYTES = 256 * 1024;

export interface WebShellOptions {
  readonly backend: Backend;
  readonly rendererDir: string;
  /** Asked for by the learner: taken or refused, never changed. 0 lets the system choose. */
  readonly port?: number;
}

export interface WebShell {
  /** With the one-time launch token. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** @throws Error naming the remedy when the port is taken or the interface not built */
export async function startWebShell({ backend, rendererDir, port }: WebShellOptions): Promise<WebShell> {
  const files = readStaticFiles(rendererDir);
  const gatekeeper = new Gatekeeper();
  const server = createServer({
    requestTimeout: 10_000,
    headersTimeout: 5_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 8192,
  });
  server.maxConnections = MAX_CONNECTIONS;
  const taken = await listen(server, port);
  server.on('request', (request, response) => respond(request, response, { files, gatekeeper, port: taken }));
  const sockets = acceptSockets(server, gatekeeper, backend, taken);
  return {
    url: `http://${HOST}:${taken}/?token=${gatekeeper.launchToken}`,
    port: taken,
    async close() {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Site {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly gatekeeper: Gatekeeper;
  readonly port: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: StaticFile;
}

function respond(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const { status, headers, file } = answer(request, site);
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': file?.type ?? 'text/plain; charset=utf-8',
    'Cache-Control': file?.immutable === true ? 'private, max-age=31536000, immutable' : 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : (file?.body ?? `${REASONS[status]}\n`));
}

function answer(request: IncomingMessage, { files, gatekeeper, port }: Site): Answer {
  if (isForeign(request, port)) return { status: 403 };
  const url = URL.parse(request.url ?? '', `http://${HOST}:${port}`);
  if (url === null) return { status: 404 };
  const admitted = gatekeeper.admits(request.headers.cookie);
  const token = url.searchParams.get('token');
  if (token !== null && url.pathname === '/') {
    const cookie = gatekeeper.redeem(token);
    if (cookie !== null) return { status: 303, headers: { Location: '/', 'Set-Cookie': cookie } };
    // A page opened again from the browser's history is sent on; anyone else is not.
    return admitted ? { status: 303, headers: { Location: '/' } } : { status: 401 };
  }
  if (!admitted) return { status: 401 };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
  const file = files.get(url.pathname);
  return file === undefined ? { status: 404 } : { status: 200, file };
}

const REASONS: Readonly<Record<number, string>> = {
  303: 'See /',
  401: 'Quorum lets in only the address it printed, once. Start it again for a new one.',
  403: 'Quorum answers only its own page on this machine.',
  404: 'Not found',
  405: 'Only GET',
};

function acceptSockets(server: Server, gatekeeper: Gatekeeper, backend: Backend, port: number): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const refused = refuseUpgrade(request, gatekeeper, port, sockets.clients.size);
    if (refused === null) {
      sockets.handleUpgrade(request, socket, head, (client) => {
        sockets.emit('connection', client, request);
        serveClient(client, backend);
      });
      return;
    }
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${refused} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return sockets;
}

function refuseUpgrade(request: IncomingMessage, gatekeeper: Gatekeeper, port: number, clients: number): number | null {
  // Every browser sends an Origin with a WebSocket.
  if (isForeign(request, port) || request.headers.origin === undefined) return 403;
  if (!gatekeeper.admits(request.headers.cookie)) return 401;
  if (request.url !== '/socket') return 404;
  return clients >= MAX_CLIENTS ? 503 : null;
}

/** @returns the port taken */
async function listen(server: Server, wanted: number | undefined): Promise<number> {
  const first = wanted ?? DEFAULT_PORT;
  const last = wanted === undefined ? first + PORT_TRIES : first;
  for (let port = first; port <= last; port++) {
    if (await tryListen(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(
    wanted === undefined
      ? `The ports ${first} to ${last} are all taken. Choose a free one with --port.`
      : `Port ${wanted} is taken. Choose another with --port, or leave it out.`,
  );
}

/** @returns false when the port is taken; @throws any other error */
function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen({ host: HOST, port, exclusive: true }, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
