/** Encodes texts as the engine does, for test_tokenizer.py: `node encode-texts.ts FOLDER < texts.json > ids.json`. */
import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';

const folder = process.argv[2] ?? '.';
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
const tokenizer = new Tokenizer(read('tokenizer.json'), read('tokenizer_config.json'));
const texts: string[] = JSON.parse(readFileSync(0, 'utf8'));
const results = texts.map((text) => {
  const ids = tokenizer.encode(text, { add_special_tokens: false }).ids;
  return { ids, decoded: tokenizer.decode(ids, { skip_special_tokens: false, clean_up_tokenization_spaces: false }) };
});
process.stdout.write(JSON.stringify(results));
