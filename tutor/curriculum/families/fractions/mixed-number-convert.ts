import type { Family } from '../../family.ts';
import { improperToMixed, mixedToImproper } from '../../fraction-steps.ts';
import { gcd } from '../../quotient.ts';

/** Improper fractions and mixed numbers, one to the other. */
export const mixedNumberConvert: Family = {
  id: 'mixed-number-convert',
  topic: 'fractions',
  title: 'Mixed numbers and improper fractions',
  levels: ['to a mixed number', 'to an improper fraction'],
  phrasings: [
    'Write <q> as {target}.',
    'Convert <q> to {target}',
    'Change <q> into {target}.',
    'Express <q> as {target}.',
    '<q> as {target}',
    'turn <q> into {target}',
    'What is <q> as {target}?',
    'Give <q> as {target}.',
    'How do you write <q> as {target}?',
    'convert <q> into {target}',
    'Rewrite <q> as {target}.',
    'Question 5. Write <q> as {target}.',
    'whats <q> as {target}',
    'make <q> {target}',
    'Please write <q> as {target}.',
    'Show how to turn <q> into {target}.',
    '<q> to {target}',
    'Convert the number <q> to {target}.',
  ],
  make(rng, level) {
    const bottom = rng.int(2, 15);
    let top = rng.int(1, bottom - 1);
    while (gcd(top, bottom) > 1) top = rng.int(1, bottom - 1);
    const whole = rng.sized(1, 30);
    const mixed = `${whole}\\frac{${top}}{${bottom}}`;
    const { scratch, value } = mixedToImproper(whole, top, bottom);
    const improper = `\\frac{${value.top}}{${value.bottom}}`;
    if (level === 1) {
      return {
        maths: { q: improper },
        words: { target: 'a mixed number' },
        steps: improperToMixed(value),
        answer: mixed,
      };
    }
    return {
      maths: { q: mixed },
      words: { target: rng.pick(['an improper fraction', 'an improper fraction', 'a single fraction', 'a top-heavy fraction']) },
      steps: [scratch, `As an improper fraction: $${mixed} = ${improper}$`],
      answer: improper,
    };
  },
};
