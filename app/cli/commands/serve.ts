/** `quorum serve`: the interface for a browser on this machine. Runs until it is interrupted. */
import { createBackend } from '#app/backend/backend.ts';
import { openOnDesktop } from '#app/backend/desktop.ts';
import { openEventLog } from '#app/backend/event-log.ts';
import { dataFolder, RENDERER_DIR } from '#app/backend/paths.ts';
import { startWebShell } from '#app/web/web-shell.ts';
import type { Command } from '../command.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, givenLoad, readLoad } from '../engine-options.ts';
import { onInterrupt, print, printJson } from '../terminal.ts';

export const command: Command = {
  usage: `quorum serve [--port P] [--open] [--json]
  --port P             this port or none; 0 lets the system choose
  --open               opens the browser
${ENGINE_USAGE}`,
  options: { ...ENGINE_OPTIONS, port: { type: 'string' }, open: { type: 'boolean' } },
  async run(args) {
    const port = args.number('port', { min: 0, max: 65_535, whole: true });
    const { modelDir, backend: kind, adapter } = readLoad(args, 1);
    const dataDir = dataFolder();
    const backend = await createBackend({
      dataDir,
      modelDir,
      backend: kind,
      adapter: adapter ?? undefined,
      engine: givenLoad(args),
      log: openEventLog(dataDir),
    });
    try {
      const shell = await startWebShell({ backend, rendererDir: RENDERER_DIR, port });
      const interrupted = new Promise<void>((resolve) => onInterrupt(resolve));
      if (args.json) printJson({ url: shell.url });
      else print(`Quorum is at ${shell.url}\nThe address works once. Ctrl-C ends Quorum.`);
      if (args.flag('open') === true) openOnDesktop(shell.url);
      await interrupted;
      await shell.close();
      return 0;
    } finally {
      await backend.close();
    }
  },
};
