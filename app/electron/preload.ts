/** The page's whole view of the product: two named methods. Runs sandboxed; nothing of Electron or Node is handed on. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { AppEvent, CallName, CallParams, CallResult, QuorumBridge } from '#app/protocol/calls.ts';
import { CALL_CHANNEL, type CallReply, EVENT_CHANNEL } from './channels.ts';

const bridge = {
  async call<N extends CallName>(name: N, params: CallParams<N>): Promise<CallResult<N>> {
    const reply: CallReply = await ipcRenderer.invoke(CALL_CHANNEL, name, params);
    // Plain data: of an Error only the message would reach the page.
    if ('error' in reply) throw reply.error;
    // The backend checks its results against the schema that CallResult is derived from.
    return reply.result as CallResult<N>;
  },
  subscribe(listener: (event: AppEvent) => void): () => void {
    const forward = (_: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
} satisfies QuorumBridge;

contextBridge.exposeInMainWorld('quorum', bridge);
