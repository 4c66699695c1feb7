/** Sizes of memory as people write them: "4GiB", "1.5 GB", "800MiB". */
import { UsageError } from './usage-error.ts';

const UNITS: Readonly<Record<string, number>> = { mb: 1e6, mib: 2 ** 20, gb: 1e9, gib: 2 ** 30 };

/** @returns bytes @throws UsageError */
export function parseMemorySize(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([mg]i?b)$/i.exec(text.trim());
  const unit = UNITS[match?.[2].toLowerCase() ?? ''];
  if (match === null || unit === undefined) throw new UsageError(`"${text}" is no size of memory: write 4GiB or 800MiB.`);
  return Math.floor(Number(match[1]) * unit);
}
