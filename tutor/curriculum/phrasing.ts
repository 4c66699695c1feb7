/** Question templates that several families share. What stands in their slots is each family's own. */

/** For one equation `<eq>` in the unknown `<x>`. */
export const SOLVE_EQUATION: readonly string[] = [
  'Solve <eq>',
  'Solve <eq>.',
  'Solve <eq> for <x>.',
  'What is <x> if <eq>?',
  'Find <x>: <eq>',
  'solve for <x>: <eq>',
  'If <eq>, what is the value of <x>?',
  'Find the value of <x> that satisfies <eq>.',
  '<eq>, find <x>',
  'Work out <x> when <eq>',
  '<eq>',
  'Solve the equation <eq>',
  'Determine <x> given that <eq>.',
  'how do i solve <eq>',
  'Given <eq>, calculate <x>.',
  'Find the solution of the equation <eq>.',
  'Let <eq>. What is <x>?',
  'i need help with <eq>',
  '<eq> solve for <x>',
  'Solve this equation: <eq>',
  'what does <x> equal in <eq>',
  'Question 4. Solve <eq>.',
  'can you solve <eq> step by step',
  'Please find <x> when <eq>.',
  'help with <eq>',
  'find <x> if <eq>',
  '<eq> what is <x>',
  'Solve <eq> please',
  'can you find <x> in <eq>',
  'what is the solution of <eq>',
  'How do you find <x> when <eq>?',
  'i cant solve <eq>',
];

/** V and v stand for a verb, O for its object; V1 and v1 for the first verb, which must make sense without an object. */
const FRAMES: readonly string[] = [
  'V O',
  'V O.',
  'V: O',
  'Can you v O?',
  'how do i v O',
  'V O and show your working.',
  'v O please',
  'I need to v O',
  'V1 the following: O',
  'help me v O',
  'Question 2. V O.',
  'O v1 this',
  'How would you v O?',
  'V O step by step',
  'a) V O',
  'i have to v O for homework',
  'Could you v O for me?',
  'how to v O',
  'please help me v O',
  'i dont understand how to v O',
  'Homework: v O',
  'Next one: V O.',
  'can you help me v O?',
  'v O, thanks',
];

/**
 * Templates that ask for something by its verbs ("Expand", "Multiply out"): every frame with a verb in turn, then the
 * family's own questions.
 */
export function askTo(verbs: readonly string[], object: string, ...others: readonly string[]): string[] {
  const framed = FRAMES.map((frame, index) => {
    const verb = /1/.test(frame) ? verbs[0] : verbs[index % verbs.length];
    const lower = verb[0].toLowerCase() + verb.slice(1);
    return frame
      .replace(/\bV1?\b/, verb)
      .replace(/\bv1?\b/, lower)
      .replace(/\bO\b/, object);
  });
  const plain = verbs.slice(1).map((verb) => `${verb} ${object}`);
  return [...new Set([...framed, ...plain, ...others])];
}
