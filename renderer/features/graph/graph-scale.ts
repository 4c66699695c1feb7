/**
 * From the problem's units to the canvas's and back. The canvas works in numbers near 10 whatever the problem's size: its
 * arithmetic of pixels keeps five decimals only.
 */
import type { GraphWindow, PlaneGraph } from '#app/protocol/graph.ts';

/** Units of the problem that one unit of the canvas stands for, along each axis. */
export interface GraphScale {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 10;
/** What the canvas shows upwards when it shows `WIDTH` across. */
const HEIGHT = 8;

export function scaleOf({ window: { x, y }, sameScale }: PlaneGraph): GraphScale {
  const [across, upwards] = [(x[1] - x[0]) / WIDTH, (y[1] - y[0]) / HEIGHT];
  const both = Math.max(across, upwards);
  return sameScale ? { x: both, y: both } : { x: across, y: upwards };
}

export type CanvasPoint = [x: number, y: number];

export function toCanvas(scale: GraphScale, [x, y]: readonly [number, number]): CanvasPoint {
  return [x / scale.x, y / scale.y];
}

/** The smallest of 1, 2, 5, 10, 20, … and 0.5, 0.2, … that is at least `least`. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return digit * power;
}

export function covers(outer: GraphWindow, inner: GraphWindow): boolean {
  const within = (a: readonly [number, number], b: readonly [number, number]) => a[0] <= b[0] && a[1] >= b[1];
  return within(outer.x, inner.x) && within(outer.y, inner.y);
}

/** The window with the half of its size that is traced beyond each edge at first. */
export function tracedAtFirst({ x, y }: GraphWindow): GraphWindow {
  const wider = ([low, high]: readonly [number, number]): [number, number] => [low - (high - low) / 2, high + (high - low) / 2];
  return { x: wider(x), y: wider(y) };
}
