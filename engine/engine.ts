/** The engine over one loaded model: joins tokenizer, chat form, scheduler and backend. */
import { continuationOf } from './decode/continuation.ts';
import { Generation } from './decode/generation.ts';
import { Scheduler } from './decode/scheduler.ts';
import { EngineError } from './errors.ts';
import type { ChatForm } from './formats/chat-template.ts';
import type { Tokenizer } from './formats/tokenizer.ts';
import type { Engine, EngineDescription, GenerateRequest } from './index.ts';
import type { Backend } from './model/backend.ts';
import { marksFor } from './model/memory-plan.ts';

export interface EngineParts {
  readonly description: EngineDescription;
  readonly backend: Backend;
  /** Absent for a folder without tokenizer.json, which can still compute logits. */
  readonly text: { readonly tokenizer: Tokenizer; readonly chat: ChatForm } | null;
}

export function createEngine({ description, backend, text }: EngineParts): Engine {
  const scheduler = new Scheduler(backend, description.slots, marksFor(backend.config));
  const stopTokens = new Set(backend.config.eosTokens);
  if (text?.chat.eosToken !== undefined) stopTokens.add(text.chat.eosToken);

  const needText = () => {
    if (text === null) {
      throw new EngineError('model-missing', 'tokenizer.json is missing in the model folder: copy the whole folder again.', {
        file: 'tokenizer.json',
      });
    }
    return text;
  };

  return {
    description,
    async generate(request, sink, signal) {
      checkRequest(request, backend);
      const { tokenizer, chat } = needText();
      const { tokens, join } = continuationOf(request.prefix ?? '', tokenizer, backend.config.vocabSize);
      const prompt = [...chat.encodeProblem(request.problem), ...tokens];
      const generation = new Generation({ request, prompt, join, stopTokens, decoder: tokenizer.decoder, sink, signal });
      scheduler.add(generation);
      return generation.result;
    },
    logits: (tokens, all) =>
      scheduler.exclusive(async (slot) => {
        checkLength(tokens, backend);
        checkVocabulary(tokens, backend);
        backend.reset(slot);
        const runs = all ? tokens.map((token) => [token]) : [tokens];
        const logits: Float32Array[] = [];
        for (const run of runs) {
          await backend.append([{ slot, tokens: run }]);
          logits.push(await backend.logits(slot));
        }
        return logits;
      }),
    encodeProblem: (problem) => needText().chat.encodeProblem(problem),
    async close() {
      await scheduler.idle();
      await backend.close();
    },
  };
}

function checkRequest({ rows, temperature, topP, maxTokens }: GenerateRequest, backend: Backend): void {
  const refuse = (what: string) => new EngineError('invalid-request', `${what}. Correct the request.`);
  if (rows.length === 0) throw refuse('The request asks for no rows');
  if (!(temperature >= 0 && Number.isFinite(temperature)))
    throw refuse(`The temperature ${temperature} is not a number from 0 up`);
  if (!(topP > 0 && topP <= 1)) throw refuse(`The topP ${topP} is not above 0 and at most 1`);
  if (!(Number.isInteger(maxTokens) && maxTokens >= 1))
    throw refuse(`The maxTokens ${maxTokens} is not a whole number from 1 up`);
  for (const { resume = [] } of rows) checkVocabulary(resume, backend);
}

function checkLength({ length }: readonly number[], { contextLength }: Backend): void {
  if (length >= 1 && length <= contextLength) return;
  const kind = length === 0 ? 'invalid-request' : 'context-full';
  throw new EngineError(kind, `${length} tokens cannot be read: give 1 to ${contextLength}.`, { length, contextLength });
}

function checkVocabulary(tokens: readonly number[], { config: { vocabSize } }: Backend): void {
  const foreign = tokens.find((token) => !(Number.isInteger(token) && token >= 0 && token < vocabSize));
  if (foreign === undefined) return;
  throw new EngineError(
    'invalid-request',
    `The token ${foreign} is outside the vocabulary: give ids from 0 to ${vocabSize - 1}.`,
  );
}
