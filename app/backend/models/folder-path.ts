/** A folder as learners type or paste it: in quotes, from the home folder, or as a file manager's address. */
import { homedir } from 'node:os';
import { isAbsolute, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @returns the whole path; null when it is not one */
export function readFolderPath(typed: string, home = homedir()): string | null {
  const text = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
  const path = text.startsWith('file:') ? fromAddress(text) : text === '~' ? home : text.replace(/^~(?=[/\\])/, home);
  return path !== null && isAbsolute(path) && !path.includes('\0') ? join(normalize(path), '.') : null;
}

function fromAddress(text: string): string | null {
  try {
    return fileURLToPath(text);
  } catch {
    return null;
  }
}
