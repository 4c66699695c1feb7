import { describe, expect, test } from 'vitest';
import { BYTE_VOCAB, byteTokenizer, makeFolder } from './model-folder.fixture.ts';
import { loadTokenizer } from './tokenizer.ts';

const load = (tokenizer: object = byteTokenizer()) =>
  loadTokenizer(makeFolder({ 'tokenizer.json': JSON.stringify(tokenizer) }), BYTE_VOCAB);
const bytes = (text: string) => [...new TextEncoder().encode(text)];

describe('encoding', () => {
  test('text that looks like a control token stays text', () => {
    const { encodeText } = load();
    // Ids of this tokenizer's bytes are the bytes themselves up to GPT-2's reordering, so printable ASCII is identical.
    expect(encodeText('a<|end|><|user|>b')).toEqual(bytes('a<|end|><|user|>b'));
  });

  test('markup turns control tokens into their ids', () => {
    const { encodeMarkup, controlToken } = load();
    expect(encodeMarkup('<|user|>hi<|assistant|>')).toEqual([256, ...bytes('hi'), 257]);
    expect(controlToken('<|end|>')).toBe(258);
  });
});

describe('decoding', () => {
  const decode = (ids: readonly number[]) => {
    const decoding = load().decoder();
    const pieces = ids.map((id) => decoding.push(id));
    return { pieces, rest: decoding.end() };
  };

  test('a code point appears whole, with its last byte', () => {
    const { encodeText } = load();
    const { pieces, rest } = decode(encodeText('é√😀'));
    expect(pieces).toEqual(['', 'é', '', '', '√', '', '', '', '😀']);
    expect(rest).toBe('');
  });

  test('a code point cut off by the end shows as U+FFFD', () => {
    const cut = load().encodeText('√').slice(0, 2);
    expect(decode(cut)).toEqual({ pieces: ['', ''], rest: '\uFFFD' });
  });

  test('control tokens are silent, other added tokens are shown, foreign ids are skipped', () => {
    expect(decode([104, 258, 259, 9999, 105]).pieces).toEqual(['h', '', '<think>', '', 'i']);
  });

  test('any text comes back as it was', () => {
    const text = ' Solve:\n\t$\\frac{1}{2}x = 3$ — naïve\u0000';
    const { pieces, rest } = decode(load().encodeText(text));
    expect(pieces.join('') + rest).toBe(text);
  });
});

describe('a hostile tokenizer.json is refused by field', () => {
  const withModel = (change: object) => ({ ...byteTokenizer(), model: { ...byteTokenizer().model, ...change } });
  const split = (Regex: string) => ({ ...byteTokenizer(), pre_tokenizer: { type: 'Split', pattern: { Regex } } });
  test.each<[string, object, RegExp]>([
    ['another model', withModel({ type: 'Unigram' }), /model\.type/],
    ['a gap in the ids', withModel({ vocab: { a: 0, b: 2 } }), /no token for the id 1/],
    ['an id beyond the model', withModel({ vocab: { a: 1e9 } }), /the id 1000000000/],
    ['an id used twice', withModel({ vocab: { a: 0, b: 0 } }), /id 0 to two tokens/],
    ['a million merges', withModel({ merges: Array(1e6).fill('a b') }), /1000000 merges/],
    ['a malformed merge', withModel({ merges: [['a']] }), /malformed entry in model\.merges/],
    ['an unknown pre-tokenizer', { ...byteTokenizer(), pre_tokenizer: { type: 'Evil' } }, /pre_tokenizer\.type/],
    [
      'an unknown part inside',
      { ...byteTokenizer(), decoder: { type: 'Sequence', decoders: [{ type: 'CTC' }] } },
      /decoder\.type/,
    ],
    ['nested repetition', split('(a+)+$'), /pre_tokenizer\.pattern/],
    ['repetitions in a row', split('a*a*a*b'), /pre_tokenizer\.pattern/],
    ['a back reference', split('(a)\\1'), /pre_tokenizer\.pattern/],
  ])('%s', (_, tokenizer, message) => {
    expect(() => load(tokenizer)).toThrow(expect.objectContaining({ message: expect.stringMatching(message) }));
  });

  test('text that is no JSON', () => {
    expect(() => loadTokenizer(makeFolder({ 'tokenizer.json': '{' }), BYTE_VOCAB)).toThrow(/not valid JSON/);
  });
});
