/** Formulas in English words. */
import type { BoundedCommand, Vocabulary } from './vocabulary.ts';

const BOUNDED: Readonly<Record<BoundedCommand, string>> = {
  int: 'the integral',
  sum: 'the sum',
  prod: 'the product',
  lim: 'the limit',
};

export const english: Vocabulary = {
  symbols: {
    '+': 'plus',
    '-': 'minus',
    '−': 'minus',
    '=': 'equals',
    '<': 'is less than',
    '>': 'is greater than',
    '/': 'over',
    '*': 'times',
    '!': 'factorial',
    "'": 'prime',
    '|': 'bar',
    '(': 'open bracket',
    ')': 'close bracket',
    '[': 'open square bracket',
    ']': 'close square bracket',
  },
  commands: {
    cdot: 'times',
    times: 'times',
    div: 'divided by',
    pm: 'plus or minus',
    mp: 'minus or plus',
    lt: 'is less than',
    gt: 'is greater than',
    le: 'is at most',
    leq: 'is at most',
    ge: 'is at least',
    geq: 'is at least',
    ne: 'is not equal to',
    neq: 'is not equal to',
    approx: 'is about',
    equiv: 'is congruent to',
    in: 'in',
    to: 'to',
    infty: 'infinity',
    circ: 'degrees',
    degree: 'degrees',
    ldots: 'and so on',
    dots: 'and so on',
    cdots: 'and so on',
    implies: 'which gives',
    Rightarrow: 'which gives',
    rightarrow: 'to',
    cup: 'or',
    cap: 'and',
    sin: 'sine',
    cos: 'cosine',
    tan: 'tangent',
    ln: 'natural log',
    '%': 'percent',
    $: 'dollars',
    '{': 'open brace',
    '}': 'close brace',
    '\\': ';',
  },
  prose: {},
  degrees: 'degrees',
  number: (written) => written,
  fraction: (top, bottom, compound) => (compound ? `the fraction ${top} over ${bottom}, end fraction` : `${top} over ${bottom}`),
  choose: (from, count) => `${from} choose ${count}`,
  root: (of, order, compound) =>
    `the ${order === null ? 'square root' : `root of order ${order}`} of ${of}${compound ? ', end root' : ''}`,
  power(exponent, compound) {
    if (exponent === '2') return 'squared';
    if (exponent === '3') return 'cubed';
    return `to the power ${exponent}${compound ? ', end power' : ''}`;
  },
  index: (index) => `sub ${index}`,
  bounded(command, low, high) {
    const name = BOUNDED[command];
    if (command === 'lim') return low === '' ? `${name} of` : `${name} as ${low} of`;
    return [name, low && `from ${low}`, high && `to ${high}`, 'of'].filter(Boolean).join(' ');
  },
};
