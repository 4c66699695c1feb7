/** Every solve and the settings, kept in SQLite. Knows records, not who runs them. */
import type { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import { type HistoryEntry, type Settings, settingsSchema } from '#app/protocol/calls.ts';
import { type SampleRecord, type SolveRecord, sampleSchema, solveSchema } from '#app/protocol/solve.ts';
import { openHistory } from './open-history.ts';
import { PracticeStore } from './practice/practice-store.ts';

/** A record without its samples, which have rows of their own: streaming rewrites only those that changed. */
const headSchema = solveSchema.omit({ samples: true });

export class History {
  readonly readOnly: string | null;
  readonly notice: string | null;
  readonly practice: PracticeStore;
  readonly #db: DatabaseSync;
  readonly #lock: DatabaseSync | null;

  /** @param folder the data folder; made when it is not there */
  constructor(folder: string) {
    const { db, lock, readOnly, notice } = openHistory(folder);
    this.#db = db;
    this.#lock = lock;
    this.practice = new PracticeStore(db);
    this.readOnly = readOnly;
    this.notice = notice;
  }

  /** Writes the record and those of its samples that are named, as one transaction; on return it is on disk. */
  save(record: SolveRecord, samples: Iterable<number>): void {
    const { samples: all, ...head } = record;
    this.#transaction(() => {
      this.#db
        .prepare(
          `INSERT INTO solves (id, created_at, status, search, body) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET status = excluded.status, body = excluded.body`,
        )
        .run(record.id, record.createdAt, record.status, searchText(record.problem), JSON.stringify(head));
      const write = this.#db.prepare('INSERT OR REPLACE INTO samples (solve, at, body) VALUES (?, ?, ?)');
      for (const at of samples) write.run(record.id, at, JSON.stringify(all[at]));
    });
  }

  /** @returns the record, also a deleted one; null when there is none that can be read */
  open(id: string): SolveRecord | null {
    const row = this.#db.prepare('SELECT body FROM solves WHERE id = ?').get(id);
    const head = row === undefined ? null : readHead(String(row.body));
    if (head === null) return null;
    const samples = this.#db.prepare('SELECT body FROM samples WHERE solve = ? ORDER BY at').all(id);
    return { ...head, samples: samples.map(({ body }) => readSample(String(body))) };
  }

  /** Newest first; `query` is looked for anywhere in the problem, letter case aside. */
  list(query: string, limit: number): HistoryEntry[] {
    const rows = this.#db
      .prepare(
        `SELECT body FROM solves WHERE deleted_at IS NULL AND search LIKE ? ESCAPE '\\'
         ORDER BY created_at DESC, rowid DESC LIMIT ?`,
      )
      .all(`%${escapeLike(searchText(query.trim()))}%`, limit);
    return rows
      .map(({ body }) => readHead(String(body)))
      .filter((head) => head !== null)
      .map(({ id, problem, tally, createdAt, status }) => {
        return { id, problem, answer: tally.votes.at(0)?.answer ?? null, createdAt, status };
      });
  }

  /** @returns whether there was such a record */
  delete(id: string): boolean {
    return this.#db.prepare('UPDATE solves SET deleted_at = ? WHERE id = ?').run(Date.now(), id).changes > 0;
  }

  /** @returns whether there was such a record */
  restore(id: string): boolean {
    return this.#db.prepare('UPDATE solves SET deleted_at = NULL WHERE id = ?').run(id).changes > 0;
  }

  /** Ids of the records with a status, oldest first. */
  withStatus(status: SolveRecord['status']): string[] {
    const rows = this.#db.prepare('SELECT id FROM solves WHERE status = ? ORDER BY created_at, rowid').all(status);
    return rows.map(({ id }) => String(id));
  }

  settings(): Settings {
    const row = this.#db.prepare('SELECT body FROM settings WHERE id = 1').get();
    const stored = settingsSchema.safeParse(JSON.parse(String(row?.body ?? '{}')));
    return stored.success ? stored.data : settingsSchema.parse({});
  }

  saveSettings(settings: Settings): void {
    this.#db.prepare('INSERT OR REPLACE INTO settings (id, body) VALUES (1, ?)').run(JSON.stringify(settings));
  }

  close(): void {
    this.#db.close();
    this.#lock?.close();
  }

  #transaction(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      // A full disk may have rolled back already.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}

/** One record that this version cannot read must not hide the others. */
function readHead(body: string): z.infer<typeof headSchema> | null {
  return headSchema.safeParse(JSON.parse(body)).data ?? null;
}

function readSample(body: string): SampleRecord {
  return sampleSchema.parse(JSON.parse(body));
}

/** SQLite's text functions stop at NUL and know no lone surrogates. */
function searchText(problem: string): string {
  return problem.replaceAll('\0', ' ').toWellFormed();
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (char) => `\\${char}`);
}
