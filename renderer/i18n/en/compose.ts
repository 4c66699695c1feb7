/** The problem box, in English. */
export const compose = {
  label: 'Problem',
  placeholder: 'Type a problem: words, keyboard maths or LaTeX',
  readAs: 'Read as',
  solve: 'Solve',
  stop: 'Stop',
  starting: 'Starting…',
  samples: 'Samples',
  temperature: 'Temperature',
  samplesHint: 'How many solutions are worked out independently. More samples make a steadier vote and take longer.',
  temperatureHint: 'How much the samples differ. 0 makes them all the same.',
  empty: 'Type a problem first, for example “Solve 3x + 5 = 20”.',
  tooLong: 'This is {{count, number}} characters long; at most {{limit, number}} can be read. Shorten it to the problem itself.',
} as const;
