/** The working of a story in steps, and what a story is made of. Knows no story. */
import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import type { Rng } from '../../rng.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Working as it grows: every operation is a step with its scratch lines, and gives the value for the next. */
export class Working {
  readonly steps: string[] = [];

  times(label: string, a: number, b: number): number {
    this.steps.push(...timesLines(a, b), `${label}: $${a} \\cdot ${b} = ${a * b}$`);
    return a * b;
  }

  plus(label: string, a: number, b: number): number {
    if (Math.max(a, b) > 999) this.steps.push(columnSum(a, b));
    this.steps.push(`${label}: $${a} + ${b} = ${a + b}$`);
    return a + b;
  }

  minus(label: string, a: number, b: number): number {
    if (a > 999) this.steps.push(columnDifference(a, b));
    this.steps.push(`${label}: $${a} - ${b} = ${a - b}$`);
    return a - b;
  }

  over(label: string, a: number, b: number): number {
    this.steps.push(...divideLines(a, b), `${label}: $${a} \\div ${b} = ${a / b}$`);
    return a / b;
  }
}

/** Makes a story while its working grows; undefined when the numbers drawn do not come out whole. */
export type Teller = (rng: Rng, w: Working) => { readonly text: string; readonly answer: number } | undefined;
