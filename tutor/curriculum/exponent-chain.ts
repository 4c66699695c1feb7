/**
 * A nested power of one letter as arithmetic with its exponents, worked out in rounds: every innermost bracket, then what is
 * left is written again. Knows exponents alone, not the letter.
 */
import { addExponents, bracketed, multiplyExponents } from './exponent-steps.ts';
import { signedTerm } from './latex.ts';
import { type Rational, writeRational } from './rational.ts';

export type ExponentChain =
  | Rational
  | { readonly kind: 'sum'; readonly terms: readonly { readonly minus: boolean; readonly node: ExponentChain }[] }
  | { readonly kind: 'raised'; readonly base: ExponentChain; readonly exponent: Rational };

/** Whole numbers within this are added up first, on one line. */
const SMALL = 100;

/** The whole exponent; its working goes to `steps`. */
export function workExponents(chain: ExponentChain, steps: string[]): Rational {
  let rest = chain;
  let lead = 'The exponents';
  while ('kind' in rest) {
    if (isNested(rest)) steps.push(`${lead}: $${write(rest)}$`);
    lead = 'Now';
    rest = round(rest, steps);
  }
  return rest;
}

/** Whether a bracket has to be worked out before the rest. */
function isNested(chain: ExponentChain): boolean {
  if (!('kind' in chain)) return false;
  return chain.kind === 'raised' ? 'kind' in chain.base : chain.terms.some(({ node }) => 'kind' in node);
}

function write(chain: ExponentChain): string {
  if (!('kind' in chain)) return writeRational(chain);
  if (chain.kind === 'raised') return `${inside(chain.base)} \\cdot ${bracketed(chain.exponent)}`;
  return chain.terms
    .map(({ minus, node }, index) => {
      if (index === 0) return 'kind' in node && node.kind === 'sum' ? inside(node) : write(node);
      return `${minus ? '- ' : '+ '}${'kind' in node && node.kind === 'raised' ? write(node) : inside(node)}`;
    })
    .join(' ');
}

function inside(chain: ExponentChain): string {
  return 'kind' in chain ? `(${write(chain)})` : bracketed(chain);
}

function round(chain: Exclude<ExponentChain, Rational>, steps: string[]): ExponentChain {
  if (isNested(chain)) {
    const inner = (node: ExponentChain) => ('kind' in node ? round(node, steps) : node);
    return chain.kind === 'raised'
      ? { ...chain, base: inner(chain.base) }
      : { kind: 'sum', terms: chain.terms.map(({ minus, node }) => ({ minus, node: inner(node) })) };
  }
  if (chain.kind === 'raised') {
    const { steps: raising, value } = multiplyExponents('Raise', numberOf(chain.base), chain.exponent);
    steps.push(...raising);
    return value;
  }
  const terms = chain.terms.map(({ minus, node }) => ({ minus, value: numberOf(node) }));
  const whole = terms.filter(isSmall);
  if (whole.length < 2 || terms.length < 3) return addOneByOne(terms, steps);
  const total = addWhole(whole, steps);
  return addOneByOne([{ minus: false, value: total }, ...terms.filter((each) => !isSmall(each))], steps);
}

function isSmall({ value }: Signed): boolean {
  return value.bottom === 1 && Math.abs(value.top) < SMALL;
}

interface Signed {
  readonly minus: boolean;
  readonly value: Rational;
}

/** "> 1 + 4 = 5, 5 - 1 = 4", then the sum as it stands with its value. */
function addWhole(terms: readonly Signed[], steps: string[]): Rational {
  const [first, ...rest] = terms.map(({ minus, value }) => (minus ? -value.top : value.top) + 0);
  let total = first;
  const totals = rest.map((value) => {
    const before = total;
    total += value;
    return `${before} ${signedTerm(value)} = ${total}`;
  });
  const start: Signed = { minus: false, value: { top: first, bottom: 1 } };
  const sum = write({ kind: 'sum', terms: [start, ...terms.slice(1)].map(({ minus, value }) => ({ minus, node: value })) });
  steps.push(...(totals.length > 1 ? [`> ${totals.join(', ')}`] : []), `So: $${sum} = ${total}$`);
  return { top: total, bottom: 1 };
}

function addOneByOne(terms: readonly Signed[], steps: string[]): Rational {
  return terms.slice(1).reduce((total, { minus, value }) => {
    const added = addExponents(minus ? 'Divide' : 'Multiply', total, value, minus);
    steps.push(...added.steps);
    return added.value;
  }, terms[0].value);
}

function numberOf(chain: ExponentChain): Rational {
  if ('kind' in chain) throw new Error('exponents are added before their brackets are worked out: replace these first');
  return chain;
}
