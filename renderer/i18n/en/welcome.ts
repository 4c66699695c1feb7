/** The first screen, in English. */
export const welcome = {
  title: 'A worked example',
  lead: 'Quorum works a problem out several times, checks each line, and lets the solutions vote.',
  tryOne: 'Try one of these',
  example: 'Fill in an example',
} as const;
