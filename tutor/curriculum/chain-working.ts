/** Works a chain expression out in rounds: every bracket and product of plain numbers at once, then the expression again. */
import { type Chain, isNumber, type ProductChain, type SumChain, writeChain } from './chain-expression.ts';
import { type Lines, pairLines, productChainLines, sumChainLines } from './chain-lines.ts';
import type { Rational } from './rational.ts';

export function workChain(chain: Chain): { steps: string[]; value: Rational } {
  const steps: string[] = [];
  return { steps, value: work(chain, steps) };
}

/** Two and more nested parts are worked out one by one, each by itself, so that the whole is seldom written again. */
function work(chain: Chain, steps: string[]): Rational {
  let current = chain;
  if (!isNumber(chain) && childrenOf(chain).filter(isNested).length > 1) {
    let parts = 0;
    current = mapChildren(chain, (child) => {
      if (!isNested(child)) return child;
      steps.push(`Part ${++parts}: $${writeChain(child)}$`);
      return work(child, steps);
    });
    steps.push(`Now: $${writeChain(current)}$`);
  }
  while (!isNumber(current)) {
    current = round(current, steps);
    if (!isNumber(current)) steps.push(`Now: $${writeChain(current)}$`);
  }
  return current;
}

function childrenOf(node: SumChain | ProductChain): Chain[] {
  return (node.kind === 'sum' ? node.terms : node.factors).map((part) => part.node);
}

function mapChildren(node: SumChain | ProductChain, change: (child: Chain) => Chain): SumChain | ProductChain {
  return node.kind === 'sum'
    ? { kind: 'sum', terms: node.terms.map((term) => ({ minus: term.minus, node: change(term.node) })) }
    : { kind: 'product', factors: node.factors.map((factor) => ({ over: factor.over, node: change(factor.node) })) };
}

/** Whether something within has to be worked out first. */
function isNested(chain: Chain): boolean {
  return !isNumber(chain) && childrenOf(chain).some((child) => !isNumber(child));
}

/** The node with its innermost parts replaced by their values; their working goes to `steps`. */
function round(node: SumChain | ProductChain, steps: string[]): Chain {
  const parts = node.kind === 'sum' ? node.terms : node.factors;
  if (parts.every((part) => isNumber(part.node))) {
    const written = `$${writeChain(node)}$`;
    if (parts.length > 2 && steps.at(-1)?.endsWith(` ${written}`) !== true) steps.push(`Work out: ${written}`);
    const { lines, value } = linesOf(node);
    steps.push(...lines);
    return value;
  }
  return mapChildren(node, (child) => (isNumber(child) ? child : round(child, steps)));
}

function linesOf(node: SumChain | ProductChain): Lines {
  if (node.kind === 'sum') return sumChainLines(node.terms.map(({ minus, node: term }) => ({ minus, value: numberOf(term) })));
  const factors = node.factors.map(({ over, node: factor }) => ({ over, value: numberOf(factor) }));
  return factors.length === 2 ? pairLines(factors[0].value, factors[1].value, factors[1].over) : productChainLines(factors);
}

function numberOf(node: Chain): Rational {
  if (!isNumber(node)) throw new Error('a chain is worked out before its parts: replace them first');
  return node;
}
