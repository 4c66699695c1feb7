// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { visibleSteps } from './visible-steps.ts';

/** Groups of 10 steps, 100 pixels each, one after the other from `top`. */
function page(groups: number, top: number) {
  const list = document.createElement('div');
  for (let at = 0; at < groups; at++) list.append(box(top + 100 * at, 100));
  return { list, scroller: box(0, 200) };
}

function box(top: number, height: number): HTMLElement {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(0, top, 50, height);
  return element;
}

describe('the steps in view', () => {
  it.each([
    ['at the start', 0, { first: 0, end: 20 }],
    ['below a heading', 50, { first: 0, end: 15 }],
    ['in the middle', -250, { first: 25, end: 45 }],
    ['at the end', -800, { first: 80, end: 98 }],
    ['beyond the end', -2000, { first: 98, end: 98 }],
  ])('%s', (_, top, seen) => {
    const { list, scroller } = page(10, top);
    const { first, end } = visibleSteps(list, scroller, 10, 98);
    expect({ first: Math.round(first), end: Math.round(end) }).toEqual(seen);
  });

  it('are found with few measurements', () => {
    const { list, scroller } = page(128, -5000);
    let measured = 0;
    for (const group of list.children) {
      const given = group.getBoundingClientRect.bind(group);
      group.getBoundingClientRect = () => {
        measured++;
        return given();
      };
    }
    visibleSteps(list, scroller, 16, 2000);
    expect(measured).toBeLessThan(20);
  });
});
