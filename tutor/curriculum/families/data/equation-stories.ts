import { solveTwoStep } from '../../equation-steps.ts';
import type { Family } from '../../family.ts';
import { twoNames } from '../../story.ts';

/** Ages with a sum, and one person older or several times as old. */
export const ages: Family = {
  id: 'ages',
  topic: 'words',
  title: 'Ages',
  levels: ['older by some years', 'several times as old'],
  phrasings: [
    '{n1} is {rel} {n2}. Together they are {s} years old. How old is {n2}?',
    '{n1} is {rel} {n2}. The sum of their ages is {s}. How old is {n2}?',
    'The ages of {n1} and {n2} add to {s}. {n1} is {rel} {n2}. Find the age of {n2}.',
    'If {n1} is {rel} {n2} and their ages add up to {s}, how old is {n2}?',
    '{n1} is {rel} {n2}, their ages sum to {s}, how old is {n2}',
    '{n1} and {n2} are {s} years old in total. {n1} is {rel} {n2}. What is the age of {n2}?',
    'Work out the age of {n2} if {n1} is {rel} {n2} and their ages total {s}.',
    'how old is {n2} if {n1} is {rel} {n2} and together they are {s}',
    'The total of the ages of {n1} and {n2} is {s}. {n1} is {rel} {n2}. How old is {n2}?',
    '{n1} is {rel} {n2}. Their combined age is {s}. Calculate the age of {n2}.',
    'Find how old {n2} is, given that {n1} is {rel} {n2} and the sum of their ages is {s}.',
    'Question 9. {n1} is {rel} {n2}. The total of their ages is {s}. Work out how old {n2} is.',
    'Their ages add to {s}. {n1} is {rel} {n2}. How old is {n2}?',
    'Suppose {n1} is {rel} {n2} and together they are {s} years old. What is the age of {n2}?',
    '{n2} and {n1} have ages that add to {s}. {n1} is {rel} {n2}. How old is {n2}?',
    'Today {n1} is {rel} {n2}. Their ages add up to {s}. Determine how old {n2} is.',
    '{n1} is {rel} {n2} and their ages add up to {s}. how old is {n2}',
    "{n2}'s age? {n1} is {rel} {n2}, together {s} years",
    'ages of {n1} and {n2} add to {s}, {n1} is {rel} {n2}, how old is {n2}',
  ],
  make(rng, level) {
    const [n1, n2] = twoNames(rng);
    const age = rng.int(2, level === 1 ? 40 : 15);
    const k = rng.int(2, 5);
    const older = rng.int(2, 35);
    const first = level === 1 ? `x + ${older}` : `${k}x`;
    const total = level === 1 ? 2 * age + older : (k + 1) * age;
    const rel = level === 1 ? `${older} years older than` : k === 2 ? 'twice as old as' : `${k} times as old as`;
    const solved = level === 1 ? solveTwoStep(2, older, total, 'x') : solveTwoStep(k + 1, 0, total, 'x');
    return {
      maths: {},
      words: { n1, n2, rel, s: String(total) },
      steps: [
        `Let ${n2} be $x$ years old, then ${n1} is $${first}$`,
        `Together: $x + ${first} = ${total}$`,
        `Collect: $${level === 1 ? `2x + ${older}` : `${k + 1}x`} = ${total}$`,
        ...solved.steps,
      ],
      answer: String(age),
    };
  },
};

/** Consecutive whole numbers with a given sum. */
export const consecutiveNumbers: Family = {
  id: 'consecutive-numbers',
  topic: 'words',
  title: 'Consecutive numbers',
  levels: ['two or three whole numbers', 'even or odd numbers'],
  phrasings: [
    'The sum of {k} consecutive {kind} is {s}. What is the smallest?',
    'Find the smallest of {k} consecutive {kind} that add to {s}.',
    '{k} consecutive {kind} add up to {s}. Find the smallest one.',
    'What is the smallest of {k} consecutive {kind} whose sum is {s}?',
    '{k} consecutive {kind} with sum {s}, find the smallest',
    'If the sum of {k} consecutive {kind} is {s}, what is the smallest number?',
    'The total of {k} consecutive {kind} is {s}. Work out the smallest number.',
    'smallest of {k} consecutive {kind} adding to {s}',
    'Calculate the smallest of {k} consecutive {kind} with a sum of {s}.',
    'I add {k} consecutive {kind} and get {s}. What was the smallest number?',
    'Determine the smallest of {k} consecutive {kind} which sum to {s}.',
    'Given {k} consecutive {kind} that total {s}, find the smallest.',
    'Question 3. The sum of {k} consecutive {kind} is {s}. Find the smallest.',
    'how do i find the smallest of {k} consecutive {kind} that add to {s}',
    'When {k} consecutive {kind} are added the answer is {s}. Which is the smallest?',
    'Find {k} consecutive {kind} with sum {s} and give the smallest.',
    '{k} consecutive {kind} add up to {s}. whats the smallest',
    '{k} {kind} in a row add to {s}, find the smallest one',
    'smallest of {k} consecutive {kind} with sum {s}',
  ],
  make(rng, level) {
    const count = rng.pick([2, 3, 3, 4]);
    const step = level === 1 ? 1 : 2;
    const start = level === 1 ? rng.int(1, 60) : 2 * rng.int(1, 30) + rng.int(0, 1);
    const total = count * start + (step * count * (count - 1)) / 2;
    const kind =
      level === 1 ? rng.pick(['numbers', 'integers', 'whole numbers']) : start % 2 === 0 ? 'even numbers' : 'odd numbers';
    const extra = (step * count * (count - 1)) / 2;
    const parts = Array.from({ length: count }, (_, index) => (index === 0 ? 'x' : `x + ${step * index}`));
    return {
      maths: {},
      words: { k: ['two', 'three', 'four'][count - 2], kind, s: String(total) },
      steps: [
        `Let the smallest be $x$, then they are $${parts.join('$, $')}$`,
        `Add them: $${count}x + ${extra} = ${total}$`,
        ...solveTwoStep(count, extra, total, 'x').steps,
      ],
      answer: String(start),
    };
  },
};

