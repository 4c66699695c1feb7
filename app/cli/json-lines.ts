/** Files of one JSON object a line, checked row by row. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** @throws Error naming the file, line and field at fault */
export function readJsonLines<T>(file: string, schema: z.ZodType<T>): T[] {
  const rows: T[] = [];
  for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    rows.push(readRow(`${file}, line ${i + 1}`, line, schema));
  }
  return rows;
}

function readRow<T>(where: string, line: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`${where} is not JSON. Write one JSON object a line.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  throw new Error(`${where}: ${path.join('.')}: ${message}. Correct the row.`);
}
