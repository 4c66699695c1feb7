/**
 * Text typed with decimal commas → with decimal points, for learners whose language writes "2,5". A comma with a space behind
 * it, in a row of several, or in a pair of brackets parts numbers and stays.
 */

const NUMBERS = /(?<![\d.,])\d+(?:,\d+)+(?![\d,]|\.\d)/g;

export function withDecimalPoints(text: string): string {
  return text.replaceAll(NUMBERS, (number, at: number) => {
    const parts = number.split(',');
    if (parts.length > 2) return number;
    const isPair = text[at - 1] === '(' && text[at + number.length] === ')';
    return isPair ? number : parts.join('.');
  });
}
