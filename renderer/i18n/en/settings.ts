/** Settings, in English. */
export const settings = {
  title: 'Settings',
  close: 'Close',
  solving: 'Solving',
  history: 'History',
  appearance: 'Appearance',
  samples: 'Samples',
  temperature: 'Temperature',
  budget: 'Time limit, seconds',
  budgetHint: 'Sampling stops after this time and the votes so far count. Empty: no limit.',
  stopEarly: 'Stop when the lead cannot change',
  theme: 'Theme',
  themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: { small: 'Small', medium: 'Medium', large: 'Large' },
  language: 'Language',
} as const;
