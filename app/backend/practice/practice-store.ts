/** What was practised and what is to come back, kept in the history database. Knows no problems. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { exerciseSchema, practiceChoiceSchema } from '#app/protocol/practice.ts';
import { type Card, LONGEST_REST_MS } from '#tutor/practice/schedule.ts';

/** What a reload brings back. */
export const sessionSchema = z.strictObject({ choice: practiceChoiceSchema, exercise: exerciseSchema.nullable() });
export type PracticeSession = z.infer<typeof sessionSchema>;

export interface Attempt {
  readonly family: string;
  readonly level: number;
  readonly seed: number;
  /** Right with the first answer. */
  readonly right: boolean;
  readonly at: number;
}

export interface StoredCard extends Card {
  readonly family: string;
  readonly level: number;
  /** Makes the problem that went wrong. */
  readonly seed: number;
}

export interface FamilyProgress {
  readonly attempts: number;
  readonly rightFirst: number;
}

export class PracticeStore {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** null when there is none, or none that this version can read. */
  session(): PracticeSession | null {
    const row = this.#db.prepare('SELECT body FROM practice_session WHERE id = 1').get();
    return row === undefined ? null : (sessionSchema.safeParse(JSON.parse(String(row.body))).data ?? null);
  }

  saveSession(session: PracticeSession): void {
    this.#db.prepare('INSERT OR REPLACE INTO practice_session (id, body) VALUES (1, ?)').run(JSON.stringify(session));
  }

  /** Writes a first answer, its card and the session as one: a crash keeps all or none. */
  record(attempt: Attempt, card: Card | null, session: PracticeSession): void {
    const { family, level, seed, right, at } = attempt;
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      this.#db
        .prepare('INSERT INTO practice_attempts (family, level, seed, right_first, at) VALUES (?, ?, ?, ?, ?)')
        .run(family, level, seed, right ? 1 : 0, at);
      if (card === null) this.#db.prepare('DELETE FROM practice_cards WHERE family = ? AND level = ?').run(family, level);
      else this.#saveCard({ ...card, family, level, seed: right ? (this.card(family, level)?.seed ?? seed) : seed });
      this.saveSession(session);
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  card(family: string, level: number): StoredCard | null {
    const row = this.#db.prepare(`${SELECT_CARDS} WHERE family = ? AND level = ?`).get(family, level);
    return row === undefined ? null : readCard(row);
  }

  /** Longest due first. */
  dueCards(now: number): StoredCard[] {
    // Those due too late come from a clock that was ahead: they would never come back.
    const due = this.#db.prepare(`${SELECT_CARDS} WHERE due <= ? OR due > ? ORDER BY due`);
    return due.all(now, now + LONGEST_REST_MS).map(readCard);
  }

  progress(): Map<string, FamilyProgress> {
    const rows = this.#db
      .prepare('SELECT family, count(*) AS attempts, sum(right_first) AS right_first FROM practice_attempts GROUP BY family')
      .all();
    return new Map(
      rows.map((row) => [String(row.family), { attempts: Number(row.attempts), rightFirst: Number(row.right_first) }]),
    );
  }

  #saveCard({ family, level, seed, box, due }: StoredCard): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO practice_cards (family, level, seed, box, due) VALUES (?, ?, ?, ?, ?)')
      .run(family, level, seed, box, due);
  }
}

const SELECT_CARDS = 'SELECT family, level, seed, box, due FROM practice_cards';

function readCard(row: Record<string, unknown>): StoredCard {
  const { family, level, seed, box, due } = row;
  return { family: String(family), level: Number(level), seed: Number(seed), box: Number(box), due: Number(due) };
}
