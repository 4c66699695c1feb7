import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import type { Rng } from '../../rng.ts';

type Ratio = 'sin' | 'cos' | 'tan';

/** Values at 0°, 30°, 45°, 60° and 90°. */
const VALUES: Readonly<Record<Ratio, Readonly<Record<number, string>>>> = {
  sin: { 0: '0', 30: '\\frac{1}{2}', 45: '\\frac{\\sqrt{2}}{2}', 60: '\\frac{\\sqrt{3}}{2}', 90: '1' },
  cos: { 0: '1', 30: '\\frac{\\sqrt{3}}{2}', 45: '\\frac{\\sqrt{2}}{2}', 60: '\\frac{1}{2}', 90: '0' },
  tan: { 0: '0', 30: '\\frac{\\sqrt{3}}{3}', 45: '1', 60: '\\sqrt{3}' },
};
const RADIANS: Readonly<Record<number, string>> = {
  0: '0',
  30: '\\frac{\\pi}{6}',
  45: '\\frac{\\pi}{4}',
  60: '\\frac{\\pi}{3}',
  90: '\\frac{\\pi}{2}',
  120: '\\frac{2\\pi}{3}',
  135: '\\frac{3\\pi}{4}',
  150: '\\frac{5\\pi}{6}',
  180: '\\pi',
  210: '\\frac{7\\pi}{6}',
  225: '\\frac{5\\pi}{4}',
  240: '\\frac{4\\pi}{3}',
  270: '\\frac{3\\pi}{2}',
  300: '\\frac{5\\pi}{3}',
  315: '\\frac{7\\pi}{4}',
  330: '\\frac{11\\pi}{6}',
  360: '2\\pi',
};
const ANGLES = Object.keys(RADIANS).map(Number);
const POSITIVE: Readonly<Record<Ratio, readonly number[]>> = { sin: [1, 2], cos: [1, 4], tan: [1, 3] };

const SAID: Readonly<Record<Ratio, string>> = { sin: 'sine', cos: 'cosine', tan: 'tangent' };

/** Exact sine, cosine and tangent of the well-known angles. */
export const exactTrig: Family = {
  id: 'exact-trig',
  topic: 'trigonometry',
  title: 'Exact trigonometric values',
  levels: ['angles up to 90°', 'angles up to 360°', 'radians'],
  phrasings: askTo(
    ['Find the exact value of', 'Evaluate', 'Work out', 'Give the exact value of', 'Find'],
    '<e>',
    '<e>',
    'What is <e>?',
    'What is the exact value of <e>?',
    '<e> = ?',
    '<e> exact value',
    'exact value of <e>',
    'exact value of {said}',
    'What is {said} exactly?',
    'whats {said}',
    'What is the exact value of {said}?',
    '{said}',
    'find the exact value of {said}',
    'Work out {said} without a calculator.',
    'exact value for {said}',
    'what is {said} as a surd or fraction',
    'Give {said} exactly.',
    'what does {said} equal',
    'write down {said}',
    'evaluate {said}',
    'I need the exact value of {said}',
    '{said} without a calculator',
  ),
  make(rng, level) {
    const { f, angle, ...worked } = draw(rng, level);
    return { ...worked, words: { said: say(f, angle, level === 3, rng) } };
  },
};

/** "cos 45 degrees", "the sine of 30°", "tan pi/3". */
function say(f: Ratio, angle: number, radians: boolean, rng: Rng): string {
  const name = rng.pick([`${f} `, `${f} `, `${f} of `, `${SAID[f]} `, `${SAID[f]} of `, `the ${SAID[f]} of `]);
  // "sin(90)": as a calculator wants it.
  if (!radians && rng.chance(0.2)) return `${f}(${angle}${rng.pick(['', '', '°', ' degrees'])})`;
  if (!radians) return name + angle + rng.pick(['°', ' degrees', ' degrees', ' degrees', ' deg', '']);
  const [, top = '', bottom = ''] = /^(?:\\frac\{)?(.*?)(?:\}\{(\d)\})?$/.exec(RADIANS[angle]) ?? [];
  const over = bottom === '' ? '' : rng.pick([`/${bottom}`, `/${bottom}`, ` over ${bottom}`]);
  return `${name}${top.replace('\\pi', rng.pick(['pi', 'π']))}${over}${rng.pick(['', ' radians'])}`;
}

function draw(rng: Rng, level: number): Worked & { f: Ratio; angle: number } {
  const f = rng.pick(['sin', 'cos', 'tan'] as const);
  const angle = rng.pick(ANGLES.filter((each) => (level === 1 ? each <= 90 : true) && !(f === 'tan' && each % 180 === 90)));
  const written = level === 3 ? RADIANS[angle] : `${angle}^\\circ`;
  const e = `\\${f} ${written}`;
  const steps = level === 3 ? [`In degrees: $${written}$ is $${angle}^\\circ$`] : [];
  if (angle <= 90) {
    const answer = VALUES[f][angle];
    return { f, angle, maths: { e }, steps: [...steps, `Known value: $${e} = ${answer}$`], answer };
  }
  const quadrant = Math.floor(angle / 90) + 1;
  const reference = [angle, 180 - angle, angle - 180, 360 - angle][Math.min(quadrant, 4) - 1];
  if (angle % 90 === 0) {
    const answer = String(Math.round(Math.cos(((angle - (f === 'sin' ? 90 : 0)) * Math.PI) / 180)) + 0);
    const value = f === 'tan' ? '0' : answer;
    return { f, angle, maths: { e }, steps: [...steps, `From the unit circle: $${e} = ${value}$`], answer: value };
  }
  const positive = POSITIVE[f].includes(quadrant);
  const base = VALUES[f][reference];
  const answer = positive ? base : `-${base}`;
  const line = quadrant === 2 ? `180 - ${angle}` : quadrant === 3 ? `${angle} - 180` : `360 - ${angle}`;
  return {
    f,
    angle,
    maths: { e },
    steps: [
      ...steps,
      `The angle is in quadrant ${quadrant}, where $\\${f}$ is ${positive ? 'positive' : 'negative'}`,
      `Reference angle: $${line} = ${reference}$`,
      `Known value: $\\${f} ${reference}^\\circ = ${base}$`,
      `With the sign: $${e} = ${answer}$`,
    ],
    answer,
  };
}
