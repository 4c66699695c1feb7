/** Units by what they measure, each as m · 10^k of a base unit, so that every conversion is exact. */

export interface Unit {
  readonly one: string;
  readonly many: string;
  readonly symbol?: string;
  readonly m: number;
  readonly k: number;
}

function unit(one: string, symbol: string | undefined, m: number, k: number, many = `${one}s`): Unit {
  return { one, many, symbol, m, k };
}

export const DIMENSIONS: readonly (readonly Unit[])[] = [
  [
    unit('kilometer', 'km', 1, 3),
    unit('meter', 'm', 1, 0),
    unit('centimeter', 'cm', 1, -2),
    unit('millimeter', 'mm', 1, -3),
    unit('micrometer', 'um', 1, -6),
    unit('nanometer', 'nm', 1, -9),
  ],
  [
    unit('week', undefined, 6048, 2),
    unit('day', undefined, 864, 2),
    unit('hour', undefined, 36, 2),
    unit('minute', undefined, 6, 1),
    unit('second', 's', 1, 0),
    unit('millisecond', 'ms', 1, -3),
    unit('microsecond', 'us', 1, -6),
    unit('nanosecond', 'ns', 1, -9),
  ],
  [
    unit('millennium', undefined, 12, 3, 'millennia'),
    unit('century', undefined, 12, 2, 'centuries'),
    unit('decade', undefined, 12, 1),
    unit('year', undefined, 12, 0),
    unit('month', undefined, 1, 0),
  ],
  [
    unit('tonne', 't', 1, 6),
    unit('kilogram', 'kg', 1, 3),
    unit('gram', 'g', 1, 0),
    unit('milligram', 'mg', 1, -3),
    unit('microgram', 'ug', 1, -6),
    unit('nanogram', 'ng', 1, -9),
  ],
  [unit('litre', 'l', 1, 0), unit('millilitre', 'ml', 1, -3)],
];

/** "an hour", "a day". */
export function article(word: string): string {
  return `${/^(hour|[aeio])/.test(word) ? 'an' : 'a'} ${word}`;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const PARTS =
  'zeroth whole half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** 0 to 99. */
export function numberWord(n: number): string {
  if (n < 20) return SMALL[n];
  return n % 10 === 0 ? TENS[n / 10] : `${TENS[Math.floor(n / 10)]}-${SMALL[n % 10]}`;
}

/** "eleven fifths"; top up to 99, bottom from 2 to 20. */
export function fractionWords(top: number, bottom: number): string {
  const part = bottom === 2 && top > 1 ? 'halves' : `${PARTS[bottom]}${top > 1 ? 's' : ''}`;
  return `${numberWord(top)} ${part}`;
}
