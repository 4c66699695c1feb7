/** Single keys that act on the solution, while nothing is being typed and no dialog is open. */
import { useEffect } from 'react';
import { isCoached } from '../../state/coach-store.ts';
import { neighbourSample, shownSample } from '../../state/selection-store.ts';
import { isActive } from '../../state/solve-store.ts';
import { nextFailing, shown, tryAgainFrom } from '../../state/stepping.ts';
import type { Stores } from '../../state/stores.ts';
import { choosePair } from '../compare/choose-pair.ts';
import { useStores } from '../use-stores.tsx';

export function useShortcuts(showKeys: () => void): void {
  const stores = useStores();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Escape') return isSearching(event.target) ? undefined : stopOrLeave(event.target, stores);
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (act(event.key, stores, showKeys) || (isStepping(stores) && actOnSteps(event, stores))) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [stores, showKeys]);
}

/** Stops what runs; with nothing to stop it leaves the problem for the solution, where single keys act. */
function stopOrLeave(target: EventTarget | null, { solve }: Stores): void {
  if (isActive(solve.getState().record)) void solve.stop();
  else if (target instanceof Element && target.id === 'problem') document.getElementById('solution')?.focus();
}

/** A solution is on screen, in full. */
function isStepping({ view, coach, solve }: Stores): boolean {
  return view.getState().view === 'solve' && !isCoached(coach.getState(), solve.getState().record);
}

/** @returns whether the key meant something */
function act(key: string, stores: Stores, showKeys: () => void): boolean {
  if (key === 'p') {
    stores.view.show('practice');
    return true;
  }
  if (key === 'm') {
    stores.view.show('models');
    return true;
  }
  // The keys below move about in a solution.
  if (stores.view.getState().view !== 'solve' && key !== '?' && key !== '/') return false;
  const { record: shown } = stores.solve.getState();
  const record = isCoached(stores.coach.getState(), shown) ? null : shown;
  const { sample: chosen } = stores.selection.getState();
  const sample = record === null ? null : shownSample(record, chosen);
  switch (key) {
    case '?':
      showKeys();
      return true;
    case '/':
      stores.view.show('solve');
      document.getElementById('problem')?.focus();
      return true;
    case 'f':
      stores.selection.toggleAllWorking();
      return true;
    case 'q':
      if (record !== null) stores.selection.change(true);
      return record !== null;
    case '[':
    case ']': {
      const next = record === null || sample === null ? null : neighbourSample(record, sample.index, key === ']' ? 1 : -1);
      if (next !== null) stores.selection.choose(next);
      return true;
    }
    case 'e':
      if (sample !== null) stores.selection.export(true);
      return true;
    case 'v':
      if (record !== null && sample !== null) stores.selection.compare(choosePair(record, sample.index));
      return true;
    default:
      return false;
  }
}

/** Keys that move from step to step, and act on the current one. @returns whether the key meant something */
function actOnSteps(event: KeyboardEvent, stores: Stores): boolean {
  const now = shown(stores);
  if (now === null) return false;
  const { length } = now.sample.steps;
  const { step } = stores.selection.getState();
  const by = moveBy(event, step !== null);
  if (by !== 0) {
    stores.selection.moveStep(by, length);
    return true;
  }
  if (event.key === 'n') {
    const failing = nextFailing(now.sample, step);
    if (failing !== null) stores.selection.goToStep(failing, length);
    return true;
  }
  if (step === null || step >= length) return false;
  switch (event.key) {
    case 'Enter':
      if (isControl(event.target)) return false;
      stores.selection.toggleWorking(step);
      return true;
    case 'b':
      void tryAgainFrom(stores, step);
      return true;
    case 'r':
      stores.selection.rewrite(step);
      return true;
    case 'c':
      stores.selection.copy(step);
      return true;
    default:
      return false;
  }
}

/** The arrow keys scroll the page until a step is current. */
function moveBy({ key, target }: KeyboardEvent, stepping: boolean): number {
  if (key === 'j') return 1;
  if (key === 'k') return -1;
  if (!stepping || !(target instanceof Element) || target.closest('.steps') === null) return 0;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary, input, select') !== null;

/** Escape empties a search field before it means anything else. */
function isSearching(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
