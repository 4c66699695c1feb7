/** What to do with a problem, in English. */
export const mode = {
  label: 'What to do',
  name: { solution: 'Full solution', coach: 'Coach', work: 'Check my work' },
  hint: {
    solution: 'Solves the problem and shows every step.',
    coach: 'Keeps the solution out of sight and helps you to it, hint by hint.',
    work: 'Looks at your own lines and finds the first that does not follow.',
  },
  submit: { solution: 'Solve', coach: 'Coach me', work: 'Check my work' },
} as const;
