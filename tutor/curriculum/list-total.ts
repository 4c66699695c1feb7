/** Adding up a list in front of the learner, as statistics and word problems do. */
import { signedTotal } from './signed-sum.ts';

/** "Add the numbers: 3 + 5 + 7 = 15" with its scratch lines. */
export function totalLines(values: readonly number[], label: string): { steps: string[]; total: number } {
  const total = values.reduce((a, b) => a + b, 0);
  const written = values.map((value, index) => (index > 0 && value < 0 ? `(${value})` : String(value))).join(' + ');
  const scratch = values.length > 2 ? signedTotal(values) : [];
  return { steps: [...scratch, `${label}: $${written} = ${total}$`], total };
}
