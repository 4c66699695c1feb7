/** Answers that are times of day or spans: "11:53", "2:55 PM", "83 days, 10:48:00". Knows no time zones and no dates. */

interface Time {
  readonly seconds: number;
  /** AM or PM is said: then the hour is one of the day. */
  readonly half: boolean;
  /** Written so that it cannot be a ratio or a number. */
  readonly certain: boolean;
}

const CLOCK = /^(\d{1,3}):(\d{2})(?::(\d{2}(?:\.\d{1,6})?))?(?:([ap])\.?m\.?)?$/;
const DAYS = /^(\d{1,6})days?(?:,|and)?/;

/** Two answers as canonical LaTeX. null when they are not both times, or it is not certain that one of them is. */
export function sameTime(a: string, b: string): boolean | 'undecided' | null {
  const days = sameDays(a, b) ?? sameDays(b, a);
  if (days !== null) return days;
  const [left, right] = [readTime(a), readTime(b)];
  if (left === null || right === null || !(left.certain || right.certain)) return null;
  if (Math.abs(left.seconds - right.seconds) < 1e-6) return true;
  // "2:55" may be meant in the afternoon.
  const halfApart = Math.abs(Math.abs(left.seconds - right.seconds) - 43_200) < 1e-6;
  return left.half !== right.half && halfApart ? 'undecided' : false;
}

/** "90 days" and the bare number: a unit left out is taken as meant. */
function sameDays(a: string, b: string): boolean | null {
  const days = /^\\text\{(\d{1,6}) days?\}$/.exec(a)?.[1];
  return days === undefined || !/^\d{1,6}$/.test(b) ? null : Number(days) === Number(b);
}

function readTime(latex: string): Time | null {
  if (latex.length > 64) return null;
  const text = latex
    .replaceAll('\\text', '')
    .replace(/[{}\s~]/g, '')
    .toLowerCase();
  const days = DAYS.exec(text);
  const rest = days === null ? text : text.slice(days[0].length);
  const clock = CLOCK.exec(rest);
  if (clock === null && (days === null || rest !== '')) return null;
  const [, hours = '0', minutes = '0', seconds = '0', half] = clock ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return {
    seconds: Number(days?.[1] ?? 0) * 86_400 + hour * 3600 + Number(minutes) * 60 + Number(seconds),
    half: half !== undefined,
    certain: days !== null || half !== undefined || latex.includes('\\text') || clock?.[3] !== undefined,
  };
}
