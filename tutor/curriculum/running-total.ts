/** Scratch lines that add a list of numbers two at a time. */
export function runningTotal(values: readonly number[]): string[] {
  const lines: string[] = [];
  let total = values[0];
  for (const value of values.slice(1)) {
    lines.push(`> ${total} ${value < 0 ? '-' : '+'} ${Math.abs(value)} = ${total + value}`);
    total += value;
  }
  return lines;
}
