/**
 * Steps back to the text that `StepStream` reads them from: in the bundled model's form one line each, in free prose one
 * paragraph each. What the stream leaves out (Markdown's marks, tags of thinking) is not in it.
 */
import type { Step } from './step-stream.ts';

/** @returns text that ends with a line break; '' for no steps */
export function writeSteps(steps: readonly Omit<Step, 'final'>[]): string {
  // In prose every line stands apart: a step of several lines would run into a neighbour that stood close.
  const gap = steps.some(({ body }) => body.includes('\n')) ? '\n\n' : '\n';
  return steps.map((step) => `${linesOf(step).join('\n')}${gap}`).join('');
}

function linesOf({ goal, body, scratch }: Omit<Step, 'final'>): string[] {
  const text = goal === '' || body === '' ? goal + body : `${goal}: ${body}`;
  return [...scratch.map((line) => `> ${line}`), ...(text === '' ? [] : [text])];
}
