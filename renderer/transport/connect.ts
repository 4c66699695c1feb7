/** Picks the link to the backend: the preload script's bridge in Electron, else a WebSocket to where the page came from. */
import { z } from 'zod';
import type { QuorumBridge } from '#app/protocol/calls.ts';
import type { Connection } from './connection.ts';
import { connectWebSocket, type Socket } from './web-socket.ts';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly quorum?: QuorumBridge;
  }
}

/** Where the web shell listens for WebSockets, on the page's own origin. */
const SOCKET_PATH = '/socket';

export function connect(): Connection {
  // zod compiles schemas with `new Function`, which the page's content security policy forbids.
  z.config({ jitless: true });
  const preloaded = window.quorum;
  if (preloaded !== undefined) {
    return {
      picksFolders: true,
      call: (name, params) => preloaded.call(name, params),
      subscribe: (listener) => preloaded.subscribe(listener),
      onLink: () => () => undefined,
    };
  }
  const { protocol, host } = window.location;
  const url = `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}${SOCKET_PATH}`;
  return connectWebSocket({
    open: () => new WebSocket(url) as Socket,
    wait: (milliseconds, then) => window.setTimeout(then, milliseconds),
  });
}
