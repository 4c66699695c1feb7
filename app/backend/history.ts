/** Every solve and the settings, kept in SQLite. Knows records, not who runs them. */
import type { DatabaseSync } from 'node:sqlite';
import type { z } from 'zod';
import { type HistoryEntry, type Settings, settingsSchema } from '#app/protocol/calls.ts';
import type { ExchangedSolve, SolveMarks } from '#app/protocol/exchange.ts';
import { type SampleRecord, type SolveRecord, sampleSchema, solveSchema } from '#app/protocol/solve.ts';
import { searchClause, searchText } from './history-search.ts';
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
    this.#transaction(() => this.#write(record, samples));
  }

  /** Writes whole records with what the learner added to them: all of them or, when one fails, none. */
  saveAll(entries: readonly ExchangedSolve[]): void {
    this.#transaction(() => {
      for (const { solve, ...marks } of entries) {
        this.#write(solve, solve.samples.keys());
        this.mark(solve.id, marks);
      }
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

  /** Favourites first, then the newest; every word of `query` occurs in the name, problem or answer, letter case aside. */
  list(query: string, limit: number, topic: string | null = null): HistoryEntry[] {
    const { sql, parameters } = searchClause(query);
    const rows = this.#db
      .prepare(
        `SELECT title, favourite, topic, body FROM solves WHERE deleted_at IS NULL AND ${sql} AND (? IS NULL OR topic = ?)
         ORDER BY favourite DESC, created_at DESC, rowid DESC LIMIT ?`,
      )
      .all(...parameters, topic, topic, limit);
    return rows.flatMap(({ title, favourite, topic: about, body }) => {
      const head = readHead(String(body));
      if (head === null) return [];
      const { id, problem, tally, createdAt, status } = head;
      const answer = tally.votes.at(0)?.answer ?? null;
      return [
        {
          id,
          problem,
          answer,
          createdAt,
          status,
          title: readTitle(title),
          favourite: favourite === 1,
          topic: about ? String(about) : null,
        },
      ];
    });
  }

  /** The most frequent first. */
  topics(): { topic: string; count: number }[] {
    const rows = this.#db
      .prepare(
        `SELECT topic, count(*) AS count FROM solves WHERE deleted_at IS NULL AND topic <> ''
         GROUP BY topic ORDER BY count DESC, topic`,
      )
      .all();
    return rows.map(({ topic, count }) => ({ topic: String(topic), count: Number(count) }));
  }

  /** Solves that have not been sorted by topic, the newest first. */
  unsorted(limit: number): { id: string; problem: string }[] {
    const rows = this.#db
      .prepare('SELECT id, body FROM solves WHERE topic IS NULL AND deleted_at IS NULL ORDER BY created_at DESC LIMIT ?')
      .all(limit);
    return rows.map(({ id, body }) => ({ id: String(id), problem: readHead(String(body))?.problem ?? '' }));
  }

  /** '' when it resembles no topic. */
  setTopic(id: string, topic: string): void {
    this.#db.prepare('UPDATE solves SET topic = ? WHERE id = ?').run(topic, id);
  }

  /** Deletes every solve, all practice and the settings, for good. */
  erase(): void {
    this.#transaction(() => {
      for (const table of ['solves', 'practice_attempts', 'practice_cards', 'practice_session', 'settings'])
        this.#db.exec(`DELETE FROM ${table}`);
    });
  }

  /** Names and marks of a record, as they travel with it; null when there is no such record. */
  marks(id: string): SolveMarks | null {
    const row = this.#db.prepare('SELECT title, favourite FROM solves WHERE id = ?').get(id);
    return row === undefined ? null : { title: readTitle(row.title), favourite: row.favourite === 1 };
  }

  /** @returns whether there was such a record */
  mark(id: string, { title, favourite }: Partial<SolveMarks>): boolean {
    const kept = this.marks(id);
    if (kept === null) return false;
    const name = title === undefined ? kept.title : title === null ? null : searchText(title);
    this.#db
      .prepare('UPDATE solves SET title = ?, favourite = ? WHERE id = ?')
      .run(name, Number(favourite ?? kept.favourite), id);
    return true;
  }

  /** Ids of all records that are not deleted, in the order of their ids, from after one of them. */
  idsAfter(id: string, limit: number): string[] {
    const rows = this.#db.prepare('SELECT id FROM solves WHERE deleted_at IS NULL AND id > ? ORDER BY id LIMIT ?').all(id, limit);
    return rows.map((row) => String(row.id));
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

  #write(record: SolveRecord, samples: Iterable<number>): void {
    const { samples: all, ...head } = record;
    this.#db
      .prepare(
        `INSERT INTO solves (id, created_at, status, search, body) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET status = excluded.status, search = excluded.search, body = excluded.body`,
      )
      .run(record.id, record.createdAt, record.status, searchedText(record), JSON.stringify(head));
    const write = this.#db.prepare('INSERT OR REPLACE INTO samples (solve, at, body) VALUES (?, ?, ?)');
    for (const at of samples) write.run(record.id, at, JSON.stringify(all[at]));
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

/** The problem and every way its answers were written. */
function searchedText({ problem, tally }: SolveRecord): string {
  return searchText([problem, ...tally.votes.flatMap(({ variants }) => variants)].join('\n'));
}

function readTitle(title: unknown): string | null {
  return title === null || title === undefined ? null : String(title);
}
