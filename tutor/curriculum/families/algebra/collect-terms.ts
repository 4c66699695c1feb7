import type { Family, Worked } from '../../family.ts';
import { askTo } from '../../phrasing.ts';
import { sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';
import { signedTotal } from '../../signed-sum.ts';

/** 3x + 5y - 2x: like terms added. */
export const collectTerms: Family = {
  id: 'collect-terms',
  topic: 'algebra',
  title: 'Collecting like terms',
  levels: ['one letter', 'a letter and numbers, or two letters', 'powers of the letter'],
  phrasings: askTo(
    ['Simplify', 'Collect like terms in', 'Combine the like terms in', 'Add up the like terms in'],
    '<e>',
    '<e>',
    'Write <e> in its simplest form.',
    'What is <e> simplified?',
    '<e> = ?',
  ),
  make(rng, level) {
    const x = rng.pick(['x', 'x', 'a', 'y', 'n', 'p', 't']);
    switch (level) {
      case 1:
        return collect([x], rng.int(2, 4), 9, rng);
      case 2:
        return collect(
          rng.pick([
            [x, ''],
            [x, x === 'y' ? 'x' : 'y'],
            ['a', 'b'],
            ['p', 'q', ''],
          ]),
          rng.int(3, 5),
          12,
          rng,
        );
      default:
        return collect(
          rng.pick([
            [`${x}^2`, x, ''],
            [`${x}^2`, x],
            [`${x}^3`, `${x}^2`],
          ]),
          rng.int(4, 6),
          12,
          rng,
        );
    }
  },
};

/** Terms over the given bodies, the first two of which occur at least twice between them. */
function collect(bodies: readonly string[], count: number, limit: number, rng: Rng): Worked {
  const kinds = [...bodies, bodies[0]];
  while (kinds.length < count) kinds.push(rng.pick(bodies));
  const terms = rng
    .shuffle(kinds)
    .map((body) => ({ body, coefficient: rng.chance(0.4) ? -rng.int(1, limit) : rng.int(1, limit) }));
  const coefficients = (wanted: string) => terms.filter(({ body }) => body === wanted).map(({ coefficient }) => coefficient);
  const steps = bodies.map((body) => `> ${body === '' ? 'numbers' : body}: ${coefficients(body).join(', ')}`);
  const result: string[] = [];
  for (const body of bodies) {
    const alike = coefficients(body);
    const total = alike.reduce((a, b) => a + b, 0);
    result.push(term(total, body));
    if (alike.length === 1) continue;
    steps.push(...signedTotal(alike));
    const name = body === '' ? 'numbers' : `$${body}$ terms`;
    steps.push(`Add the ${name}: $${sum(...alike.map((each) => term(each, body)))} = ${sum(term(total, body))}$`);
  }
  const e = sum(...terms.map((each) => term(each.coefficient, each.body)));
  const answer = sum(...result);
  if (bodies.length > 1) steps.push(`Put together: $${answer}$`);
  return { maths: { e }, steps, answer };
}
