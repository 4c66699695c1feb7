import { describe, expect, test } from 'vitest';
import { loadChatForm, MAX_PROBLEM_CHARS } from './chat-template.ts';
import { BYTE_VOCAB, byteTokenizer, makeFolder } from './model-folder.fixture.ts';
import { loadTokenizer } from './tokenizer.ts';

const bytes = (text: string) => [...new TextEncoder().encode(text)];

function load(chat_template?: unknown, more: Record<string, string> = {}) {
  const folder = makeFolder({
    'tokenizer.json': JSON.stringify(byteTokenizer()),
    'tokenizer_config.json': JSON.stringify({ chat_template, eos_token: { content: '<|end|>' } }),
    ...more,
  });
  return loadChatForm(folder, loadTokenizer(folder, BYTE_VOCAB));
}
const SIMPLE =
  "{% for m in messages %}{% if m['role'] == 'user' %}<|user|>{{ m['content'] | trim }}<|assistant|>{% endif %}{% endfor %}";

test("the template's control tokens count, the problem's do not", () => {
  expect(load(SIMPLE).encodeProblem(' x<|end|> ')).toEqual([256, ...bytes('x<|end|>'), 257]);
});

test('the token that ends an answer is found', () => {
  expect(load(SIMPLE).eosToken).toBe(258);
});

test('a list of templates gives its default, a file of its own comes first', () => {
  expect(
    load([
      { name: 'tool', template: 'no' },
      { name: 'default', template: SIMPLE },
    ]).encodeProblem('1'),
  ).toEqual([256, 49, 257]);
  expect(load('no', { 'chat_template.jinja': SIMPLE }).encodeProblem('1')).toEqual([256, 49, 257]);
});

test('without a template the problem stands as plain text', () => {
  expect(load().encodeProblem('1').slice(0, 1)).toEqual([49]);
});

test('a problem that is too long is refused with its length', () => {
  expect(() => load(SIMPLE).encodeProblem('x'.repeat(MAX_PROBLEM_CHARS + 1))).toThrow(/20001 characters; the limit is 20000/);
});

describe('a hostile template is refused', () => {
  const show = '{{ messages[0].content }}';
  test.each<[string, string, RegExp]>([
    [
      'a long loop',
      `{% for i in range(60000) %}{% for j in range(60000) %}{{ j }}{% endfor %}{% endfor %}${show}`,
      /steps|longer/,
    ],
    ['a huge range', `{% for i in range(1000000000000) %}{% endfor %}${show}`, /range\(\)/],
    ['an endless range', `{% for i in range(0, 1, 0) %}{% endfor %}${show}`, /range\(\)/],
    [
      'doubling',
      `{% set ns = namespace(s='ab') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}${show}`,
      /longer than/,
    ],
    ['endless recursion', `{% macro f(g) %}{{ g(g) }}{% endmacro %}{{ f(f) }}${show}`, /steps|stack/],
    ['no problem shown', 'hello', /exactly once/],
    ['the problem shown twice', show + show, /exactly once/],
    ['a syntax error', '{% for %}', /fails/],
    ['an enormous text', ' '.repeat(70_000), /70000 characters/],
    ['its own refusal', "{{ raise_exception('roles!') }}", /roles!/],
  ])('%s', (_, template, message) => {
    expect(() => load(template)).toThrow(
      expect.objectContaining({ kind: 'model-unsupported', message: expect.stringMatching(message) }),
    );
  });
});
