/** Units of measure as learners write them: what one of them is in base units, and of which kind. Knows no expressions. */

/** Metres, seconds, kilograms, currency, kelvin-like degrees, and things counted, each to a power. */
export interface Unit {
  readonly factor: number;
  /** "m^2 s^-1" in a fixed order; '' for pure numbers. */
  readonly dimension: string;
}

type Base = readonly [factor: number, dimension: string, power?: number];

const NAMES: Readonly<Record<string, Base>> = {
  mm: [1e-3, 'm'],
  millimetre: [1e-3, 'm'],
  millimeter: [1e-3, 'm'],
  cm: [1e-2, 'm'],
  centimetre: [1e-2, 'm'],
  centimeter: [1e-2, 'm'],
  m: [1, 'm'],
  metre: [1, 'm'],
  meter: [1, 'm'],
  km: [1e3, 'm'],
  kilometre: [1e3, 'm'],
  kilometer: [1e3, 'm'],
  in: [0.0254, 'm'],
  inch: [0.0254, 'm'],
  inche: [0.0254, 'm'],
  ft: [0.3048, 'm'],
  foot: [0.3048, 'm'],
  feet: [0.3048, 'm'],
  yd: [0.9144, 'm'],
  yard: [0.9144, 'm'],
  mi: [1609.344, 'm'],
  mile: [1609.344, 'm'],
  s: [1, 's'],
  sec: [1, 's'],
  second: [1, 's'],
  min: [60, 's'],
  minute: [60, 's'],
  h: [3600, 's'],
  hr: [3600, 's'],
  hour: [3600, 's'],
  day: [86_400, 's'],
  week: [604_800, 's'],
  mg: [1e-6, 'kg'],
  g: [1e-3, 'kg'],
  gram: [1e-3, 'kg'],
  kg: [1, 'kg'],
  kilogram: [1, 'kg'],
  t: [1e3, 'kg'],
  tonne: [1e3, 'kg'],
  ml: [1e-6, 'm', 3],
  cl: [1e-5, 'm', 3],
  l: [1e-3, 'm', 3],
  litre: [1e-3, 'm', 3],
  liter: [1e-3, 'm', 3],
  $: [1, '$'],
  dollar: [1, '$'],
  cent: [0.01, '$'],
  '£': [1, '£'],
  pound: [1, '£'],
  p: [0.01, '£'],
  pence: [0.01, '£'],
  '€': [1, '€'],
  euro: [1, '€'],
  '°': [1, '°'],
  degree: [1, '°'],
  rad: [180 / Math.PI, '°'],
  radian: [180 / Math.PI, '°'],
  mph: [0.44704, 'm/s'],
  kph: [1 / 3.6, 'm/s'],
};

/** null for words that are no known unit ("apples", "degrees C"). */
export function readUnit(source: string): Unit | null {
  const text = source.replaceAll('²', '^2').replaceAll('³', '^3').replaceAll(' per ', '/').trim();
  if (text.length > 40) return null;
  let factor = 1;
  const powers = new Map<string, number>();
  for (const [index, group] of text.split('/').entries()) {
    for (const part of group.trim().split(' ')) {
      const unit = readPart(part, index > 0 ? -1 : 1, powers);
      if (unit === null) return null;
      factor *= unit;
    }
  }
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .sort()
    .map(([name, power]) => `${name}^${power}`)
    .join(' ');
  return { factor, dimension };
}

/** Adds one "cm^2" to the powers; returns its factor. */
function readPart(part: string, sign: number, powers: Map<string, number>): number | null {
  const [name, exponent = '1'] = part.replaceAll('.', '').split('^');
  const base = NAMES[name] ?? NAMES[name.toLowerCase()] ?? NAMES[singular(name.toLowerCase())];
  const power = Number(exponent) * sign;
  if (base === undefined || !Number.isInteger(power) || Math.abs(power) > 4) return null;
  const [factor, dimension, scale = 1] = base;
  for (const [index, each] of dimension.split('/').entries()) {
    powers.set(each, (powers.get(each) ?? 0) + power * scale * (index > 0 ? -1 : 1));
  }
  return factor ** power;
}

function singular(name: string): string {
  return name.endsWith('s') ? name.slice(0, -1) : name;
}
