/** The tour, in English. */
export const tour = {
  name: 'Tour',
  invitation: 'New here? Six short stops show what Quorum does.',
  start: 'Take the tour',
  notNow: 'Not now',
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  count: '{{at}} of {{count}}',
  stops: {
    problem: {
      title: 'Type a problem',
      text: 'Words, x^2 as on a keyboard, or LaTeX: below the box you see how it was read. ∑ opens an editor for formulas. Ctrl Enter solves.',
    },
    mode: {
      title: 'Say what you want',
      text: 'The full solution; a coach that gives hints and takes your own lines; or a check of what you have already written.',
    },
    vote: {
      title: 'Several solutions, one vote',
      text: 'Every problem is solved several times, independently. The answers vote: where few agree, be careful, and ask for more.',
    },
    steps: {
      title: 'Every line is checked',
      text: 'A tick: the line holds. A cross: it does not follow, with a counter-example. A dash: it could not be checked.',
    },
    practice: {
      title: 'Practise',
      text: 'Problems of every kind with checked answers. What goes wrong comes back after a while, with new numbers.',
    },
    help: {
      title: 'Keys, settings, and this tour',
      text: 'Everything can be done from the keyboard: ? lists the keys. Nothing leaves this computer.',
    },
  },
} as const;
