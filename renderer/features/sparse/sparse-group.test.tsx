// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdFrames } from '../../testing/frames.ts';
import { GROUP_SIZE } from './chunk.ts';
import { SparseGroup } from './sparse-group.tsx';
import { useGroups } from './use-groups.ts';

/** The observers of the page, by the element that each watches; only the test tells them what is near. */
const watched = new Map<Element, (isIntersecting: boolean, height: number) => void>();
let frames: (count: number) => void;

beforeAll(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #tell: (entries: object[]) => void;
      #element: Element | null = null;
      constructor(tell: (entries: object[]) => void) {
        this.#tell = tell;
      }
      observe(element: Element) {
        this.#element = element;
        watched.set(element, (isIntersecting, height) =>
          act(() => this.#tell([{ isIntersecting, boundingClientRect: { height } }])),
        );
      }
      disconnect() {
        if (this.#element !== null) watched.delete(this.#element);
      }
    },
  );
  frames = holdFrames();
});
beforeEach(() => watched.clear());

function List({ count, pinned }: { readonly count: number; readonly pinned: number | null }) {
  const { groups, drawing } = useGroups(Array.from({ length: count }, (_, place) => `item ${place}`));
  return groups.map((group, at) => (
    <SparseGroup
      // biome-ignore lint/suspicious/noArrayIndexKey: the groups never move.
      key={at}
      drawing={drawing}
      atOnce={false}
      pinned={pinned === at}
      guessedHeight={100}
      text={() => group.join('\n')}
    >
      {() => group.map((item) => <button key={item} type="button" data-item={item} />)}
    </SparseGroup>
  ));
}

function draw(count: number) {
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  const show = (pinned: number | null = null) => act(() => root.render(<List count={count} pinned={pinned} />));
  show();
  const group = (at: number) => page.children[at] as HTMLElement;
  const tell = (at: number, near: boolean, height = 0) => watched.get(group(at))?.(near, height);
  return {
    page,
    show,
    group,
    tell,
    drawn: () => page.querySelectorAll('[data-item]').length,
    end: () => act(() => root.unmount()),
  };
}

describe('a list in groups', () => {
  it('draws a short list whole, a group a frame', () => {
    const { drawn, end } = draw(4 * GROUP_SIZE + 1);
    const counts = Array.from({ length: 6 }, () => {
      frames(1);
      return drawn();
    });
    expect(counts).toEqual([1, 2, 3, 4].map((groups) => groups * GROUP_SIZE).concat(4 * GROUP_SIZE + 1, 4 * GROUP_SIZE + 1));
    end();
  });

  it('draws of a long list only what is near the window, a group a frame', () => {
    const { tell, drawn, group, end } = draw(800);
    frames(10);
    expect(drawn()).toBe(0);
    tell(3, true);
    tell(4, true);
    frames(1);
    expect(group(3).querySelectorAll('[data-item]')).toHaveLength(GROUP_SIZE);
    expect(drawn()).toBe(GROUP_SIZE);
    frames(1);
    expect(drawn()).toBe(2 * GROUP_SIZE);
    end();
  });

  it('keeps the room of what is far, and its words', () => {
    const { tell, group, drawn, end } = draw(800);
    expect(group(3).style.height).toBe('100px');
    tell(3, true);
    frames(1);
    tell(3, false, 321);
    expect(drawn()).toBe(0);
    expect(group(3).style.height).toBe('321px');
    expect(group(3).textContent).toContain(`item ${3 * GROUP_SIZE}\nitem ${3 * GROUP_SIZE + 1}`);
    end();
  });

  it('does not draw what the window has passed before its turn came', () => {
    const { tell, drawn, end } = draw(800);
    tell(3, true);
    tell(3, false, 100);
    frames(3);
    expect(drawn()).toBe(0);
    end();
  });

  it('draws a pinned group at once, wherever the window is', () => {
    const { show, group, end } = draw(800);
    show(70);
    expect(group(70).querySelectorAll('[data-item]')).toHaveLength(GROUP_SIZE);
    end();
  });

  it('keeps what holds the focus', () => {
    const { tell, group, drawn, end } = draw(800);
    tell(3, true);
    frames(1);
    group(3).querySelector<HTMLElement>('[data-item]')?.focus();
    tell(3, false, 100);
    expect(drawn()).toBe(GROUP_SIZE);
    end();
  });

  it('draws everything for paper, and after it what is near', () => {
    const { drawn, tell, group, end } = draw(800);
    act(() => window.dispatchEvent(new Event('beforeprint')));
    expect(drawn()).toBe(800);
    act(() => window.dispatchEvent(new Event('afterprint')));
    expect(drawn()).toBe(0);
    tell(0, true);
    frames(1);
    expect(group(0).querySelectorAll('[data-item]')).toHaveLength(GROUP_SIZE);
    end();
  });
});
