/**
 * A model's chat template around a learner's problem. The template is a program from an untrusted file: it runs under a
 * step budget, once, on a placeholder; the problem's text is put in afterwards, as plain text.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Environment, Interpreter, parse, tokenize } from '@huggingface/jinja';
import { EngineError } from '../errors.ts';
import { damaged, isObject, readJsonObject, readWhole } from './model-file.ts';
import type { Json, JsonObject } from './strict-json.ts';
import type { Tokenizer } from './tokenizer.ts';

const CONFIG_FILE = 'tokenizer_config.json';
const TEMPLATE_FILE = 'chat_template.jinja';
/** Configurations that list hundreds of added tokens reach 200 kB. */
const MAX_CONFIG_BYTES = 4 * 2 ** 20;
/** Templates with tool calls reach 15,000 characters. */
const MAX_TEMPLATE_CHARS = 65_536;
/** Evaluated expressions and statements; a long real template takes some hundreds for one message. */
const MAX_STEPS = 20_000;
/** Strings and lists made on the way: stops doubling (`s ~ s`), which a step count alone allows. */
const MAX_VALUE_LENGTH = 65_536;
/** Private-use characters: no template contains them, no filter changes them. */
const PLACEHOLDER = '\uE000\uE001\uE002';

/** A problem in the model's chat form, as tokens. */
export type ProblemEncoder = (problem: string) => number[];

export interface ChatForm {
  readonly encodeProblem: ProblemEncoder;
  /** The token of tokenizer_config.json's eos_token, which ends an answer beside those of the model's configuration. */
  readonly eosToken: number | undefined;
}

/** Longer problems are refused: no exercise is, and a tokenizer's patterns may take quadratic time. */
export const MAX_PROBLEM_CHARS = 20_000;

/** @throws EngineError('model-unsupported' | 'model-damaged') naming the template's file. */
export function loadChatForm(modelDir: string, tokenizer: Tokenizer): ChatForm {
  const config: JsonObject = existsSync(join(modelDir, CONFIG_FILE))
    ? readJsonObject(modelDir, CONFIG_FILE, MAX_CONFIG_BYTES)
    : {};
  const eosContent = tokenText(config.eos_token);
  const rendered = render(findTemplate(modelDir, config), { bos_token: tokenText(config.bos_token), eos_token: eosContent });
  const [before, after, ...more] = rendered.split(PLACEHOLDER);
  if (after === undefined || more.length > 0) throw unsupported('does not show the problem exactly once');
  const head = tokenizer.encodeMarkup(before);
  const tail = tokenizer.encodeMarkup(after);
  return {
    encodeProblem: (problem) => [...head, ...tokenizer.encodeText(checked(problem)), ...tail],
    eosToken: tokenizer.controlToken(eosContent),
  };
}

function checked(problem: string): string {
  if (problem.length > MAX_PROBLEM_CHARS) {
    throw new EngineError(
      'invalid-request',
      `The problem has ${problem.length} characters; the limit is ${MAX_PROBLEM_CHARS}. Shorten it.`,
      { length: problem.length, limit: MAX_PROBLEM_CHARS },
    );
  }
  return problem.trim();
}

/** A model without a template continues plain text: the problem on a line of its own. */
function findTemplate(modelDir: string, config: JsonObject): string {
  if (existsSync(join(modelDir, TEMPLATE_FILE))) {
    return new TextDecoder().decode(readWhole(modelDir, TEMPLATE_FILE, 4 * MAX_TEMPLATE_CHARS));
  }
  const stored = config.chat_template ?? '{{ bos_token }}{{ messages[0].content }}\n\n';
  if (typeof stored === 'string') return stored;
  const named = Array.isArray(stored) ? stored.filter(isObject).find(({ name }) => name === 'default')?.template : undefined;
  if (typeof named !== 'string') throw damaged(CONFIG_FILE, 'has a chat_template that is neither text nor a list with a default');
  return named;
}

/** An entry of tokenizer_config.json: the token's text, or an object that holds it. */
function tokenText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.content === 'string' ? value.content : '';
}

function render(template: string, tokens: Readonly<Record<string, string>>): string {
  if (template.length > MAX_TEMPLATE_CHARS)
    throw unsupported(`has ${template.length} characters, more than ${MAX_TEMPLATE_CHARS}`);
  try {
    const program = parse(tokenize(template, { lstrip_blocks: true, trim_blocks: true }));
    const variables = { ...globals, ...tokens, messages: [{ role: 'user', content: PLACEHOLDER }], add_generation_prompt: true };
    const environment = new Environment();
    for (const [name, value] of Object.entries(variables)) environment.set(name, value);
    return String(new BoundedInterpreter(environment).run(program).value);
  } catch (error) {
    throw unsupported(`fails: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown error'}`);
  }
}

/** Jinja's globals, of which `range` is bounded: its list is built before any step is counted. */
const globals = {
  true: true,
  false: false,
  none: null,
  True: true,
  False: false,
  None: null,
  tools: null,
  range(start: number, stop?: number, step = 1): number[] {
    const [from, to] = stop === undefined ? [0, start] : [start, stop];
    const length = Math.max(0, Math.ceil((to - from) / step));
    if (!(length <= MAX_VALUE_LENGTH)) throw new Error(`range() makes a list longer than ${MAX_VALUE_LENGTH}`);
    return Array.from({ length }, (_, i) => from + i * step);
  },
  raise_exception(message: string): never {
    throw new Error(message);
  },
  /** A prompt must not change from day to day: the same problem gives the same samples. */
  strftime_now: (): string => '1 January 2025',
};

/** What is used of the package's interpreter, whose own types do not resolve here. */
interface JinjaInterpreter {
  run(program: unknown): { readonly value: unknown };
  evaluate(statement: unknown, environment: unknown): { readonly value: unknown };
}
const BaseInterpreter: new (environment: unknown) => JinjaInterpreter = Interpreter;

class BoundedInterpreter extends BaseInterpreter {
  #steps = 0;

  override evaluate(statement: unknown, environment: unknown): { readonly value: unknown } {
    if (++this.#steps > MAX_STEPS) throw new Error(`takes more than ${MAX_STEPS} steps`);
    const result = super.evaluate(statement, environment);
    const { value } = result;
    const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
    if (length > MAX_VALUE_LENGTH) throw new Error(`makes a value longer than ${MAX_VALUE_LENGTH}`);
    return result;
  }
}

function unsupported(what: string): EngineError {
  return new EngineError('model-unsupported', `The model's chat template ${what}. Choose another model.`, { file: CONFIG_FILE });
}
