/** The visual formula editor, in English. */
export const formula = {
  toggle: 'Maths keyboard',
  label: 'Formula at the cursor',
  hint: 'What you build here stands in the box above. Enter solves, Escape goes back to the text.',
  shapes: 'Shapes to insert',
  shape: {
    fraction: 'Fraction',
    power: 'Power',
    index: 'Subscript',
    root: 'Square root',
    nthRoot: 'Root',
    absolute: 'Absolute value',
    pi: 'Pi',
    lessEqual: 'Less than or equal',
    greaterEqual: 'Greater than or equal',
    times: 'Times',
    plusMinus: 'Plus or minus',
    sine: 'Sine',
    logarithm: 'Logarithm',
    integral: 'Definite integral',
    derivative: 'Derivative',
  },
} as const;
