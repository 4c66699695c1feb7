/** Does an equation follow from the one before it, where the problem's text gives none to check against? */
import { sharedZeros } from '../answers/compare-equations.ts';
import type { Chain } from '../expression/expression.ts';
import { symbolsOfChain } from '../expression/walk.ts';
import { notSolutionNote } from './note.ts';
import { differences } from './problem-facts.ts';
import { rootsOfChain } from './roots.ts';
import { fails, HOLDS, type StepCheck, UNKNOWN } from './verdict.ts';

/** Goals that name an operation on the equation before: what they give must have the same solutions. */
const OPERATIONS = new Set(
  'add subtract divide multiply simplify collect expand factor factorise factorize change cancel combine'.split(' '),
);

/** `before`: the nearest earlier equation in the same letters. */
export function checkDeduction(chain: Chain, before: Chain, goal: string): StepCheck {
  const symbols = symbolsOfChain(chain);
  const strict = goal.split(/[^A-Za-z]+/).some((word) => OPERATIONS.has(word.toLowerCase()));
  return symbols.length === 1 ? compareRoots(chain, before, symbols[0], strict) : compareZeros(chain, before);
}

function compareRoots(chain: Chain, before: Chain, unknown: string, strict: boolean): StepCheck {
  const [given, found] = [rootsOfChain(before, unknown), rootsOfChain(chain, unknown)];
  if (given === null || found === null || given.length === 0) return UNKNOWN;
  const kept = given.filter((value) => found.some((other) => isNear(value, other)));
  if (kept.length === given.length || (kept.length === found.length && found.length > 0)) return HOLDS;
  if (kept.length > 0 || found.length === 0 || !strict) return UNKNOWN;
  return fails(`${notSolutionNote(unknown, found[0]).replace('the problem', 'the line before')}`);
}

/** Several letters: every point of the one must lie on the other. */
function compareZeros(chain: Chain, before: Chain): StepCheck {
  const [f, g] = [differences(before), differences(chain)];
  if (f.length !== 1 || g.length !== 1) return UNKNOWN;
  return sharedZeros(f[0], g[0]) === true ? HOLDS : UNKNOWN;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a), Math.abs(b));
}
