/** What students write around the question itself: greetings, labels, thanks. Knows neither question nor maths. */
import type { Rng } from './rng.ts';

const BEFORE: readonly string[] = [
  'hey can you help me with this: ',
  'hi, ',
  'hi can you help, ',
  'hello! ',
  'for homework: ',
  'for my homework: ',
  'homework question: ',
  "i'm stuck on this one: ",
  'im stuck on this: ',
  'stuck on this one. ',
  'I have a test tomorrow. ',
  'help pls: ',
  'help!! ',
  'need help with ',
  'can u help me with ',
  'can you do this one: ',
  'how do i do this: ',
  'how would you do this? ',
  'ok so ',
  'my teacher asked us this: ',
  'from my textbook: ',
  'past paper question: ',
  'next one: ',
  'another one: ',
  'quick question: ',
  'please ',
  'could you please help: ',
  "i don't understand this: ",
];

const AFTER: readonly string[] = [
  ' thanks',
  ' thanks!',
  ' thank you',
  ' thx',
  ' ty',
  ' pls',
  ' plz',
  ' please',
  ' please help',
  ' help',
  ' show working',
  ' show your working',
  ' show me the steps',
  ' step by step',
  ' step by step please',
  ' i dont get it',
  " i don't get it",
  ' im confused',
  ' how do i do it',
  ' explain',
  '??',
  ' ?',
  ' idk',
];

const PARTS = 'abcdef';

/** "Q3) ", "b) ", "7. " and the like. */
function label(rng: Rng): string {
  const n = rng.int(1, 30);
  const part = PARTS[rng.int(0, PARTS.length - 1)];
  return rng.pick([
    `Q${n}) `,
    `Q${n}. `,
    `q${n} `,
    `${n}) `,
    `${part}) `,
    `(${part}) `,
    `${n}${part}) `,
    `Question ${n}: `,
    `ex ${n}: `,
  ]);
}

export function withChatter(question: string, rng: Rng): string {
  const draw = rng.next();
  if (draw >= 0.16) return question;
  if (draw < 0.04) return label(rng) + question;
  if (draw < 0.09) return rng.pick(BEFORE) + question;
  const before = draw < 0.14 ? '' : rng.pick(BEFORE);
  const after = rng.pick(AFTER);
  const open = question.replace(after.startsWith(' ') && !after.endsWith('?') ? /[:=]$/ : /[.?!:=]$/, '');
  return before + open + after;
}
