/** Test support: makes small model folders in the system's temporary folder. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-model-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A safetensors file with this header (an object, or text as it stands) and data. */
export function safetensors(header: object | string, data: Uint8Array | number, headerLength?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const body = typeof data === 'number' ? new Uint8Array(data) : data;
  const file = new Uint8Array(8 + text.length + body.length);
  new DataView(file.buffer).setBigUint64(0, headerLength ?? BigInt(text.length), true);
  file.set(text, 8);
  file.set(body, 8 + text.length);
  return file;
}

/** F32 tensors of the given shapes, all zero. */
export function zeroTensors(shapes: Iterable<readonly [string, readonly number[]]>): Uint8Array {
  const header: Record<string, object> = {};
  let end = 0;
  for (const [name, shape] of shapes) {
    const begin = end;
    end += 4 * shape.reduce((a, b) => a * b, 1);
    header[name] = { dtype: 'F32', shape, data_offsets: [begin, end] };
  }
  return safetensors(header, end);
}

/** GPT-2's table from bytes to printable characters, as byte-level tokenizers spell them. */
function byteCharacters(): string[] {
  let spare = 256;
  const isPrintable = (byte: number) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte !== 173);
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(isPrintable(byte) ? byte : spare++));
}

export const SPECIALS = ['<|user|>', '<|assistant|>', '<|end|>'] as const;

/** A byte-level tokenizer: ids 0 to 255 are bytes, then SPECIALS, then the non-special "<think>". */
export function byteTokenizer(): Record<string, unknown> & { model: Record<string, unknown>; added_tokens: object[] } {
  const added = (content: string, i: number, special: boolean) => ({ id: 256 + i, content, special });
  return {
    added_tokens: [...SPECIALS.map((content, i) => added(content, i, true)), added('<think>', SPECIALS.length, false)],
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: ' ?[A-Za-z]+|[0-9]|[^A-Za-z0-9]+' }, behavior: 'Isolated', invert: false },
        { type: 'ByteLevel', add_prefix_space: false, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: {
      type: 'BPE',
      // Control tokens may stand in the vocabulary too, as Hugging Face writes them for trained specials.
      vocab: Object.fromEntries([...byteCharacters(), ...SPECIALS].map((token, id) => [token, id])),
      merges: [],
    },
  };
}
export const BYTE_VOCAB = 260;
