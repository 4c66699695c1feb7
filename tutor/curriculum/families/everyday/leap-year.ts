import { isLeapYear } from '../../calendar.ts';
import { remainderLine } from '../../column-arithmetic.ts';
import type { Family } from '../../family.ts';

/** Leap years: by 4, but not by 100, unless by 400. */
export const leapYear: Family = {
  id: 'leap-year',
  topic: 'number',
  title: 'Leap years',
  levels: ['recent years', 'any year', 'ends of centuries'],
  phrasings: [
    'Is {year} a leap year?',
    'Determine if the year {year} is a leap year. Answer with Yes or No.',
    'Tell me whether {year} is a leap year.',
    'Is {year} a leap year? Answer Yes or No.',
    'is {year} a leap year',
    'Was the year {year} a leap year?',
    '{year} leap year or not',
    'Determine if the year {year} is a leap year. Provide your answer as Yes or No.',
    'Check whether the year {year} is a leap year.',
    'Is the year {year} a leap year or not?',
    'Does February have 29 days in {year}?',
    'Tell me whether {year} is a leap year. Reply with Yes or No.',
    'does the year {year} have 366 days',
    'Find out if {year} is a leap year.',
    'Decide whether {year} is a leap year. Respond with Yes or No.',
    'Determine if the year {year} is a leap year. State Yes or No.',
    'Question 2. Is {year} a leap year?',
  ],
  make(rng, level) {
    const year = level === 1 ? rng.int(1980, 2040) : level === 2 ? rng.int(1600, 2400) : 100 * rng.int(15, 30);
    const last = year % 100;
    const steps = [`> the last two digits: ${last}`, remainderLine(last, 4)];
    if (last % 4 !== 0) steps.push(`$${year}$ is not divisible by $4$, so it is not a leap year`);
    else if (last !== 0) steps.push(`$${year}$ is divisible by $4$ and not by $100$, so it is a leap year`);
    else {
      const century = year / 100;
      const verdict = isLeapYear(year) ? 'by $400$, so it is a leap year' : 'not by $400$, so it is not a leap year';
      steps.push(`$${year}$ is divisible by $100$, so look at the century`, remainderLine(century, 4));
      steps.push(`$${year}$ is divisible by $100$ ${isLeapYear(year) ? 'and' : 'but'} ${verdict}`);
    }
    return { maths: {}, words: { year: String(year) }, steps, answer: isLeapYear(year) ? '\\text{Yes}' : '\\text{No}' };
  },
};
