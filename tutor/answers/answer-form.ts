/** An answer's LaTeX → its structure: words, solutions, values of several unknowns, an equation, a region of the line. */
import type { Chain, Expression, Relation, Statement } from '../expression/expression.ts';
import { parseStatement } from '../expression/parse-statement.ts';
import { fromInteger } from '../expression/rational.ts';
import { looksLikeWords, numberWord, readWords, type Words } from './words.ts';

export type AnswerForm =
  | { readonly kind: 'words'; readonly words: Words }
  /** Solutions for one unknown, or bare values; one value is a list of one. `approximate`: written with ≈. */
  | {
      readonly kind: 'values';
      readonly variable: string | null;
      readonly values: readonly Expression[];
      readonly approximate: boolean;
    }
  /** x = 2, y = 3. */
  | { readonly kind: 'assignments'; readonly values: ReadonlyMap<string, Expression> }
  | { readonly kind: 'equation'; readonly left: Expression; readonly right: Expression }
  /** Inequalities, as they were written; the comparison makes intervals of them. */
  | { readonly kind: 'inequalities'; readonly statement: Statement };

const INEQUALITIES: ReadonlySet<Relation> = new Set(['<', '<=', '>', '>=', '!=']);

/** null when the answer cannot be read. `unknowns`: see `parseStatement`. */
export function readAnswer(latex: string, unknowns?: ReadonlySet<string>): AnswerForm | null {
  const plain = latex.trim();
  if (looksLikeWords(plain)) return wordsOf(plain);
  const statement = parseStatement(latex, unknowns);
  if (statement === null) {
    const words = readWords(plain);
    return words === null ? null : { kind: 'words', words };
  }
  return formOf(statement);
}

function wordsOf(text: string): AnswerForm | null {
  const number = numberWord(text);
  if (number !== null) return bare([{ kind: 'number', value: fromInteger(number), decimals: 0 }]);
  const words = readWords(text);
  return words === null ? null : { kind: 'words', words };
}

function formOf(statement: Statement): AnswerForm | null {
  const { chains } = statement;
  if (chains.some((chain) => chain.modulus !== undefined)) return null;
  const [only] = chains;
  if (chains.length === 1 && only.terms.length === 1 && only.terms[0].kind === 'words') return wordsOf(only.terms[0].text);
  if (chains.some(isRegion)) return { kind: 'inequalities', statement };
  if (chains.some(({ relations }) => relations.some((relation) => relation !== '=' && relation !== '~'))) return null;
  return solutions(chains) ?? equation(chains);
}

/** An inequality, or an interval or union by itself or behind "x \in". */
function isRegion(chain: Chain): boolean {
  if (chain.relations.some((relation) => INEQUALITIES.has(relation))) return true;
  const last = chain.terms[chain.terms.length - 1];
  const alone = chain.relations.length === 0 || (chain.relations.length === 1 && chain.relations[0] === 'in');
  return alone && (last.kind === 'interval' || last.kind === 'union' || chain.relations[0] === 'in');
}

function solutions(chains: readonly Chain[]): AnswerForm | null {
  const found = chains.map(solutionOf);
  const pairs = found.filter((each) => each !== null);
  if (pairs.length < found.length) return null;
  const names = [...new Set(pairs.map(({ name }) => name))];
  const approximate = chains.some(({ relations }) => relations.includes('~'));
  const spread = (expressions: readonly Expression[]) => expressions.flatMap(bothSigns).flatMap(setItems);
  // A name said once holds for the bare values behind it: "x = 2, 3".
  const named = names.filter((name) => name !== null);
  if (named.length <= 1 && (named.length === 0 || pairs[0].name !== null)) {
    return { kind: 'values', variable: named[0] ?? null, values: spread(pairs.map(({ value }) => value)), approximate };
  }
  if (named.length === pairs.length && names.every((name) => name !== null)) {
    return { kind: 'assignments', values: new Map(pairs.map(({ name, value }) => [name ?? '', value])) };
  }
  return null;
}

/** "x = 5" → x and 5; "5" → 5; "2x = 10" → null. In "x = 10/2 = 5" the last term counts. */
function solutionOf(chain: Chain): { name: string | null; value: Expression } | null {
  const value = chain.terms[chain.terms.length - 1];
  if (chain.terms.length === 1) return { name: null, value };
  const [left] = chain.terms;
  if (left.kind === 'words') return { name: null, value };
  // Whoever answers "i = 7" uses i as an unknown.
  if (left.kind === 'symbol' || left.kind === 'constant') return { name: left.name, value };
  if (left.kind === 'tuple') return { name: null, value };
  if (chain.terms.length === 2 && value.kind === 'symbol' && left.kind === 'number') return { name: value.name, value: left };
  return null;
}

function equation(chains: readonly Chain[]): AnswerForm | null {
  const [only] = chains;
  if (chains.length !== 1 || only.terms.length !== 2 || only.relations[0] !== '=') return null;
  return { kind: 'equation', left: only.terms[0], right: only.terms[1] };
}

function bare(values: readonly Expression[]): AnswerForm {
  return { kind: 'values', variable: null, values, approximate: false };
}

function setItems(expression: Expression): readonly Expression[] {
  return expression.kind === 'set' ? expression.items : [expression];
}

/** "2 \pm \sqrt{3}", also within a fraction or a product, → both values; anything else → itself. */
export function bothSigns(expression: Expression): readonly Expression[] {
  const minus = withSign(expression, -1);
  return minus === null ? [expression] : [minus, withSign(expression, 1) ?? expression];
}

/** The expression with its plus-minus decided; null when it has none. */
function withSign(expression: Expression, sign: 1 | -1): Expression | null {
  switch (expression.kind) {
    case 'plus-minus': {
      const right: Expression = sign < 0 ? { kind: 'negative', item: expression.right } : expression.right;
      return expression.left === null ? right : { kind: 'sum', items: [expression.left, right] };
    }
    case 'quotient': {
      const top = withSign(expression.top, sign);
      return top === null ? null : { ...expression, top };
    }
    case 'negative': {
      const item = withSign(expression.item, sign);
      return item === null ? null : { ...expression, item };
    }
    case 'sum':
    case 'product': {
      const at = expression.items.findIndex((item) => withSign(item, sign) !== null);
      const item = at < 0 ? null : withSign(expression.items[at], sign);
      return item === null ? null : { ...expression, items: expression.items.with(at, item) };
    }
    default:
      return null;
  }
}
