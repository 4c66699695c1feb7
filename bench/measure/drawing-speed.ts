/** How fast a placed model draws: the median of some draws, after enough of them that the device has left its idle clocks. */
import type { DrawTime, PlacedModel } from '../models/placed-model.ts';
import { median } from './statistics.ts';

export interface DrawingSpeed {
  readonly samples: number;
  readonly context: number;
  readonly tokensPerSecond: number;
  readonly stepMs: number;
  /** Of a step, what the host takes to record it and hand it over; hidden where the device takes longer. */
  readonly recordingMs: number;
}

const WARM_UP_MS = 300;
const REPEATS = 5;
/** Of the repeats together: with less a slow device still gets one. */
const PATIENCE_MS = 1500;
/** As the scheduler draws: ids are read back after so many. */
const STEPS = 8;

/** @param isFirst the device may have been idle */
export async function drawingSpeed(
  model: PlacedModel,
  samples: number,
  context: number,
  isFirst: boolean,
): Promise<DrawingSpeed> {
  await model.place({ samples, context });
  const began = performance.now();
  do await model.draw(STEPS);
  while (isFirst && performance.now() - began < WARM_UP_MS);
  const times: DrawTime[] = [];
  const start = performance.now();
  while (times.length < REPEATS && (times.length === 0 || performance.now() - start < PATIENCE_MS)) {
    times.push(await model.draw(STEPS));
  }
  const stepMs = median(times.map(({ ms }) => ms)) / STEPS;
  const recordingMs = median(times.map((time) => time.recordingMs)) / STEPS;
  return { samples, context, tokensPerSecond: (samples * 1000) / stepMs, stepMs, recordingMs };
}
