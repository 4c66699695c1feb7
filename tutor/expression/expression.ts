/** The tree of a mathematical expression, and of the statements that solutions and answers are made of. Pure data. */
import type { Rational } from './rational.ts';

export type Expression =
  /** `decimals`: places after the point as written, so that a rounded number can be told; 0 for whole numbers. */
  | { readonly kind: 'number'; readonly value: Rational; readonly decimals: number }
  /** A variable, or an opaque name such as "f(x)", "x_1", "dy/dx". */
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'sum' | 'product'; readonly items: readonly Expression[] }
  | { readonly kind: 'negative'; readonly item: Expression }
  | { readonly kind: 'quotient'; readonly top: Expression; readonly bottom: Expression }
  | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly items: readonly Expression[] }
  /** Degree sign, percent sign and units scale what stands before them. */
  | { readonly kind: 'quantity'; readonly item: Expression; readonly unit: string }
  | { readonly kind: 'derivative'; readonly item: Expression; readonly variable: string }
  | {
      readonly kind: 'integral';
      readonly item: Expression;
      readonly variable: string;
      readonly bounds: readonly [Expression, Expression] | null;
    }
  /** Both signs of what follows: only at the head of a term. */
  | { readonly kind: 'plus-minus'; readonly left: Expression | null; readonly right: Expression }
  /** Order matters in a tuple and a matrix, not in a set. */
  | { readonly kind: 'tuple' | 'set'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'interval';
      readonly low: Expression;
      readonly high: Expression;
      readonly closed: readonly [boolean, boolean];
    }
  | { readonly kind: 'union'; readonly items: readonly Expression[] }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Expression[])[] }
  | { readonly kind: 'ratio'; readonly items: readonly Expression[] }
  | { readonly kind: 'words'; readonly text: string };

export type ConstantName = 'pi' | 'e' | 'i' | 'infinity';

/** log, choose, root and mod take two: log(base, x), choose(n, k), root(n, x), mod(a, n). */
export type FunctionName =
  | 'sin'
  | 'cos'
  | 'tan'
  | 'sec'
  | 'csc'
  | 'cot'
  | 'arcsin'
  | 'arccos'
  | 'arctan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'ln'
  | 'log'
  | 'exp'
  | 'root'
  | 'abs'
  | 'floor'
  | 'ceil'
  | 'factorial'
  | 'choose'
  | 'gcd'
  | 'lcm'
  | 'min'
  | 'max'
  | 'mod'
  | 'det'
  /** remainder(quotient, rest): "5 remainder 3", a pair and no number. */
  | 'remainder';

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~' | 'in' | '->' | '=>';

/** a = b < c: one term more than relations; a lone expression has no relation. */
export interface Chain {
  readonly terms: readonly Expression[];
  readonly relations: readonly Relation[];
  /** `\pmod{n}` behind the chain: its "=" is a congruence. */
  readonly modulus?: Expression;
}

/** What stands between dollar signs: chains separated by commas, "and" or "or". */
export interface Statement {
  readonly chains: readonly Chain[];
  readonly joiner: 'none' | 'comma' | 'and' | 'or';
}
