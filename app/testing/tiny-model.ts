/** A real but untrained model of 37 thousand parameters with a tokenizer, for tests of everything around the engine. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURE = fileURLToPath(new URL('../../engine/model/fixtures/tied-f32', import.meta.url));
const SPECIALS = ['<|user|>', '<|end|>', '<|assistant|>'];
const CHARACTERS = '0123456789+-=$xyz{}.,:abcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVW/*^';
/** Of the fixture. */
const VOCABULARY = 72;

/** @returns a new folder with the checkpoint */
export function makeTinyModel(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'quorum-model-')), 'tiny');
  cpSync(FIXTURE, folder, { recursive: true });
  const tokens = [...SPECIALS, ...CHARACTERS].slice(0, VOCABULARY);
  const tokenizer = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIALS.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
    model: { type: 'BPE', dropout: null, vocab: Object.fromEntries(tokens.map((token, id) => [token, id])), merges: [] },
  };
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
  const template = "{% for message in messages %}<|user|>{{ message['content'] }}<|assistant|>{% endfor %}";
  writeFileSync(join(folder, 'tokenizer_config.json'), JSON.stringify({ eos_token: '<|end|>', chat_template: template }));
  return folder;
}
