// @vitest-environment happy-dom
import fc from 'fast-check';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StepRecord } from '#app/protocol/solve.ts';
import { setUpLanguages } from '../../i18n/index.ts';
import { holdFrames } from '../../testing/frames.ts';
import { makeStep } from '../../testing/records.ts';
import * as typeset from '../../typeset/typeset.ts';
import { GROUP_SIZE } from '../sparse/chunk.ts';
import { StepList } from './step-list.tsx';

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  setUpLanguages('en');
  frames = holdFrames();
});

let frames: (count: number) => void;

/** Lists that are still on their pages: they take turns at drawing with those that come after them. */
const shown = new Set<() => void>();
const endAll = () => {
  for (const end of shown) end();
  shown.clear();
};
afterEach(endAll);

function draw() {
  const page = document.createElement('div');
  const root = createRoot(page);
  shown.add(() => act(() => root.unmount()));
  const show = (steps: readonly StepRecord[], tail = '') =>
    act(() => root.render(<StepList steps={steps} tail={tail} live={tail !== ''} current={null} />));
  return { page, show };
}

describe('the list of steps', () => {
  it('draws a finished step once, however long the line after it streams', () => {
    const { page, show } = draw();
    const steps = [makeStep({ goal: 'Add $1$' }), makeStep({ goal: 'Add $2$' })];
    show(steps, 'Di');
    const cards = [...page.querySelectorAll('[data-testid=step-card]')];
    const calls = vi.spyOn(typeset, 'typesetToHtml');
    for (let length = 3; length < 23; length++) show(steps, 'Divide both sides by $5$'.slice(0, length));
    expect(calls.mock.calls.filter(([text]) => text.startsWith('Add'))).toEqual([]);
    expect(calls.mock.calls.length).toBe(20);
    expect([...page.querySelectorAll('[data-testid=step-card]')]).toEqual(cards);
  });

  it('ends as it would have been drawn at once, however its text came in and whenever its marks did', () => {
    const pieces = [
      'Add $1$',
      '$x = 5$',
      '$\\frac{1}{2}$ or $3$',
      'so $5 and $10',
      '**bold**',
      '\\[ x \\]',
      'plain',
      '$\\frac{1$',
      '',
    ];
    const step = fc.record({
      goal: fc.constantFrom(...pieces),
      body: fc.constantFrom(...pieces),
      scratch: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }),
      final: fc.boolean(),
      check: fc.constantFrom('holds', 'fails', 'unknown'),
    });
    const steps = fc.array(step, { minLength: 1, maxLength: 3 * GROUP_SIZE - 4 });
    const moments = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 });
    fc.assert(
      fc.property(steps, moments, (all, cuts) => {
        endAll();
        const streamed = draw();
        // At each moment some steps are there, the last of them not checked yet, and a part of the next one's text.
        for (const [count, cut] of cuts.map(([a, b]) => [a % all.length, b] as const).sort(([a], [b]) => a - b)) {
          const known = all
            .slice(0, count)
            .map((given, place) => (place === count - 1 ? { ...given, check: 'unknown' as const } : given));
          const { goal, body } = all[count];
          const line = `${goal}: ${body}`;
          streamed.show(known, line.slice(0, cut % (line.length + 1)));
        }
        streamed.show(all);
        const whole = draw();
        whole.show(all);
        frames(2 * Math.ceil(all.length / GROUP_SIZE));
        expect(whole.page.querySelectorAll('[data-testid=step-card]')).toHaveLength(all.length);
        expect(streamed.page.innerHTML).toBe(whole.page.innerHTML);
      }),
      { numRuns: 25 },
    );
  });

  it('tells what checking found by word and by shape', () => {
    const { page, show } = draw();
    show([
      makeStep({ check: 'holds' }),
      makeStep({ check: 'fails', note: 'these differ at $x = 2$' }),
      makeStep({ check: 'unknown' }),
    ]);
    const marks = [...page.querySelectorAll('.check')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['holds', 'fails', 'not checked']);
    expect(new Set(marks.map((mark) => mark.querySelector('path')?.getAttribute('d'))).size).toBe(3);
    expect(page.querySelector('.step-note')?.textContent).toContain('This line does not follow: these differ at');
  });

  it('folds the working away under a count of its lines', () => {
    const { page, show } = draw();
    show([makeStep({ scratch: ['$1 + 1 = 2$', '$2 + 2 = 4$'] })]);
    const working = page.querySelector('details');
    expect(working?.open).toBe(false);
    expect(working?.querySelector('summary')?.textContent).toBe('Working, 2 lines');
    expect(working?.querySelectorAll('math').length).toBe(0);
    act(() => {
      if (working !== null) working.open = true;
      working?.dispatchEvent(new Event('toggle'));
    });
    expect(working?.querySelectorAll('math').length).toBe(2);
  });

  it('sets formulas that stand alone or joined by a word large, and leaves prose in its line', () => {
    const { page, show } = draw();
    show([
      makeStep({ body: '$x = 5$' }),
      makeStep({ body: '$x = 2$ or $x = 3$' }),
      makeStep({ body: 'the only value that fits is $x = 5$' }),
    ]);
    const formulas = (selector: string) => page.querySelectorAll(`${selector} math`).length;
    expect([formulas('.step-maths .katex-display'), formulas('.step-maths'), formulas('.step-prose')]).toEqual([1, 3, 1]);
  });

  it('shows the line being written without its unfinished formula', () => {
    const { page, show } = draw();
    show([], '> carry $1 + ');
    expect(page.querySelector('.step-live .step-content')?.textContent).toBe('carry ');
  });
});
