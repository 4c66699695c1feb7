/**
 * Reading on after a text that someone else began. The text's last token may be one that the model would have written
 * longer ("$⏎" where "$⏎> " comes next): it is taken back, and the first draw is among the tokens that begin with its
 * text. Knows tokens and logits, not what they mean.
 */
import { type Draw, sampleToken } from '../cpu/sample-token.ts';
import type { Tokenizer } from '../formats/tokenizer.ts';

/** What the first drawn token must begin with. */
export interface Join {
  readonly text: string;
  readonly tokens: ReadonlySet<number>;
}

export interface Continuation {
  /** To be read after the prompt. */
  readonly tokens: readonly number[];
  /** null: any token may follow. */
  readonly join: Join | null;
}

/** A logit no draw can reach, yet finite, as samplers ask. */
const FORBIDDEN = -1e30;
const UNFINISHED = '\uFFFD';

export function continuationOf(prefix: string, tokenizer: Tokenizer, vocabSize: number): Continuation {
  const tokens = tokenizer.encodeText(prefix);
  const last = tokens.at(-1);
  const text = last === undefined ? '' : tokenizer.spell(last);
  // A token within a character cannot be compared with others by its text.
  if (text === '' || text.includes(UNFINISHED)) return { tokens, join: null };
  const longer = Array.from({ length: vocabSize }, (_, token) => token).filter((token) =>
    tokenizer.spell(token).startsWith(text),
  );
  return { tokens: tokens.slice(0, -1), join: { text, tokens: new Set(longer) } };
}

/** Draws as `sampleToken` does, among the tokens that join. @param logits [vocabSize] */
export function drawJoin(logits: Float32Array, { tokens }: Join, draw: Draw): number {
  const allowed = logits.map((logit, token) => (tokens.has(token) || !Number.isFinite(logit) ? logit : FORBIDDEN));
  return sampleToken(allowed, draw);
}
