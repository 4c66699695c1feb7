/** The rates of samples being written, looked at twice a second while any is. */
import { useEffect, useRef, useState } from 'react';
import type { SampleRecord } from '#app/protocol/solve.ts';
import { SampleRates } from '../../state/sample-rates.ts';

const INTERVAL_MS = 500;
const NONE: ReadonlyMap<number, number> = new Map();

/** @returns tokens a second by the sample's index; absent while unknown */
export function useSampleRates(samples: readonly SampleRecord[]): ReadonlyMap<number, number> {
  const [rates, setRates] = useState(NONE);
  const latest = useRef(samples);
  latest.current = samples;
  const active = samples.some(({ status }) => status === 'running');

  useEffect(() => {
    if (!active) return setRates(NONE);
    const meter = new SampleRates();
    const timer = setInterval(() => {
      const now = performance.now();
      const seen = latest.current
        .filter(({ status }) => status === 'running')
        .map(({ index, tokens }) => [index, meter.see(index, tokens, now)] as const);
      setRates(new Map(seen.flatMap(([index, rate]) => (rate === null ? [] : [[index, Math.round(rate)]]))));
    }, INTERVAL_MS);
    return () => clearInterval(timer);
  }, [active]);

  return rates;
}
