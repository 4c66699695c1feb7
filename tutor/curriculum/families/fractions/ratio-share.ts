import { divisionLines, productLines } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';
import { wordAmount } from './amount.ts';

/** An amount shared in a ratio. */
export const ratioShare: Family = {
  id: 'ratio-share',
  topic: 'fractions',
  title: 'Share in a ratio',
  levels: ['two shares, small numbers', 'two shares, larger numbers', 'three shares'],
  phrasings: [
    'Share {amount} in the ratio {ratio}.',
    'Divide {amount} in the ratio {ratio}.',
    'Split {amount} in the ratio {ratio}',
    'share {amount} in ratio {ratio}',
    '{amount} in the ratio {ratio}',
    'How do you share {amount} in the ratio {ratio}?',
    'If {amount} is shared in the ratio {ratio}, how much is each share?',
    'An amount of {amount} is divided in the ratio {ratio}. Find each part.',
    'Work out the shares when {amount} is split in the ratio {ratio}.',
    'divide {amount} into parts in the ratio {ratio}',
    'Find each share: {amount} in the ratio {ratio}.',
    'Friends share {amount} in the ratio {ratio}. How much does each get?',
    'Question 6. Share {amount} in the ratio {ratio}.',
    'what are the parts if you split {amount} {ratio}',
    'Distribute {amount} in the ratio {ratio}.',
    'Calculate the parts of {amount} in the ratio {ratio}.',
    'split {amount} up {ratio}',
    'Separate {amount} in the ratio {ratio}',
    'two friends split {amount} {ratio}, how much each',
    '{amount} split in ratio {ratio}, how much does each one get',
    'they share {amount} in a ratio of {ratio}. work out both shares',
    'A prize of {amount} is shared {ratio}. How much is each share?',
    'Two sisters are given {amount} in the ratio {ratio}. How much does each one get?',
    'how much does each get if {amount} is split {ratio}',
    'Paint is mixed in the ratio {ratio} to make {amount}. Find each amount.',
    'cut {amount} in the ratio {ratio}',
    'share out {amount} so the ratio is {ratio}',
  ],
  make(rng, level) {
    const parts = Array.from({ length: level === 3 ? 3 : 2 }, () => rng.int(1, level === 1 ? 5 : 9));
    const one = level === 1 ? rng.int(1, 12) : rng.sized(2, 120);
    const count = parts.reduce((left, right) => left + right);
    const total = count * one;
    const shares = parts.map((part) => part * one);
    return {
      maths: {},
      words: { amount: wordAmount(String(total), rng), ratio: parts.join(rng.pick([':', ':', ' : ', ' to '])) },
      steps: [
        `Add the parts: $${parts.join(' + ')} = ${count}$`,
        ...(total > 99 ? divisionLines(total, count) : []),
        `One part: $${total} \\div ${count} = ${one}$`,
        ...parts.flatMap((part, index) => [
          ...productLines(one, part),
          `Share ${index + 1}: $${part} \\cdot ${one} = ${shares[index]}$`,
        ]),
        `Check: $${shares.join(' + ')} = ${total}$`,
      ],
      answer: shares.join(' : '),
    };
  },
};
