/** What a disk refuses, told by SQLite or by the file system, with the remedy. Knows codes, not what was being written. */

export type StorageFailureKind = 'disk-full' | 'not-writable' | 'data-busy' | 'data-damaged' | 'disk-error';

export interface StorageFailure {
  readonly kind: StorageFailureKind;
  /** What is the matter, without a full stop. */
  readonly matter: string;
  /** A whole sentence. */
  readonly remedy: string;
}

const FAILURES: Readonly<Record<StorageFailureKind, Omit<StorageFailure, 'kind'>>> = {
  'disk-full': { matter: 'the disk is full', remedy: 'Free some disk space and try again.' },
  'not-writable': { matter: 'the data folder cannot be written', remedy: 'Make it writable.' },
  'data-busy': { matter: 'another program holds the history file', remedy: 'Close it and try again.' },
  'data-damaged': {
    matter: 'the history file is damaged',
    remedy: 'Restart Quorum: it sets the file aside, deletes nothing and begins a new one.',
  },
  'disk-error': { matter: 'the disk reports an error', remedy: 'Check the disk, then try again.' },
};

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE: Readonly<Record<number, StorageFailureKind>> = {
  5: 'data-busy',
  6: 'data-busy',
  8: 'not-writable',
  10: 'disk-error',
  11: 'data-damaged',
  13: 'disk-full',
  14: 'not-writable',
  26: 'data-damaged',
};

const SYSTEM: Readonly<Record<string, StorageFailureKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'not-writable',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EIO: 'disk-error',
};

/** null: the error is of another kind. */
export function storageFailureOf(error: unknown): StorageFailure | null {
  if (!(error instanceof Error)) return null;
  const kind =
    'errcode' in error ? SQLITE[Number(error.errcode) & 0xff] : 'code' in error ? SYSTEM[String(error.code)] : undefined;
  return kind === undefined ? null : { kind, ...FAILURES[kind] };
}
