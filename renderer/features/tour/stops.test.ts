import { expect, it } from 'vitest';
import { placeBeside } from './stops.ts';

const CARD = { width: 300, height: 150 };
const WINDOW = { width: 1000, height: 700 };
const rect = (left: number, top: number, width: number, height: number) =>
  ({ left, top, right: left + width, bottom: top + height, width, height }) as DOMRectReadOnly;

it('stands below what it tells of', () => {
  expect(placeBeside(rect(200, 50, 400, 40), CARD, WINDOW)).toEqual({ left: 200, top: 102 });
});

it('stands beside what fills the height, and above what is at the foot', () => {
  expect(placeBeside(rect(0, 650, 200, 40), CARD, WINDOW)).toEqual({ left: 212, top: 534 });
  expect(placeBeside(rect(600, 650, 390, 40), CARD, WINDOW).top).toBeLessThan(650 - CARD.height);
});

it.each([rect(-50, 10, 20, 20), rect(990, 690, 200, 200), rect(0, 0, 2000, 2000), null])(
  'never stands outside the window',
  (target) => {
    const { left, top } = placeBeside(target, CARD, WINDOW);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + CARD.width).toBeLessThanOrEqual(WINDOW.width);
    expect(top + CARD.height).toBeLessThanOrEqual(WINDOW.height);
  },
);
