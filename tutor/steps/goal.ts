/** Splits a step's text into its goal ("Divide by $3$") and the rest, at the colon that leads to the maths. */

/** A goal is a short phrase: a longer text before a colon is prose. */
const MAX_GOAL = 160;

export function splitGoal(text: string): { goal: string; body: string } {
  const whole = { goal: '', body: text };
  const lineEnd = text.indexOf('\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const colon = lastLeadColon(line) >= 0 ? lastLeadColon(line) : leadColon(line);
  if (colon < 0 || colon > MAX_GOAL) return whole;
  const goal = text.slice(0, colon).replaceAll('**', '').trim();
  const body = trimBold(text.slice(colon + 1));
  return goal === '' || body === '' ? whole : { goal, body };
}

/** The last colon outside maths after which the line is maths: "a: $b$"; -1 when there is none. */
export function lastLeadColon(line: string): number {
  let found = -1;
  for (const at of colons(line)) {
    if (line.startsWith('$', skipSpace(line, at + 1))) found = at;
  }
  return found;
}

/** The first colon outside maths that ends a phrase, or the line. */
function leadColon(line: string): number {
  for (const at of colons(line)) {
    if (at + 1 === line.length || line[at + 1] === ' ' || line.startsWith('**', at + 1)) return at;
  }
  return -1;
}

function* colons(line: string): Generator<number> {
  let inMaths = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '$') inMaths = !inMaths;
    else if (line[at] === ':' && !inMaths) yield at;
  }
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}

/** "**Step:** text": the stars that closed the goal. */
function trimBold(text: string): string {
  const body = text.trim();
  return body.startsWith('**') ? body.slice(2).trim() : body;
}
