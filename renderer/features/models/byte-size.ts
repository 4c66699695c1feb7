/** Sizes of files and memory as learners read them: in MiB and GiB, the units in which memory is sold. */
const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** @param language BCP 47, for the decimal mark */
export function byteSize(bytes: number, language: string): string {
  const [amount, unit] = bytes >= GIB ? [bytes / GIB, 'GiB'] : [bytes / MIB, 'MiB'];
  const digits = amount < 10 ? 1 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat(language, format).format(amount)} ${unit}`;
}
