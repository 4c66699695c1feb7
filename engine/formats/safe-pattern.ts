/**
 * Judges whether a regular expression from an untrusted file can be run on a learner's text without hanging. Backtracking
 * costs more than the square of the text's length only where unbounded repetitions nest or follow each other.
 */

/** The longest pattern of a known tokenizer has 348 characters. */
const MAX_PATTERN_CHARS = 1024;

/** Patterns with two repetitions in a row whose classes do not overlap, from well-known tokenizers. */
const KNOWN_PATTERNS = new Set([
  // Llama 3
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
  // Qwen 2
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
]);

/** Known, or: no alternative repeats without bound twice, no group is repeated, and nothing refers back. */
export function isSafePattern(pattern: string): boolean {
  if (KNOWN_PATTERNS.has(pattern)) return true;
  if (pattern.length > MAX_PATTERN_CHARS) return false;
  const bare = pattern.replace(/\\[^0-9k]/g, 'e').replace(/\[[^\]]*\]/g, 'c');
  const hasBackReference = bare.includes('\\');
  const repeatsGroup = /\)(?:[*+]|\{)/.test(bare);
  const hasLargeCount = /\{\d*,?\d{3,}\}/.test(bare);
  const alternatives = bare.split('|');
  const repeatsTwice = alternatives.some((alternative) => (alternative.match(/[*+]|\{\d*,\}/g) ?? []).length > 1);
  return !hasBackReference && !repeatsGroup && !hasLargeCount && !repeatsTwice;
}
