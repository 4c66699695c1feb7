import type { Family, Worked } from '../../family.ts';
import { lengthWriter } from '../../measures.ts';
import type { Rng } from '../../rng.ts';
import { timesLines } from '../../times-lines.ts';

/** Volume and surface area of boxes, cubes and cylinders. */
export const volume: Family = {
  id: 'volume',
  topic: 'geometry',
  title: 'Volume and surface area',
  levels: ['boxes and cubes', 'surface area', 'cylinders'],
  phrasings: [
    'Find the {ask} of a {solid}.',
    'What is the {ask} of a {solid}?',
    'Work out the {ask} of a {solid}.',
    '{ask} of a {solid}',
    'Calculate the {ask} of a {solid}',
    'I have a {solid}. What is its {ask}?',
    'how do i find the {ask} of a {solid}',
    'A solid is a {solid}. Find its {ask}.',
    'Determine the {ask} of a {solid}.',
    'find the {ask}: {solid}',
    'Question 2. Find the {ask} of a {solid}.',
    'what is the {ask} for a {solid}',
    'Give the {ask} of a {solid}.',
    'Consider a {solid}. Work out its {ask}.',
    'can you find the {ask} of a {solid}',
    'Find the exact {ask} of a {solid}.',
    '{solid}, find the {ask}',
    '{solid}: {ask}?',
    'what is the {ask} if i have a {solid}',
    'work out {ask} of {solid}',
    'the {ask} of a {solid} is what',
    'A box or tank is a {solid}. What is its {ask}?',
    '{ask} {solid}',
    'how big is the {ask} of a {solid}',
    'Given a {solid}, work out the {ask}.',
  ],
  make(rng, level) {
    switch (level) {
      case 1:
        return rng.chance(0.3) ? cube(rng) : box(rng);
      case 2:
        return surface(rng);
      default:
        return cylinder(rng);
    }
  },
};

function boxName(a: number, b: number, c: number, rng: Rng): string {
  const length = lengthWriter(rng);
  const name = rng.pick(['cuboid', 'cuboid', 'box', 'rectangular prism']);
  return rng.pick([
    `${name} with sides ${length(a)}, ${length(b)} and ${length(c)}`,
    `${name} measuring ${length(a)} by ${length(b)} by ${length(c)}`,
    `${name} with length ${length(a)}, width ${length(b)} and height ${length(c)}`,
  ]);
}

function box(rng: Rng): Worked {
  const [a, b, c] = [rng.int(1, 15), rng.int(1, 12), rng.int(1, 12)];
  const base = a * b;
  return {
    maths: {},
    words: { ask: 'volume', solid: boxName(a, b, c, rng) },
    steps: [
      'The volume is length times width times height',
      ...timesLines(a, b),
      `Multiply: $${a} \\cdot ${b} = ${base}$`,
      ...timesLines(base, c),
      `Multiply by the height: $${base} \\cdot ${c} = ${base * c}$`,
    ],
    answer: String(base * c),
  };
}

function cube(rng: Rng): Worked {
  const a = rng.int(1, 12);
  const square = a * a;
  const length = lengthWriter(rng);
  return {
    maths: {},
    words: { ask: 'volume', solid: `cube with ${rng.pick(['side', 'sides of', 'edge', 'side length'])} ${length(a)}` },
    steps: [
      'The volume is the side cubed',
      `Square: $${a} \\cdot ${a} = ${square}$`,
      ...timesLines(square, a),
      `Multiply by the side: $${square} \\cdot ${a} = ${a * square}$`,
    ],
    answer: String(a * square),
  };
}

function surface(rng: Rng): Worked {
  if (rng.chance(0.25)) {
    const a = rng.int(1, 12);
    return {
      maths: {},
      words: { ask: 'surface area', solid: `cube with side ${lengthWriter(rng)(a)}` },
      steps: [
        'A cube has six equal square faces',
        `One face: $${a} \\cdot ${a} = ${a * a}$`,
        ...timesLines(a * a, 6),
        `Six faces: $6 \\cdot ${a * a} = ${6 * a * a}$`,
      ],
      answer: String(6 * a * a),
    };
  }
  const [a, b, c] = [rng.int(1, 12), rng.int(1, 12), rng.int(1, 12)];
  const faces = [a * b, a * c, b * c];
  const total = faces[0] + faces[1] + faces[2];
  return {
    maths: {},
    words: { ask: rng.pick(['surface area', 'total surface area']), solid: boxName(a, b, c, rng) },
    steps: [
      'The surface area is twice the sum of three faces',
      `First face: $${a} \\cdot ${b} = ${faces[0]}$`,
      `Second face: $${a} \\cdot ${c} = ${faces[1]}$`,
      `Third face: $${b} \\cdot ${c} = ${faces[2]}$`,
      `> ${faces[0]} + ${faces[1]} = ${faces[0] + faces[1]}`,
      `Add: $${faces.join(' + ')} = ${total}$`,
      `Double: $2 \\cdot ${total} = ${2 * total}$`,
    ],
    answer: String(2 * total),
  };
}

function cylinder(rng: Rng): Worked {
  const [r, h] = [rng.int(1, 12), rng.int(1, 15)];
  const length = lengthWriter(rng);
  const value = r * r * h;
  const answer = value === 1 ? '\\pi' : `${value}\\pi`;
  return {
    maths: {},
    words: { ask: 'volume', solid: `cylinder with radius ${length(r)} and height ${length(h)}` },
    steps: [
      'The volume is pi times the radius squared times the height',
      `Square the radius: $${r}^2 = ${r * r}$`,
      ...timesLines(r * r, h),
      `Multiply by the height: $${r * r} \\cdot ${h} = ${value}$`,
      `Volume: $${answer}$`,
    ],
    answer,
  };
}
