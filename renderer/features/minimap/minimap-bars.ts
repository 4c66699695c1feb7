/** A long list of steps as bars on a narrow strip: where each stands, how wide it is, what checking found. Knows no DOM. */
import type { StepRecord, Verdict } from '#app/protocol/solve.ts';

/** Height of a step where there is room, and of the thinnest bar that is still seen, in pixels. */
const TALLEST = 7;
const THINNEST = 2;
/** Characters of a step at which its bar is as wide as a bar that does not fail gets. */
const WIDEST_TEXT = 90;

export interface MinimapBar {
  readonly y: number;
  readonly height: number;
  /** Part of the strip's width, 0 to 1: a failing step takes all of it, so that it is seen without its colour. */
  readonly width: number;
  readonly verdict: Verdict;
  readonly final: boolean;
  /** Some of its steps have working folded away. */
  readonly working: boolean;
}

export interface Minimap {
  /** Height in use, at most the height there is. */
  readonly height: number;
  readonly bars: readonly MinimapBar[];
}

/** Where there are more steps than bars, neighbours share one, and it shows the worst of them. */
export function minimapOf(steps: readonly StepRecord[], room: number): Minimap {
  const height = Math.min(room, steps.length * TALLEST);
  const count = Math.max(1, Math.min(steps.length, Math.floor(height / THINNEST)));
  const slot = height / count;
  const bars = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * steps.length) / count);
    const to = Math.floor(((at + 1) * steps.length) / count);
    return barOf(steps.slice(from, to), at * slot, slot > THINNEST ? slot - 1 : slot);
  });
  return { height, bars: steps.length === 0 ? [] : bars };
}

function barOf(steps: readonly StepRecord[], y: number, height: number): MinimapBar {
  const verdict = worst(steps);
  const longest = Math.max(...steps.map(({ goal, body }) => goal.length + body.length));
  return {
    y,
    height,
    width: verdict === 'fails' ? 1 : 0.3 + 0.5 * Math.min(1, longest / WIDEST_TEXT),
    verdict,
    final: steps.some(({ final }) => final),
    working: steps.some(({ scratch }) => scratch.length > 0),
  };
}

function worst(steps: readonly StepRecord[]): Verdict {
  if (steps.some(({ check }) => check === 'fails')) return 'fails';
  return steps.some(({ check }) => check === 'unknown') ? 'unknown' : 'holds';
}

/** The bars as the outline of rectangles, for an SVG path on a strip of this width. */
export function outlineOf(bars: readonly MinimapBar[], width: number): string {
  return bars
    .map(({ y, height, width: part }) => `M0 ${round(y)}h${round(part * width)}v${round(height)}h${round(-part * width)}z`)
    .join('');
}

const round = (length: number): number => Math.round(length * 100) / 100;
