/** A narrow map beside a long solution: every step by what checking found, the part in view, and a way to jump. */
import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRecord, Verdict } from '#app/protocol/solve.ts';
import { type MinimapBar, minimapOf, outlineOf } from './minimap-bars.ts';
import { useShowStep } from './use-show-step.ts';
import { useViewOf } from './use-view-of.ts';
import './minimap.css';

/** Shorter solutions are seen at a glance. */
export const STEPS_WORTH_A_MAP = 8;
/** Height of the map at most, and its width, in CSS pixels. */
const ROOM = 480;
const WIDTH = 24;
/** Steps that Page Up and Page Down go. */
const PAGE = 10;
const VERDICTS: readonly Verdict[] = ['holds', 'unknown', 'fails'];

interface MinimapProps {
  readonly steps: readonly StepRecord[];
  /** The list of steps, as drawn. */
  readonly list: RefObject<HTMLElement | null>;
}

export function Minimap({ steps, list }: MinimapProps) {
  const { t } = useTranslation();
  const { height, bars } = useMemo(() => minimapOf(steps, ROOM), [steps]);
  const view = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const showStep = useShowStep(list);
  useViewOf(list, steps.length, ({ first, end }) => {
    if (view.current === null) return;
    view.current.style.transform = `translateY(${(first / steps.length) * height}px)`;
    view.current.style.height = `${Math.max(6, ((end - first) / steps.length) * height)}px`;
    setPlace(Math.min(Math.floor(first), steps.length - 1));
  });

  function jump(to: number): void {
    const target = Math.min(Math.max(to, 0), steps.length - 1);
    setPlace(target);
    showStep(target);
  }

  function onPointer(event: PointerEvent): void {
    if (event.buttons === 0 || map.current === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    jump(Math.floor(((event.clientY - map.current.getBoundingClientRect().top) / height) * steps.length));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const to = target(event.key, place, steps.length);
    if (to === null) return;
    event.preventDefault();
    jump(to);
  }

  return (
    <div
      ref={map}
      className="minimap"
      role="slider"
      tabIndex={0}
      aria-label={t('stepping.map')}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={steps.length}
      aria-valuenow={place + 1}
      aria-valuetext={t(`stepping.mapAt.${steps[place]?.check ?? 'unknown'}`, { number: place + 1, count: steps.length })}
      data-testid="minimap"
      style={{ height, width: WIDTH }}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    >
      <Bars bars={bars} height={height} />
      <div ref={view} className="minimap-view" />
    </div>
  );
}

/** Drawn again only when the steps change, not when the window moves over them. */
const Bars = memo(function Bars({ bars, height }: { readonly bars: readonly MinimapBar[]; readonly height: number }) {
  return (
    <svg width={WIDTH} height={height} aria-hidden="true">
      {VERDICTS.map((verdict) => (
        <path key={verdict} className={`minimap-${verdict}`} d={outlineOf(barsOf(bars, verdict), WIDTH)} />
      ))}
      <path className="minimap-working" d={markWorking(bars)} />
    </svg>
  );
});

const barsOf = (bars: readonly MinimapBar[], verdict: Verdict): MinimapBar[] => bars.filter((bar) => bar.verdict === verdict);

/** A notch after each bar with working folded away. */
const markWorking = (bars: readonly MinimapBar[]): string =>
  bars
    .filter(({ working, width }) => working && width < 1)
    .map(({ y, height, width }) => `M${width * WIDTH + 2} ${y}h2v${height}h-2z`)
    .join('');

function target(key: string, place: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return place + 1;
    case 'ArrowUp':
      return place - 1;
    case 'PageDown':
      return place + PAGE;
    case 'PageUp':
      return place - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
