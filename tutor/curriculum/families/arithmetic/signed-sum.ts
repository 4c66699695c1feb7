import { columnDifference, columnSum } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { shortWorked } from '../../short-worked.ts';

/** A number of either sign in units of 10^-places; the last of its places is not zero. */
interface Signed {
  readonly scaled: bigint;
  readonly places: number;
}

/** Sums and differences of long numbers of either sign, whole or decimal. */
export const signedSum: Family = {
  id: 'signed-sum',
  topic: 'arithmetic',
  title: 'Add and subtract long signed numbers',
  levels: ['up to six digits', 'up to twelve digits', 'up to twenty digits'],
  phrasings: [
    '<expr>',
    'Work out <expr>.',
    'What is <expr>?',
    'Calculate <expr>.',
    '{spoken}',
    '{Spoken}.',
    '{spoken} please',
    'Question 3. {Spoken}.',
    'what is <expr>',
    '<expr> = ?',
    'Evaluate <expr>',
    'how do i work out <expr>',
    'a) {Spoken}.',
    'Find <expr>.',
    'compute <expr>',
    'I need help: {spoken}',
    '{Spoken}',
    '{Spoken}?',
    '{code}',
    '{tight}',
    'What is {code}?',
    'Calculate {code}.',
    'Work out {code}.',
    'Evaluate {code}.',
    '{Spoken}? ',
    '{Spoken}. ',
  ],
  make: (rng, level) => shortWorked(() => add(rng, [3 + 4 * rng.next(), 12, 16 + 4 * rng.next()][level - 1])),
};

function add(rng: Rng, entropy: number): Worked {
  const share = Math.max(1, rng.next() * entropy);
  const [a, b] = [draw(rng, share), draw(rng, Math.max(1, entropy - share))];
  const minus = rng.chance(0.5);
  const places = Math.max(a.places, b.places);
  const [p, q] = [a, b].map((each) => each.scaled * 10n ** BigInt(places - each.places));
  const term = minus ? -q : q;
  const total = p + term;
  const sign = term < 0n || (term === 0n && minus) ? '-' : '+';
  const [x, y] = [write(a.scaled, a.places), write(b.scaled, b.places)];
  const simple = `${x} ${sign} ${write(size(b.scaled), b.places)}`;
  const operation = minus ? '-' : '+';
  const bracketed = `${x} ${operation} ${b.scaled < 0n ? `(${y})` : y}`;
  const [high, low] = size(p) >= size(q) ? [size(p), size(q)] : [size(q), size(p)];
  const same = p < 0n === term < 0n || p === 0n || q === 0n;
  const spoken = rng.pick(minus ? lessWords(x, y, total >= 0n) : moreWords(x, y));
  return {
    maths: { expr: rng.chance(0.5) ? bracketed : `${x} ${operation} ${y}` },
    words: {
      spoken,
      Spoken: spoken[0].toUpperCase() + spoken.slice(1),
      code: `${x} ${operation} ${y}`,
      tight: `${x}${operation}${y}`,
    },
    steps: [
      ...(bracketed === simple ? [] : [`Join the signs: $${bracketed} = ${simple}$`]),
      ...(places > 0 ? [`> without the points: ${p} ${sign} ${size(q)}`] : []),
      same ? columnSum(high, low) : columnDifference(high, low),
      `${same ? 'The signs agree' : 'The larger part decides the sign'}: $${simple} = ${write(total, places)}$`,
    ],
    answer: write(total, places),
  };
}

function moreWords(x: string, y: string): readonly string[] {
  return [
    `add ${x} and ${y}`,
    `put together ${x} and ${y}`,
    `sum ${x} and ${y}`,
    `total of ${x} and ${y}`,
    `add together ${x} and ${y}`,
    `what is ${x} plus ${y}`,
  ];
}

function lessWords(x: string, y: string, notLess: boolean): readonly string[] {
  const gap = ['difference', 'distance'].flatMap((word) => [
    `what is the ${word} between ${x} and ${y}`,
    `what is the ${word} between ${y} and ${x}`,
  ]);
  return [
    `subtract ${y} from ${x}`,
    `what is ${x} minus ${y}`,
    `what is ${x} take away ${y}`,
    `what is ${y} less than ${x}`,
    ...(notLess ? gap : []),
  ];
}

/** Half of them whole; the others have from one place to one more than they have digits. */
function draw(rng: Rng, entropy: number): Signed {
  const scaled = longInteger(rng, entropy);
  const places = rng.chance(0.5) ? 0 : rng.int(1, Math.ceil(entropy));
  const zeros = /0*$/.exec(String(scaled))?.[0].length ?? 0;
  const fallen = scaled === 0n ? places : Math.min(places, zeros);
  return { scaled: scaled / 10n ** BigInt(fallen), places: places - fallen };
}

/** One of about 10^entropy whole numbers around zero. */
function longInteger(rng: Rng, entropy: number): bigint {
  const sign = rng.chance(0.5) ? -1n : 1n;
  if (entropy <= 9) return sign * BigInt(rng.int(0, Math.ceil(10 ** entropy / 2)));
  const high = BigInt(rng.int(0, Math.ceil(10 ** (entropy - 9) / 2)));
  return sign * (high * 1_000_000_000n + BigInt(rng.int(0, 999_999_999)));
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Without zeros at the end of its places. */
function write(scaled: bigint, places: number): string {
  if (places === 0) return String(scaled);
  const digits = String(size(scaled)).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return scaled < 0n ? `-${text}` : text;
}
