/** The stops of the tour: each is told beside the part of the window that it is about, or in the middle when that is not there. */

export const STOPS = [
  { id: 'problem', target: '.problem-box' },
  { id: 'mode', target: '.modes' },
  { id: 'vote', target: '.sample-options' },
  { id: 'steps', target: '.solve .steps' },
  { id: 'practice', target: '[data-testid="practice-link"]' },
  { id: 'help', target: '.rail-foot' },
] as const;

export interface Place {
  readonly left: number;
  readonly top: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const MARGIN = 16;

/** Below what it is about where there is room, else beside it, else above; never beyond the window. Pixels. */
export function placeBeside(target: DOMRectReadOnly | null, card: Size, window: Size): Place {
  if (target === null) return { left: (window.width - card.width) / 2, top: (window.height - card.height) / 3 };
  const within = (value: number, size: number, limit: number) => Math.max(MARGIN, Math.min(value, limit - size - MARGIN));
  const left = within(target.left, card.width, window.width);
  if (target.bottom + GAP + card.height + MARGIN <= window.height) return { left, top: target.bottom + GAP };
  if (target.right + GAP + card.width + MARGIN <= window.width)
    return { left: target.right + GAP, top: within(target.top, card.height, window.height) };
  return { left, top: within(target.top - GAP - card.height, card.height, window.height) };
}