/** I think of a number. */
export const thinkOfANumber: Family = {
  id: 'think-of-a-number',
  topic: 'words',
  title: 'I think of a number',
  levels: ['add or subtract last', 'larger numbers'],
  phrasings: [
    'I think of a number, multiply it by {a} and {op}. The result is {c}. What is my number?',
    'I think of a number. I multiply it by {a} and {op}. I get {c}. Find the number.',
    'A number is multiplied by {a}. Then I {op}. The answer is {c}. What is the number?',
    'think of a number, times {a}, {op}, get {c}. what is the number',
    'When I multiply a number by {a} and {op}, I get {c}. What is the number?',
    'Find the number: multiply by {a}, {op}, result {c}.',
    '{name} thinks of a number, multiplies it by {a}, then decides to {op}. The result is {c}. Find the number.',
    'If you multiply a number by {a} and {op} you get {c}. What is the number?',
    'Multiply a number by {a}, then {op}. You get {c}. Work out the number.',
    'what number times {a}, then {op}, gives {c}',
    'I have a number. I multiply by {a} and then {op} to get {c}. What was it?',
    'Take a number, multiply it by {a} and {op}. This makes {c}. Find the number.',
    'Question 5. I think of a number, multiply by {a} and {op}. I get {c}. Work out my number.',
    'Which number gives {c} when you multiply it by {a} and {op}?',
    'Find a number such that if you multiply it by {a} and {op} the result is {c}.',
    'my number times {a}, then i {op}, is {c}. what is my number',
    'i think of a number times it by {a} then {op} and get {c}. what was it',
    '{name} thinks of a number, multiplies by {a}, then {op}. The answer is {c}. What is the number?',
    'my number times {a}, then {op}, is {c}. find my number',
    'A number is multiplied by {a}. Then you {op}. You get {c}. What was the number?',
    'im thinking of a number, i {timesIt} and {op} and get {c}. what is it',
    'I think of a number, {timesIt} and {op}. I get {c}. What is my number?',
    'thinking of a number. {timesIt}, {op}, you get {c}. whats the number',
    'I have a number. If I {timesIt} and {op} the answer is {c}. What is my number?',
    'Take a number, {timesIt}, then {op}, and you get {c}. Find the number.',
    '{name} has a number in mind. You {timesIt} and {op} to get {c}. What is it?',
    'i take a number, {timesIt} and {op} and the result is {c}, what was the number',
    'You have a number. When you {timesIt} and {op} you get {c}. Work out the number.',
    'which number gives {c} if you {timesIt} and {op}',
  ],
  make(rng, level) {
    const [name] = twoNames(rng);
    const [a, root] = [rng.int(2, level === 1 ? 9 : 12), rng.int(1, level === 1 ? 12 : 40)];
    const b = rng.chance(0.4) ? -rng.int(1, Math.min(20, a * root)) : rng.int(1, level === 1 ? 20 : 60);
    const c = a * root + b;
    const op = b < 0 ? `subtract ${-b}` : `add ${b}`;
    return {
      maths: {},
      words: {
        name,
        a: String(a),
        timesIt:
          a === 2
            ? 'double it'
            : a === 3
              ? rng.pick(['triple it', 'treble it'])
              : rng.pick([`multiply it by ${a}`, `times it by ${a}`]),
        op,
        c: String(c),
      },
      steps: [`Let the number be $x$: $${a}x ${b < 0 ? '-' : '+'} ${Math.abs(b)} = ${c}$`, ...solveTwoStep(a, b, c, 'x').steps],
      answer: String(root),
    };
  },
};
