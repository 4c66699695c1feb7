import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Json, parseStrictJson } from './strict-json.ts';

const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text));

/** The same value with ordinary prototypes, for comparison. */
const plain = (value: Json): unknown => JSON.parse(JSON.stringify(value));

test('what JSON.stringify writes is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      fc.pre(!text.includes('"__proto__"'));
      expect(plain(parse(text))).toEqual(JSON.parse(text));
    }),
  );
});

test('what JSON.parse refuses is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123.eE+-\\utfn ') }), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      if (!isJson) expect(() => parse(text)).toThrow();
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a repeated key', '{"a":1,"a":1}', /repeats the key "a"/],
  ['a key repeated through an escape', '{"a":1,"\\u0061":2}', /repeats the key "a"/],
  ['__proto__', '{"__proto__":1}', /__proto__/],
  ['a byte-order mark', '\uFEFF{}', /malformed/],
  ['a number that becomes infinite', '[1e999]', /out of range/],
  ['deep nesting', `${'['.repeat(40)}${']'.repeat(40)}`, /nests deeper/],
])('%s is refused, though JSON.parse takes some of it', (_, text, message) => {
  expect(() => parse(text)).toThrow(message);
});

test('the integer that Hugging Face writes for "no limit" is read', () => {
  expect(parse('[1000000000000000019884624838656]')).toEqual([1e30]);
});

test('invalid UTF-8 is refused', () => {
  expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(/UTF-8/);
});

test('keys of Object.prototype are ordinary keys', () => {
  expect(Object.keys(parse('{"toString":1,"constructor":2}') as object)).toEqual(['toString', 'constructor']);
});
