/** The learner's own lines, in English. */
export const work = {
  label: 'Your lines, one step on each',
  placeholder: '3x = 15',
  empty: 'Write your work first, one step on each line.',
  tooMany: 'At most {{limit}} lines, of at most 1000 characters each, can be checked at once.',
  lead: 'Type the problem, then your own lines below it. Each line is checked by algebra; the model is not asked.',
  result: 'Your work, checked',
  line: 'Line {{number}}',
  firstWrong: 'Line {{number}} is the first that does not follow.',
  allHold_one: 'The line holds.',
  allHold_other: 'All {{count}} lines hold.',
  noneWrong_one: 'No line is wrong as far as could be checked; {{count}} could not be.',
  noneWrong_other: 'No line is wrong as far as could be checked; {{count}} could not be.',
  nothing: 'These lines could not be checked: they are not maths that can be compared with the problem.',
  follows: 'Follows from line {{number}}, which is wrong.',
  carried: 'carried on',
  beside: 'Open a solution beside it',
} as const;
