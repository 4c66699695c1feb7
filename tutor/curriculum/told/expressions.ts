/** Let a be (-10)/(-4)*2 + 3: a whole number or a fraction told as an expression, some of whose numbers are told first. */
import { type Chain, isNumber, writeChain } from '../chain-expression.ts';
import { workChain } from '../chain-working.ts';
import { growChain } from '../grown-chain.ts';
import { type Rational, writeRational } from '../rational.ts';
import { type Budget, peel, splitBudget } from './budget.ts';
import { type Desk, gather, type Told, withValue } from './told.ts';

/** Digits of randomness that the ways to bracket three or four operations hold; an expression does not show them. */
const FOR_BRACKETS = 0.7;

export function tellExpression(value: Rational, budget: Budget, desk: Desk, inline: boolean): Told {
  const { rng } = desk;
  const { entropy, rest } = peel(budget);
  const operations = rng.int(3, 3 + Math.floor(entropy / 2));
  const chain = growChain(value, { sums: true, products: true, operations, entropy: entropy + FOR_BRACKETS }, rng);
  const leaves = leavesOf(chain);
  const count = rest.stages === 0 ? 0 : rng.int(1, Math.min(rest.stages, leaves.length));
  const budgets = count === 0 ? [] : splitBudget(rest, count, rng);
  const names = new Map<Rational, string>();
  const told = rng
    .shuffle(leaves)
    .slice(0, count)
    .map((leaf, index) => {
      const each = desk.number(leaf, budgets[index]);
      if (budgets[index].stages > 0) names.set(leaf, each.name);
      return each;
    });
  const inner = gather(told, rng);
  const written = write(chain, names);
  const put = names.size === 0 ? [] : [`Put the values in: $${writeChain(chain)}$`];
  const steps = [...inner.steps, ...put, ...workChain(chain).steps];
  const result = writeRational(value);
  if (inline) return { name: written, sentences: inner.sentences, steps: [...steps, `The value is $${result}$`] };
  const letter = desk.letter();
  return {
    name: letter,
    sentences: [...inner.sentences, `Let \\(${letter}\\) be \\(${written}\\).`],
    steps: withValue(steps, letter, result),
  };
}

function leavesOf(node: Chain): Rational[] {
  if (isNumber(node)) return [node];
  const parts = node.kind === 'sum' ? node.terms : node.factors;
  return parts.flatMap((part) => leavesOf(part.node));
}

/** As programs print it: a negative number in brackets only where it divides or is divided. */
function write(node: Chain, names: ReadonlyMap<Rational, string>): string {
  if (isNumber(node)) return names.get(node) ?? writeRational(node);
  if (node.kind === 'sum') {
    return node.terms
      .map(({ minus, node: term }, index) => {
        const text = write(term, names);
        const bracketed = !isNumber(term) && term.kind === 'sum';
        return `${index === 0 ? '' : minus ? ' - ' : ' + '}${bracketed ? `(${text})` : text}`;
      })
      .join('');
  }
  return node.factors
    .map(({ over, node: factor }, index) => {
      const text = write(factor, names);
      const divides = over || node.factors[index + 1]?.over === true;
      const bare = isNumber(factor) && !(divides && text.startsWith('-'));
      return `${index === 0 ? '' : over ? ' \\div ' : ' \\cdot '}${bare ? text : `(${text})`}`;
    })
    .join('');
}
