/** Turns what a learner types into a search box into SQL. Every word must occur, in any order, anywhere in a word. */

/** The index knows three letters in a row; shorter words are compared with each row that is left. */
const INDEXED_LENGTH = 3;

export interface SearchClause {
  /** For WHERE, on the table `solves`. */
  readonly sql: string;
  readonly parameters: readonly string[];
}

export function searchClause(query: string): SearchClause {
  const words = [...new Set(searchText(query).split(/\s+/).filter(Boolean))];
  const indexed = words.filter((word) => [...word].length >= INDEXED_LENGTH);
  const short = words.filter((word) => !indexed.includes(word));
  const conditions = short.map(() => `coalesce(title, '') || ' ' || search LIKE ? ESCAPE '\\'`);
  const parameters = short.map(like);
  if (indexed.length > 0) {
    conditions.push('rowid IN (SELECT rowid FROM solve_words WHERE solve_words MATCH ?)');
    parameters.push(indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '));
  }
  return { sql: conditions.length === 0 ? 'TRUE' : conditions.join(' AND '), parameters };
}

/** SQLite's text functions stop at NUL and know no lone surrogates. */
export function searchText(text: string): string {
  return text.replaceAll('\0', ' ').toWellFormed();
}

function like(word: string): string {
  return `%${word.replace(/[\\%_]/g, (char) => `\\${char}`)}%`;
}
