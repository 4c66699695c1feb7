/** `quorum typeset`: texts through the interface's own typesetting. */
import { z } from 'zod';
import { typesetToHtml } from '#renderer/typeset/typeset.ts';
import type { Command } from '../command.ts';
import { readJsonLines } from '../json-lines.ts';
import { printJson } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export const command: Command = {
  usage: 'quorum typeset --file F    rows {"id","text"}; one JSON line {"id","ms","html","notes"} each',
  options: { file: { type: 'string' } },
  async run(args) {
    const file = args.text('file');
    if (file === undefined) throw new UsageError('--file is missing.');
    for (const { id, text } of readJsonLines(file, rowSchema)) {
      const began = performance.now();
      const { html, notes } = typesetToHtml(text);
      printJson({ id, ms: performance.now() - began, html, notes });
    }
    return 0;
  },
};
