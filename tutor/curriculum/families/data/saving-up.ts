import { remainderLines } from '../../column-arithmetic.ts';
import type { Family, Worked } from '../../family.ts';
import type { Rng } from '../../rng.ts';
import { NAMES, priceWriter } from '../../story.ts';
import { divideLines, timesLines } from '../../times-lines.ts';

/** Money put aside week after week: how long it takes, or how much it makes. */
export const savingUp: Family = {
  id: 'saving-up',
  topic: 'words',
  title: 'Saving up',
  levels: ['how long until a sum', 'with some money to start from', 'how much after some time'],
  phrasings: [
    '{facts}, {ask}',
    '{Facts}. {Ask}?',
    '{facts}. {ask}',
    'If {facts}, {ask}?',
    '{Facts}. Work out {asked}.',
    '{ask} if {facts}',
    '{facts} - {ask}?',
    '{Ask} when {facts}?',
    'Question 3. {Facts}. {Ask}?',
    '{Facts}. Find {asked}.',
    '{facts} so {ask}',
    'Suppose {facts}. {Ask}?',
    '{Facts}. Calculate {asked}.',
    'Every little helps: {facts}. {Ask}?',
    'if {facts} {ask}',
    'find {asked} if {facts}',
    '{facts}, find {asked}',
    'Given that {facts}, {ask}?',
  ],
  make(rng, level) {
    const money = priceWriter(rng);
    const unit = rng.pick(['week', 'week', 'week', 'month', 'day']);
    const subject = rng.chance(0.25) ? 'I' : rng.pick(NAMES);
    const rate = rng.chance(0.6) ? 5 * rng.int(1, 10) : rng.int(2, 40);
    const puts = `${subject} ${rng.pick(subject === 'I' ? ['save', 'put away', 'save up'] : ['saves', 'puts away', 'saves up', 'is saving'])}`;
    const facts = `${subject === 'I' ? puts.replace(/saving/, 'save') : puts} ${money(rate)} ${rng.pick([`a ${unit}`, `every ${unit}`, `each ${unit}`, `per ${unit}`])}`;
    if (level === 3) return grown({ facts, subject, unit, rate, money }, rng);
    return reached({ facts, subject, unit, rate, money }, level === 2 ? rng.int(1, 60) : 0, rng);
  },
};

interface Saving {
  readonly facts: string;
  readonly subject: string;
  readonly unit: string;
  readonly rate: number;
  readonly money: (amount: number) => string;
}

function words(facts: string, ask: string, asked: string): Record<string, string> {
  const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
  return { facts, Facts: capital(facts), ask, Ask: capital(ask), asked };
}

/** Now and then the last payment makes more than is needed. */
function reached({ facts, subject, unit, rate, money }: Saving, already: number, rng: Rng): Worked {
  const count = rng.int(2, 24);
  const over = rng.chance(0.25) ? rng.int(0, rate - 1) : 0;
  const needed = count * rate - over;
  const [aim, thing] = [money(needed + already), rng.pick(['bike', 'phone', 'game', 'coat', 'guitar'])];
  const [has, does] = subject === 'I' ? ['have', 'do'] : ['has', 'does'];
  const start = already === 0 ? '' : rng.pick([` and already ${has} ${money(already)}`, `, starting with ${money(already)}`]);
  const ends = [
    [`how many ${unit}s till ${subject} ${has} ${aim}`, `how many ${unit}s it takes to save ${aim}`],
    [`how many ${unit}s until ${subject} ${has} ${aim}`, `how many ${unit}s it takes until there is ${aim}`],
    [
      `how many ${unit}s before ${subject} can buy a ${thing} for ${aim}`,
      `how many ${unit}s it takes to buy a ${thing} for ${aim}`,
    ],
    [`how many ${unit}s does it take to get ${aim}`, `how many ${unit}s are needed for ${aim}`],
    [`how many ${unit}s ${does} ${subject} need to reach ${aim}`, `the number of ${unit}s to reach ${aim}`],
    [`how long will it take to have ${aim} in ${unit}s`, `how long it takes to have ${aim} in ${unit}s`],
  ] as const;
  const [ask, asked] = rng.pick(ends);
  const rest = needed % rate;
  const opening = already === 0 ? [] : [`Still needed: $${needed + already} - ${already} = ${needed}$`];
  const division =
    rest === 0
      ? [...divideLines(needed, rate), `Divide by what is saved each ${unit}: $${needed} \\div ${rate} = ${count}$`]
      : [
          ...remainderLines(needed, rate),
          `After $${count - 1}$ ${count === 2 ? unit : `${unit}s`} there is still $${rest}$ missing, so one more: $${count - 1} + 1 = ${count}$`,
        ];
  return { maths: {}, words: words(facts + start, ask, asked), steps: [...opening, ...division], answer: String(count) };
}

function grown({ facts, subject, unit, rate, money }: Saving, rng: Rng): Worked {
  const count = rng.int(2, 24);
  const already = rng.chance(0.4) ? rng.int(1, 80) : 0;
  const [has, does, will] = subject === 'I' ? ['have', 'do', 'will I'] : ['has', 'does', `will ${subject}`];
  const start = already === 0 ? '' : ` and already ${has} ${money(already)}`;
  const [ask, asked] = rng.pick([
    [`how much ${does} ${subject} have after ${count} ${unit}s`, `how much there is after ${count} ${unit}s`],
    [`how much money ${will} have in ${count} ${unit}s`, `how much money there will be in ${count} ${unit}s`],
    [`how much is there after ${count} ${unit}s`, `the amount after ${count} ${unit}s`],
  ] as const);
  const saved = rate * count;
  return {
    maths: {},
    words: words(facts + start, ask, asked),
    steps: [
      ...timesLines(rate, count),
      `Saved in $${count}$ ${unit}s: $${count} \\cdot ${rate} = ${saved}$`,
      ...(already === 0 ? [] : [`With what was there: $${saved} + ${already} = ${saved + already}$`]),
    ],
    answer: String(saved + already),
  };
}
