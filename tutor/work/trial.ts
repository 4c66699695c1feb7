/** A checker's note turned into something to try: "try x = 2: the two sides give 20 and 22". Knows the forms of the notes. */

const DIFFER = /^these differ at (.+): (.+) and (.+)$/;
const SATISFIES = /^(.+) satisfies this line but not (the problem|the line before)$/;

export function trialOf(note: string): string {
  const differ = DIFFER.exec(note);
  if (differ !== null) return `try ${differ[1]}: one side is ${differ[2]}, the other ${differ[3]}`;
  const satisfies = SATISFIES.exec(note);
  if (satisfies !== null) return `try ${satisfies[1]}: it satisfies this line but not ${satisfies[2]}`;
  return note;
}
