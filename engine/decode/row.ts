/** One sample in the making: its tokens, the text they spell and how it ended. Knows no backend. */
import type { TextDecoding } from '../formats/tokenizer.ts';
import type { RowRequest, RowStatus } from '../index.ts';
import { NO_TOKEN } from '../model/backend.ts';
import { endsInLoop } from './repetition.ts';

export interface StopRule {
  readonly stopTokens: ReadonlySet<number>;
  /** New tokens at most, those of an earlier run included. */
  readonly maxTokens: number;
  /** Characters at its start that stood there before: they are not told again. */
  readonly told: number;
}

export class Row {
  readonly index: number;
  readonly seed: number;
  readonly tokens: number[];
  text = '';
  status: RowStatus | null = null;
  readonly #decoding: TextDecoding;
  readonly #rule: StopRule;
  #told: number;

  constructor({ index, seed, resume = [] }: RowRequest, decoding: TextDecoding, rule: StopRule) {
    this.index = index;
    this.seed = seed;
    this.tokens = [...resume];
    this.#decoding = decoding;
    this.#rule = rule;
    this.#told = rule.told;
    for (const token of resume) this.text += this.#fresh(decoding.push(token));
    if (resume.length >= rule.maxTokens) this.status = 'length';
  }

  /** Tokens it may still draw. */
  get remaining(): number {
    return this.#rule.maxTokens - this.tokens.length;
  }

  /**
   * Takes drawn tokens up to the one that ends the row, whose status is then set; the rest are dropped.
   * @returns the tokens kept and the text they complete.
   */
  take(drawn: readonly number[]): { readonly tokens: number[]; readonly text: string } {
    const kept: number[] = [];
    let text = '';
    for (const token of drawn) {
      if (token === NO_TOKEN) this.status = 'failed';
      else if (this.#rule.stopTokens.has(token)) this.status = 'finished';
      else {
        kept.push(token);
        this.tokens.push(token);
        text += this.#fresh(this.#decoding.push(token));
        if (this.tokens.length >= this.#rule.maxTokens || endsInLoop(this.tokens)) this.status = 'length';
      }
      if (this.status !== null) break;
    }
    if (this.status !== null) text += this.#decoding.end();
    this.text += text;
    return { tokens: kept, text };
  }

  #fresh(text: string): string {
    const rest = text.slice(this.#told);
    this.#told -= text.length - rest.length;
    return rest;
  }
}
