/** Nested expressions of one root: written as programs and as textbooks do, and worked out in rounds from the inside. */
import { rational } from './rational.ts';
import { simplestSurd, surdLines } from './surd.ts';
import { addSurds, divideSurds, multiplySurds, type SurdValue, squareSurd, surdValue, writeSurdValue } from './surd-value.ts';

export type SurdChain =
  | { readonly kind: 'root'; readonly inside: number }
  | { readonly kind: 'value'; readonly value: SurdValue }
  | { readonly kind: 'square'; readonly base: SurdChain }
  | { readonly kind: 'sum'; readonly terms: readonly { readonly minus: boolean; readonly node: SurdChain }[] }
  | { readonly kind: 'product'; readonly factors: readonly { readonly over: boolean; readonly node: SurdChain }[] };

export function wholeSurd(n: number): SurdChain {
  return { kind: 'value', value: surdValue(rational(n), rational(0), 1) };
}

/** LaTeX, or what a program prints. */
export function writeSurdChain(node: SurdChain, code: boolean): string {
  const write = (child: SurdChain) => writeSurdChain(child, code);
  switch (node.kind) {
    case 'root':
      return code ? `sqrt(${node.inside})` : `\\sqrt{${node.inside}}`;
    case 'value':
      return writeSurdValue(node.value);
    case 'square':
      return node.base.kind === 'root'
        ? `${write(node.base)}${code ? '**2' : '^2'}`
        : `(${write(node.base)})${code ? '**2' : '^2'}`;
    case 'sum':
      return node.terms
        .map(({ minus, node: term }, index) => {
          const bracketed = term.kind === 'sum' || hasTwoParts(term) || (!code && index > 0 && isNegative(term));
          return `${index === 0 ? '' : minus ? ' - ' : ' + '}${bracketed ? `(${write(term)})` : write(term)}`;
        })
        .join('');
    case 'product':
      return node.factors
        .map(({ over, node: factor }, index) => {
          const divides = over || node.factors[index + 1]?.over === true;
          const negative = isNegative(factor) && (divides || (!code && index > 0));
          // 6 ÷ 2√3 would divide by 2 alone.
          const multiple = over && factor.kind === 'value' && /\d\\sqrt/.test(write(factor));
          const bracketed = factor.kind === 'sum' || factor.kind === 'product' || hasTwoParts(factor) || negative || multiple;
          const sign = index === 0 ? '' : over ? (code ? '/' : ' \\div ') : code ? '*' : ' \\cdot ';
          return `${sign}${bracketed ? `(${write(factor)})` : write(factor)}`;
        })
        .join('');
  }
}

function hasTwoParts(node: SurdChain): boolean {
  return node.kind === 'value' && node.value.whole.top !== 0 && node.value.times.top !== 0;
}

function isNegative(node: SurdChain): boolean {
  if (node.kind === 'product') return isNegative(node.factors[0].node);
  return node.kind === 'value' && writeSurdValue(node.value).startsWith('-');
}

export function workSurdChain(chain: SurdChain): { steps: string[]; value: SurdValue } {
  const roots = [...new Set(rootsOf(chain))];
  const steps = roots.flatMap((inside) => surdLines(inside).lines);
  const current = withValues(chain);
  if (steps.length > 0) steps.push(`With simple roots: $${writeSurdChain(current, false)}$`);
  return { steps, value: work(current, steps) };
}

/** Two and more nested parts are worked out one by one, each by itself, so that the whole is seldom written again. */
function work(chain: SurdChain, steps: string[]): SurdValue {
  let current = chain;
  if (childrenOf(chain).filter(isNested).length > 1) {
    let parts = 0;
    current = mapChildren(chain, (child) => {
      if (!isNested(child)) return child;
      steps.push(`Part ${++parts}: $${writeSurdChain(child, false)}$`);
      return { kind: 'value', value: work(child, steps) };
    });
    steps.push(`Now: $${writeSurdChain(current, false)}$`);
  }
  while (current.kind !== 'value') {
    current = round(current, steps);
    if (current.kind !== 'value') steps.push(`Now: $${writeSurdChain(current, false)}$`);
  }
  return current.value;
}

/** Whether something within has to be worked out first. */
function isNested(node: SurdChain): boolean {
  return childrenOf(node).some((child) => child.kind !== 'value');
}

function rootsOf(node: SurdChain): number[] {
  return node.kind === 'root' ? [node.inside] : childrenOf(node).flatMap(rootsOf);
}

function childrenOf(node: SurdChain): SurdChain[] {
  if (node.kind === 'square') return [node.base];
  if (node.kind === 'sum') return node.terms.map((term) => term.node);
  return node.kind === 'product' ? node.factors.map((factor) => factor.node) : [];
}

function mapChildren(node: SurdChain, change: (child: SurdChain) => SurdChain): SurdChain {
  if (node.kind === 'square') return { kind: 'square', base: change(node.base) };
  if (node.kind === 'sum')
    return { kind: 'sum', terms: node.terms.map(({ minus, node: term }) => ({ minus, node: change(term) })) };
  if (node.kind !== 'product') return node;
  return { kind: 'product', factors: node.factors.map(({ over, node: factor }) => ({ over, node: change(factor) })) };
}

function withValues(node: SurdChain): SurdChain {
  if (node.kind !== 'root') return mapChildren(node, withValues);
  const { outside, inside } = simplestSurd(node.inside);
  return { kind: 'value', value: surdValue(rational(0), rational(outside), inside) };
}

/** The innermost parts replaced by their values. */
function round(node: SurdChain, steps: string[]): SurdChain {
  if (node.kind === 'value') return node;
  if (isNested(node)) return mapChildren(node, (child) => round(child, steps));
  const written = writeSurdChain(node, false);
  const { lines, value } = evaluate(node);
  const named = steps.at(-1)?.endsWith(`: $${written}$`) === true;
  const result = writeSurdValue(value);
  // One product known by heart needs no line of its own; a sum keeps it, since its parts stand apart.
  if (lines.length < (node.kind === 'sum' ? 1 : 2) && !lines.some((line) => line.includes(':')))
    steps.push(`Work out: $${written} = ${result}$`);
  else steps.push(...(named ? [] : [`Work out: $${written}$`]), ...lines, `So: $${result}$`);
  return { kind: 'value', value };
}

function evaluate(node: SurdChain): { lines: readonly string[]; value: SurdValue } {
  if (node.kind === 'square') return squareSurd(surdOf(node.base));
  if (node.kind === 'sum') return addSurds(node.terms.map(({ minus, node: term }) => ({ minus, value: surdOf(term) })));
  if (node.kind !== 'product') return { lines: [], value: surdOf(node) };
  const [first, ...rest] = node.factors;
  let value = surdOf(first.node);
  const lines: string[] = [];
  for (const { over, node: factor } of rest) {
    const next = over ? divideSurds(value, surdOf(factor)) : multiplySurds(value, surdOf(factor));
    lines.push(...next.lines);
    value = next.value;
  }
  return { lines, value };
}

function surdOf(node: SurdChain): SurdValue {
  if (node.kind !== 'value') throw new Error('a root is worked with only as a value: replace it first');
  return node.value;
}
