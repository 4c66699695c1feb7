/**
 * Reads and vets tokenizer.json, a file of unknown origin: byte-pair encoding with known parts only, sizes capped, no
 * pattern that could hang. Produces what `tokenizer.ts` needs; encodes nothing itself.
 */
import { EngineError } from '../errors.ts';
import { damaged, readWhole } from './model-file.ts';
import { isSafePattern } from './safe-pattern.ts';

export const TOKENIZER_FILE = 'tokenizer.json';

/** The largest common tokenizers (a quarter of a million entries) take 35 MB. */
const MAX_FILE_BYTES = 64 * 2 ** 20;
/** Llama 3 has 280,147 merges. */
const MAX_MERGES = 2 ** 19;
/** Long runs of spaces are the longest real entries. */
const MAX_TOKEN_CHARS = 1024;
/** Real pipelines have at most seven parts. */
const MAX_PARTS = 32;

const NORMALIZERS = new Set(['Sequence', 'Prepend', 'Replace', 'NFC', 'NFD', 'NFKC', 'NFKD', 'Strip', 'Lowercase']);
const PRE_TOKENIZERS = new Set([
  'Sequence',
  'Split',
  'ByteLevel',
  'Metaspace',
  'Digits',
  'Punctuation',
  'Whitespace',
  'WhitespaceSplit',
]);
const DECODERS = new Set(['Sequence', 'ByteLevel', 'Metaspace', 'Replace', 'ByteFallback', 'Fuse', 'Strip']);

export interface AddedToken {
  readonly id: number;
  readonly content: string;
  /** A control token, not shown as text. */
  readonly special: boolean;
}

export interface TokenizerFile {
  readonly added: readonly AddedToken[];
  /** For the tokenizer library: the file without its added tokens, so that no text can encode to one. */
  readonly plain: object;
}

/** @throws EngineError('model-damaged' | 'model-unsupported') naming the field. */
export function readTokenizerFile(modelDir: string, vocabSize: number): TokenizerFile {
  const file = asRecord('the file', parse(readWhole(modelDir, TOKENIZER_FILE, MAX_FILE_BYTES)));
  const model = asRecord('model', file.model);
  if (model.type !== 'BPE') throw unsupported('model.type', 'BPE');
  checkPipeline('normalizer', file.normalizer, NORMALIZERS);
  checkPipeline('pre_tokenizer', file.pre_tokenizer, PRE_TOKENIZERS);
  checkPipeline('decoder', file.decoder, DECODERS);
  checkMerges(model.merges);

  const added = readAdded(file.added_tokens);
  const vocab = readVocab(asRecord('model.vocab', model.vocab));
  checkIds(vocab, added, vocabSize);
  const control = new Set(added.map((token) => token.content));
  const plainVocab = Object.fromEntries(vocab.filter(([token]) => !control.has(token)));
  return { added, plain: { ...file, added_tokens: [], post_processor: null, model: { ...model, vocab: plainVocab } } };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw damaged(TOKENIZER_FILE, 'is not valid JSON in UTF-8');
  }
}

function readAdded(value: unknown): AddedToken[] {
  if (!Array.isArray(value)) throw damaged(TOKENIZER_FILE, 'needs added_tokens to be a list');
  return value.map((item) => {
    const { id, content, special } = asRecord('an added token', item);
    if (typeof id !== 'number' || typeof content !== 'string' || content === '' || content.length > MAX_TOKEN_CHARS) {
      throw damaged(TOKENIZER_FILE, 'has an added token without a proper id and content');
    }
    return { id, content, special: special === true };
  });
}

function readVocab(vocab: Record<string, unknown>): [string, number][] {
  return Object.entries(vocab).map(([token, id]) => {
    if (typeof id !== 'number' || token.length > MAX_TOKEN_CHARS) {
      throw damaged(TOKENIZER_FILE, `has a malformed vocabulary entry ${JSON.stringify(token.slice(0, 40))}`);
    }
    return [token, id];
  });
}

/** Ids must be 0 … n - 1 without gap or clash, and within the model's embedding. */
function checkIds(vocab: readonly (readonly [string, number])[], added: readonly AddedToken[], vocabSize: number): void {
  const owner = new Map<number, string>();
  for (const [token, id] of [...vocab, ...added.map(({ content, id }) => [content, id] as const)]) {
    if (!Number.isInteger(id) || id < 0 || id >= vocabSize)
      throw damaged(TOKENIZER_FILE, `has the id ${id}; the model has ${vocabSize}`);
    const other = owner.get(id);
    if (other !== undefined && other !== token) throw damaged(TOKENIZER_FILE, `gives the id ${id} to two tokens`);
    owner.set(id, token);
  }
  for (let id = 0; id < owner.size; id++) if (!owner.has(id)) throw damaged(TOKENIZER_FILE, `has no token for the id ${id}`);
}

function checkMerges(merges: unknown): void {
  if (!Array.isArray(merges)) throw damaged(TOKENIZER_FILE, 'needs model.merges to be a list');
  if (merges.length > MAX_MERGES) throw damaged(TOKENIZER_FILE, `has ${merges.length} merges, more than ${MAX_MERGES}`);
  const isPair = (merge: unknown) =>
    typeof merge === 'string' || (Array.isArray(merge) && merge.length === 2 && merge.every((part) => typeof part === 'string'));
  if (!merges.every(isPair)) throw damaged(TOKENIZER_FILE, 'has a malformed entry in model.merges');
}

/** Walks a part and the parts inside it: known types, safe patterns. */
function checkPipeline(field: string, value: unknown, known: ReadonlySet<string>): void {
  const waiting = [value];
  for (let parts = 0; waiting.length > 0; parts++) {
    const next = waiting.pop();
    if (next === null || next === undefined) continue;
    const part = asRecord(field, next);
    if (parts > MAX_PARTS) throw damaged(TOKENIZER_FILE, `has more than ${MAX_PARTS} parts in ${field}`);
    if (typeof part.type !== 'string' || !known.has(part.type)) throw unsupported(`${field}.type`, [...known].join(', '));
    const pattern = part.pattern === undefined ? undefined : asRecord(`${field}.pattern`, part.pattern).Regex;
    if (pattern !== undefined && !(typeof pattern === 'string' && isSafePattern(pattern))) {
      throw unsupported(`${field}.pattern`, 'the patterns of known tokenizers and ones that cannot backtrack deeply');
    }
    for (const list of [part.normalizers, part.pretokenizers, part.decoders]) {
      if (Array.isArray(list)) waiting.push(...list.slice(0, MAX_PARTS + 1));
    }
  }
}

function asRecord(field: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw damaged(TOKENIZER_FILE, `needs ${field} to be an object`);
  }
  return value as Record<string, unknown>;
}

function unsupported(field: string, supported: string): EngineError {
  return new EngineError(
    'model-unsupported',
    `${TOKENIZER_FILE} has a ${field} that this engine does not run; it knows ${supported}. Choose another model.`,
    { file: TOKENIZER_FILE, field },
  );
}
