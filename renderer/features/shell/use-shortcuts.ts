/** Single keys that act on the solution, while nothing is being typed and no dialog is open. */
import { useEffect } from 'react';
import { isCoached } from '../../state/coach-store.ts';
import { neighbourSample, shownSample } from '../../state/selection-store.ts';
import type { Stores } from '../../state/stores.ts';
import { choosePair } from '../compare/choose-pair.ts';
import { useStores } from '../use-stores.tsx';

export function useShortcuts(showKeys: () => void): void {
  const stores = useStores();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'Escape') return isSearching(event.target) ? undefined : void stores.solve.stop();
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (act(event.key, stores, showKeys)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [stores, showKeys]);
}

/** @returns whether the key meant something */
function act(key: string, stores: Stores, showKeys: () => void): boolean {
  if (key === 'p') {
    stores.view.show('practice');
    return true;
  }
  // The keys below move about in a solution.
  if (stores.view.getState().view !== 'solve' && key !== '?' && key !== '/') return false;
  const { record: shown } = stores.solve.getState();
  const record = isCoached(stores.coach.getState(), shown) ? null : shown;
  const { sample: chosen, step } = stores.selection.getState();
  const sample = record === null ? null : shownSample(record, chosen);
  switch (key) {
    case '?':
      showKeys();
      return true;
    case '/':
      stores.view.show('solve');
      document.getElementById('problem')?.focus();
      return true;
    case 'j':
    case 'k':
      if (sample !== null) stores.selection.moveStep(key === 'j' ? 1 : -1, sample.steps.length);
      return true;
    case 'h':
    case 'l': {
      const next = record === null || sample === null ? null : neighbourSample(record, sample.index, key === 'l' ? 1 : -1);
      if (next !== null) stores.selection.choose(next);
      return true;
    }
    case 'c':
      if (step !== null && sample?.steps[step] !== undefined) stores.selection.copy(step);
      return step !== null;
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

/** Escape empties a search field before it means anything else. */
function isSearching(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
