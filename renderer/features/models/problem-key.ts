/** Which words say what is wrong with a model, by the kind of the failure and the file at fault. */
import type { Strings } from '../../i18n/en.ts';

export type ProblemKey = keyof Strings['models']['problems'];

const PICKLE = /\.(bin|pt|pth|pkl|ckpt)$/;
const BY_KIND: Readonly<Record<string, ProblemKey>> = {
  'out-of-memory': 'tooLarge',
  'path-not-whole': 'pathNotWhole',
  'model-known': 'known',
  'still-solving': 'stillSolving',
  'model-in-use': 'inUse',
  busy: 'busy',
  'host-died': 'hostDied',
  unreadable: 'unreadable',
};

/** null where only the message itself will do. */
export function problemKey(kind: string, file: string | null): ProblemKey | null {
  switch (kind) {
    case 'model-missing':
      return file === null ? 'missingAny' : 'missing';
    case 'model-damaged':
      return file === null ? 'damagedAny' : 'damaged';
    case 'model-unsupported':
      if (file === null) return 'unsupportedAny';
      return PICKLE.test(file) ? 'pickle' : 'unsupported';
    default:
      return Object.hasOwn(BY_KIND, kind) ? BY_KIND[kind] : null;
  }
}

/** The engine's own words add which field or tensor it is, or how much is short; of the others the words say all. */
export function hasDetail(kind: string): boolean {
  return ['model-damaged', 'model-unsupported', 'out-of-memory', 'host-died', 'unreadable'].includes(kind);
}
