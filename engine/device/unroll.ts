/**
 * Repeats stretches of shader text. Values that live in registers cannot stand in arrays on every driver (subgroup matrices
 * in an array made a matmul four times slower on an H100), so they are variables of their own, made here.
 *
 * The lines between `// each NAME < COUNT` and the matching `// end` come COUNT times, with $NAME replaced by 0, 1, …;
 * COUNT is a number or one of the kernel's constants. Stretches may stand inside each other.
 */

const OPENING = /^\s*\/\/ each (\w+) < (\w+)$/;
const CLOSING = /^\s*\/\/ end$/;

/** @throws Error on a stretch without its end, an end without its stretch, or a count that is no whole number. */
export function unroll(text: string, constants: Readonly<Record<string, number | string>>): string {
  const lines = text.split('\n');
  const { unrolled, next } = unrollFrom(lines, 0, constants);
  if (next !== lines.length) throw new Error(`line ${next + 1} of the shader ends a stretch that was not begun`);
  return unrolled.join('\n');
}

/** Up to the end of the stretch that holds line `first`, or of the text. */
function unrollFrom(
  lines: readonly string[],
  first: number,
  constants: Readonly<Record<string, number | string>>,
): { readonly unrolled: string[]; readonly next: number } {
  const unrolled: string[] = [];
  let i = first;
  while (i < lines.length && !CLOSING.test(lines[i])) {
    const opening = OPENING.exec(lines[i]);
    if (opening === null) {
      unrolled.push(lines[i]);
      i++;
      continue;
    }
    const [, name, bound] = opening;
    const count = Number(constants[bound] ?? bound);
    if (!Number.isInteger(count)) throw new Error(`line ${i + 1} of the shader: ${bound} is not a number of repetitions`);
    const { unrolled: body, next } = unrollFrom(lines, i + 1, constants);
    if (next === lines.length) throw new Error(`line ${i + 1} of the shader begins a stretch that does not end`);
    for (let n = 0; n < count; n++) unrolled.push(...body.map((line) => line.replaceAll(`$${name}`, String(n))));
    i = next + 1;
  }
  return { unrolled, next: i };
}
