/**
 * The unit that a learner wrote behind a number, and whether the question asks for it: the curriculum's answers are bare
 * numbers, whose unit stands in the question. Knows texts and units; the number itself is judged elsewhere.
 */
import { readUnit, type Unit } from '../expression/units.ts';

export interface MeasuredAnswer {
  /** LaTeX of the number alone. */
  readonly number: string;
  readonly unit: Unit;
}

/** Units of one to three letters are read as letters that are multiplied: "8m", "289\pi cm^2", "5\min s". */
const MEASURED =
  /^(?<number>.*[\d.})i])\s*(?:\\text\{(?<words>[^{}]+)\}|(?<letters>\\min ?s?|[mck]?m|[km]?g|[mc]?l|hr?|s|t|in|ft|yd|p))(?<power>\^\{?[23]\}?)?$/;

/** @param latex the answer as read; @returns null where it does not end in a unit that is known */
export function splitUnit(latex: string): MeasuredAnswer | null {
  const { number, words, letters, power = '' } = MEASURED.exec(latex.trim())?.groups ?? {};
  if (number === undefined) return null;
  const name = (words ?? letters).replace(/[\\ ](?=mins?|s$)/g, '').trim();
  const unit = readUnit(`${name}${power.replace(/[{}]/g, '')}`);
  return unit === null ? null : { number: number.trim(), unit };
}

/** Quantities that a question can ask for by name, and their dimensions. */
const QUANTITIES: Readonly<Record<string, string>> = {
  area: 'm^2',
  volume: 'm^3',
  perimeter: 'm^1',
  circumference: 'm^1',
  distance: 'm^1',
  length: 'm^1',
  width: 'm^1',
  height: 'm^1',
  radius: 'm^1',
  diameter: 'm^1',
  far: 'm^1',
  time: 's^1',
  long: 's^1',
  speed: 'm^1 s^-1',
};
const ASKED = new RegExp(`\\b(?:find|what|how|work out|calculate)\\b[^.?]*?\\b(${Object.keys(QUANTITIES).join('|')})\\b`, 'i');
const TARGET = /\b(?:in|to|into|many)\s+([A-Za-z]+(?:\^[23])?)/g;
const MENTIONED = /\d\s*([A-Za-z]+(?: per [a-z]+)?(?:\^[23])?)/g;
const CURRENCY = /([£€])\s?\d|(\$)\d+(?:\.\d+)?(?=[\s,.?!]|$)/g;

/** False only where the question names, or measures in, other units than this one. */
export function isAskedFor(unit: Unit, question: string): boolean {
  const targets = unitsIn(question, TARGET);
  if (targets.length > 0) return targets.some((target) => isSame(target, unit));
  const quantity = ASKED.exec(question)?.[1];
  const dimension = quantity === undefined ? undefined : QUANTITIES[quantity.toLowerCase()];
  const mentioned = [...unitsIn(question, MENTIONED), ...unitsIn(question, CURRENCY)];
  if (dimension !== undefined) return dimension === unit.dimension && fitsInSize(unit, mentioned);
  return mentioned.length === 0 || mentioned.some((each) => isSame(each, unit));
}

/** Of "miles per hour" also its miles and its hours. */
function unitsIn(question: string, pattern: RegExp): Unit[] {
  const names = [...question.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) ?? '');
  return names.flatMap((name) => [name, ...name.split(' per ')].flatMap((each) => readUnit(each) ?? []));
}

/** cm² where the lengths are in cm. */
function fitsInSize(unit: Unit, mentioned: readonly Unit[]): boolean {
  const power = Number(/^m\^([23])$/.exec(unit.dimension)?.[1] ?? 1);
  const base = power === 1 ? unit.dimension : 'm^1';
  const sizes = mentioned.filter(({ dimension }) => dimension === base).map(({ factor }) => factor ** power);
  return sizes.length === 0 || sizes.some((factor) => isNear(factor, unit.factor));
}

const isSame = (a: Unit, b: Unit): boolean => a.dimension === b.dimension && isNear(a.factor, b.factor);
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);
