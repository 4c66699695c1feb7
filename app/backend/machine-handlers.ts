/** Answers what the settings ask about this computer: its folder, its adapters, and erasing everything. */
import { CallError } from '#app/protocol/calls.ts';
import { askAdapters } from './adapters.ts';
import { openOnDesktop } from './desktop.ts';
import type { History } from './history.ts';
import type { PracticeService } from './practice/practice-service.ts';

export interface MachineTools {
  readonly dataDir: string;
  readonly history: History;
  readonly practice: PracticeService;
  isIdle(): boolean;
  /** Everything is gone. */
  readonly onErased: () => void;
}

export function machineHandlers({ dataDir, history, practice, isIdle, onErased }: MachineTools) {
  return {
    'machine.folder': () => ({ path: dataDir }),
    'machine.open-folder': () => {
      openOnDesktop(dataDir);
      return {};
    },
    'machine.adapters': async () => {
      const found = await askAdapters();
      return { adapters: 'problem' in found ? null : found.map(({ name, usable }) => ({ name, usable })) };
    },
    'machine.erase': () => {
      if (!isIdle())
        throw new CallError({ kind: 'still-solving', message: 'Stop what is being solved first, then erase.', data: {} });
      history.erase();
      practice.forget();
      onErased();
      return {};
    },
  };
}
