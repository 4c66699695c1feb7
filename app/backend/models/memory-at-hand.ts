/** How much memory there is for everything: the machine's, or less where the system holds Quorum to less. */
import { totalmem } from 'node:os';

/** Bytes. A GPU does not say what it has; the machine's own memory stands for it. */
export function memoryAtHand(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(totalmem(), constrained) : totalmem();
}
