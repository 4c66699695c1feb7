// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setUpLanguages } from '../../i18n/index.ts';
import { makeStep } from '../../testing/records.ts';
import { StepStage } from './step-stage.tsx';

const MANY = 600;

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    waiting.set(++asked, run);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
  setUpLanguages('en');
});

const long = Array.from({ length: MANY }, (_, place) => makeStep({ goal: `Add ${place}` }));
const short = [makeStep({ goal: 'At once' })];

/** Work waiting for the next frame, which only the test lets come. */
let waiting = new Map<number, () => void>();
let asked = 0;

function frames(count: number): void {
  for (let passed = 0; passed < count; passed++) {
    const due = waiting;
    waiting = new Map();
    act(() => {
      for (const run of due.values()) run();
    });
  }
}

function draw() {
  const page = document.createElement('div');
  const root = createRoot(page);
  const show = (id: string) =>
    act(() => root.render(<StepStage id={id} steps={id === 'long' ? long : short} tail="" live={false} current={null} />));
  const cards = (list: string) => page.querySelectorAll(`.steps${list} [data-testid=step-card]`).length;
  return { page, show, unseen: () => cards('.steps-leaving'), seen: () => cards(':not(.steps-leaving)') };
}

describe('leaving a long list of steps', () => {
  it('shows the other at once and removes the long one some steps a frame, to the last', () => {
    const { page, show, seen, unseen } = draw();
    show('long');
    frames(MANY / 32 + 2);
    expect(seen()).toBe(MANY);
    show('short');
    expect(seen()).toBe(1);
    expect(unseen()).toBe(MANY);
    let before = unseen();
    while (before > 0) {
      frames(1);
      expect(before - unseen()).toBeLessThanOrEqual(128);
      expect(unseen()).toBeLessThan(before);
      before = unseen();
    }
    frames(1);
    expect(page.querySelectorAll('.steps')).toHaveLength(1);
  });

  it('and coming back early shows it again, the very cards that are left', () => {
    const { page, show, seen, unseen } = draw();
    show('long');
    frames(MANY / 32 + 2);
    const first = page.querySelector('[data-testid=step-card]');
    show('short');
    frames(2);
    show('long');
    expect(page.querySelector('.steps:not(.steps-leaving) [data-testid=step-card]')).toBe(first);
    frames(MANY / 32 + 2);
    expect(seen()).toBe(MANY);
    expect(unseen()).toBe(0);
  });

  it('leaves nothing behind when the list is short', () => {
    const { page, show } = draw();
    show('short');
    show('other');
    expect(page.querySelectorAll('.steps')).toHaveLength(1);
  });
});
