/** Where an inequality in one unknown holds, as stretches of the line between its edges. */
import { isTrueAt } from '../check/truth.ts';
import type { Chain } from '../expression/expression.ts';
import type { Reading } from '../expression/reading.ts';
import type { Span } from './graph.ts';
import { minus } from './real-value.ts';
import { tidy, zerosOf } from './zeros.ts';

const SEARCH: readonly [number, number] = [-60, 60];

export function spansOf(chain: Chain, unknown: string, reading: Reading): Span[] {
  const edges = chain.relations
    .flatMap((_, at) => zerosOf(minus(chain.terms[at], chain.terms[at + 1]), unknown, SEARCH, reading))
    .map(tidy)
    .sort((a, b) => a - b)
    .filter((edge, at, all) => edge !== all[at - 1]);
  const holds = (x: number) => isTrueAt(chain, new Map([[unknown, x]])) === true;
  const ends = [null, ...edges, null];
  const spans: Span[] = [];
  for (let at = 0; at + 1 < ends.length; at++) {
    const [low, high] = [ends[at], ends[at + 1]];
    if (holds(between(low, high))) spans.push({ low, high, closed: [low !== null && holds(low), high !== null && holds(high)] });
    else if (high !== null && holds(high) && !holds(between(high, ends[at + 2] ?? null)))
      spans.push({ low: high, high, closed: [true, true] });
  }
  return joined(spans);
}

function between(low: number | null, high: number | null): number {
  if (low === null) return high === null ? 0 : high - 1;
  return high === null ? low + 1 : (low + high) / 2;
}

/** Neighbours that both hold their common end are one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last !== undefined && last.high === span.low && last.closed[1] && span.closed[0])
      whole[whole.length - 1] = { low: last.low, high: span.high, closed: [last.closed[0], span.closed[1]] };
    else whole.push(span);
  }
  return whole;
}
