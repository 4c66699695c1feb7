/** Gives whole solves out of the history, a few at a time, and takes a file of them in, piece by piece. */
import { randomUUID } from 'node:crypto';
import { CallError, type CallResult } from '#app/protocol/calls.ts';
import { type ExchangeFault, MAX_IMPORT_LENGTH, readExchange } from '#app/protocol/exchange.ts';
import type { History } from './history.ts';

/** Solves in one answer: a few megabytes at most. */
const EXPORT_PAGE = 20;

export class HistoryExchange {
  readonly #history: History;
  /** The one file on its way; another that begins takes its place. */
  #upload: { readonly name: string; text: string } | null = null;

  constructor(history: History) {
    this.#history = history;
  }

  export(after: string | null): CallResult<'history.export'> {
    const ids = this.#history.idsAfter(after ?? '', EXPORT_PAGE);
    const solves = ids.flatMap((id) => {
      const solve = this.#history.open(id);
      const marks = this.#history.marks(id);
      return solve === null || marks === null ? [] : [{ ...marks, solve }];
    });
    return { solves, next: ids.length < EXPORT_PAGE ? null : (ids.at(-1) ?? null) };
  }

  /**
   * @returns the ids of the solves kept, after the last piece; before it none
   * @throws CallError `import-too-large`, `import-not-json`, `import-foreign`, `import-newer`, `import-invalid`
   */
  import(name: string, piece: string, last: boolean): CallResult<'history.import'> {
    const upload = this.#upload?.name === name ? this.#upload : { name, text: '' };
    upload.text += piece;
    this.#upload = last || upload.text.length > MAX_IMPORT_LENGTH ? null : upload;
    if (this.#upload !== null) return { imported: [] };
    const read = readExchange(upload.text);
    if ('fault' in read) throw refusal(read.fault);
    const taken = new Set<string>();
    const entries = read.solves.map((entry) => {
      const id = taken.has(entry.solve.id) ? randomUUID() : this.#freeId(entry.solve.id);
      taken.add(id);
      return { ...entry, solve: { ...entry.solve, id } };
    });
    this.#history.saveAll(entries);
    return { imported: [...taken] };
  }

  #freeId(wanted: string): string {
    return this.#history.marks(wanted) === null ? wanted : randomUUID();
  }
}

function refusal(fault: ExchangeFault): CallError {
  switch (fault.kind) {
    case 'import-too-large':
      return new CallError({
        kind: fault.kind,
        message: `The file has more than ${MAX_IMPORT_LENGTH} characters. Export it in parts and import those.`,
        data: { length: fault.length, limit: MAX_IMPORT_LENGTH },
      });
    case 'import-not-json':
      return new CallError({ kind: fault.kind, message: 'The file is not JSON. Choose a file that Quorum exported.', data: {} });
    case 'import-foreign':
      return new CallError({ kind: fault.kind, message: 'The file holds no solves. Choose one that Quorum exported.', data: {} });
    case 'import-newer':
      return new CallError({ kind: fault.kind, message: 'A newer Quorum wrote the file. Update this one.', data: {} });
    case 'import-invalid':
      return new CallError({
        kind: fault.kind,
        message: `The file is damaged at ${fault.at}: ${fault.why}. Nothing was imported; export it again.`,
        data: { at: fault.at },
      });
  }
}
