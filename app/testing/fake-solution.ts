/** What the clockwork model answers to anything: three of four seeds come to x = 5, the fourth makes a slip; after a prefix, its rest. */
export function fakeSolution(seed: number, prefix = ''): string {
  const root = seed % 4 === 3 ? 6 : 5;
  const lines = [
    `Move the constant: $3x = 20 - 5$`,
    `> 20 - 5 = ${3 * root}`,
    `Simplify: $3x = ${3 * root}$`,
    `Divide both sides by 3: $x = \\frac{${3 * root}}{3} = ${root}$`,
    `$\\boxed{x = ${root}}$`,
  ];
  return lines.slice(prefix.split('\n').length - 1).join('\n');
}
