import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Step, StepStream } from './step-stream.ts';

function stepsOf(text: string, cuts: readonly number[] = []): readonly Step[] {
  const stream = new StepStream();
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    stream.push(text.slice(from, Math.max(from, cut)));
    from = Math.max(from, cut);
  }
  stream.push(text.slice(from));
  stream.end();
  return stream.steps;
}

const BUNDLED = [
  'Move the constant: $3x = 20 - 5$',
  '> 20 - 5 = 15',
  'Simplify: $3x = 15$',
  'Divide by $3$: $x = 5$',
  '$\\boxed{x = 5}$',
].join('\n');

const PROSE = `<think>
We need x.

First try 4.
</think>

### Step 1: Isolate
Subtract 5:
$$
3x = 15

$$

- **Divide:** $x = 5$
- Check \\[
3 \\cdot 5 + 5 = 20
\\]

We get:

$$x = 5$$

So the answer is \\(\\boxed{5}\\).
`;

describe('the bundled form', () => {
  it('makes each line a step with goal and body, and hands scratch to the step that follows', () => {
    expect(stepsOf(BUNDLED)).toEqual([
      { goal: 'Move the constant', body: '$3x = 20 - 5$', scratch: [], final: false },
      { goal: 'Simplify', body: '$3x = 15$', scratch: ['20 - 5 = 15'], final: false },
      { goal: 'Divide by $3$', body: '$x = 5$', scratch: [], final: false },
      { goal: '', body: '$\\boxed{x = 5}$', scratch: [], final: true },
    ]);
  });

  it('seals a step at its newline and keeps the unfinished line as tail', () => {
    const stream = new StepStream();
    stream.push('Simplify: $3x = 15$\nDivide: $x =');
    expect(stream.steps).toHaveLength(1);
    expect(stream.tail).toBe('Divide: $x =');
    stream.push(' 5$');
    expect(stream.steps).toHaveLength(1);
    stream.end();
    expect(stream.steps.at(-1)).toMatchObject({ goal: 'Divide', body: '$x = 5$' });
    expect(stream.tail).toBe('');
  });

  it('keeps the line in which a text was cut off as the tail, and seals what came before', () => {
    const stream = new StepStream();
    stream.push('> 15 / 3 = 5\nDivide: $x = 5$\n$\\boxed{x');
    stream.end({ cutOff: true });
    expect(stream.steps).toMatchObject([{ goal: 'Divide', body: '$x = 5$', scratch: ['15 / 3 = 5'] }]);
    expect(stream.tail).toBe('$\\boxed{x');
  });

  it('keeps a colon of the maths and takes the last one that leads to maths', () => {
    expect(stepsOf('Write the ratio: $3:4$')[0]).toMatchObject({ goal: 'Write the ratio', body: '$3:4$' });
    expect(stepsOf('Case 1: substitute $x:y$: $1:2$')[0]).toMatchObject({ goal: 'Case 1: substitute $x:y$', body: '$1:2$' });
  });

  it('takes each line for a step also where one has no formula at its end', () => {
    const text =
      'The amount now is $170\\%$ of the original\nSo $1\\%$ is $5$, and so on\n> 1 + 1 = 2\nDivide: $x = 5$\nThe last one is larger\nSo it is $5$ again\n';
    expect(stepsOf(text).map((step) => step.body)).toEqual([
      'The amount now is $170\\%$ of the original',
      'So $1\\%$ is $5$, and so on',
      '$x = 5$',
      'The last one is larger',
      'So it is $5$ again',
    ]);
  });

  it('keeps the lines of a paragraph together once there are paragraphs', () => {
    expect(stepsOf('First we expand.\nThen we collect.\n\nNext we divide.\nThat is all.').map((step) => step.body)).toEqual([
      'First we expand.\nThen we collect.',
      'Next we divide.\nThat is all.',
    ]);
  });

  it('keeps scratch that no step follows', () => {
    expect(stepsOf('> 1 + 1 = 2')).toEqual([{ goal: '', body: '', scratch: ['1 + 1 = 2'], final: false }]);
  });
});

describe('free prose', () => {
  it('separates paragraphs, headings, items and thinking, and holds displays together', () => {
    const steps = stepsOf(PROSE);
    expect(steps.map((step) => step.goal)).toEqual(['', '', 'Step 1: Isolate', 'Divide', '', 'We get', '']);
    expect(steps[0].body).toBe('We need x.');
    expect(steps[2].body).toBe('Subtract 5:\n$$\n3x = 15\n\n$$');
    expect(steps[3].body).toBe('$x = 5$');
    expect(steps[4].body).toBe('Check \\[\n3 \\cdot 5 + 5 = 20\n\\]');
    expect(steps[5].body).toBe('$$x = 5$$');
    expect(steps[6]).toMatchObject({ final: true, body: 'So the answer is \\(\\boxed{5}\\).' });
  });

  it('does not let a stray display mark swallow the rest', () => {
    const steps = stepsOf(`Cost in $$ is high\n${'word '.repeat(1000)}\n\nA new paragraph.\n\nAnd another.`);
    expect(steps.at(-1)?.body).toBe('And another.');
  });

  it('takes Windows line ends', () => {
    expect(stepsOf('A: $1$\r\nB: $2$\r\n').map((step) => step.body)).toEqual(['$1$', '$2$']);
  });
});

describe('a stream', () => {
  const piece = fc.constantFrom(
    ...[
      '$',
      '$$',
      '\\[',
      '\\]',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '# ',
      '**',
      ': ',
      'x',
      '<think>',
      '</think>',
      '\\boxed{',
      '}',
      '\\',
      '\r\n',
    ],
  );
  const text = fc.oneof(
    fc.constant(BUNDLED),
    fc.constant(PROSE),
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  it('gives the same steps whatever the cuts', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(400), { maxLength: 12 }), (whole, cuts) => {
        expect(stepsOf(whole, cuts)).toEqual(stepsOf(whole));
      }),
    );
  });

  it('never changes a sealed step', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const stream = new StepStream();
        let before: readonly Step[] = [];
        for (const char of whole) {
          stream.push(char);
          expect(stream.steps.slice(0, before.length)).toEqual(before);
          before = [...stream.steps];
        }
      }),
      { numRuns: 30 },
    );
  });

  it('loses no maths: every character outside marks and spaces is in some step', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z$=+ ]{0,12}$/), { maxLength: 12 }), (lines) => {
        const kept = stepsOf(lines.join('\n'))
          .map((step) => step.goal + step.body)
          .join('');
        expect(kept.replace(/\s/g, '')).toBe(lines.join('').replace(/\s/g, ''));
      }),
    );
  });
});
