/** Two samples side by side, in English. */
export const compare = {
  open: 'Compare',
  title: 'Two samples side by side',
  left: 'Left sample',
  right: 'Right sample',
  rows: 'Steps of both samples',
  sample: 'Sample {{number}}: {{answer}}',
  sampleNoAnswer: 'Sample {{number}}: no answer',
  same: 'These two take the same steps.',
  partAt: 'They part in row {{row}}.',
  partHere: 'They part here',
  fails: 'Step {{step}} of sample {{sample}} does not follow: {{note}}',
  failsPlain: 'Step {{step}} of sample {{sample}} does not follow.',
  rowSame: 'Row {{row}}: the same',
  rowDiffers: 'Row {{row}}: different',
  gap: 'Sample {{number}} has no such step',
} as const;
