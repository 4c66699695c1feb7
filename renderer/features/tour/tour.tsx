/** A minute's walk through the window, stop by stop: arrows move, Escape skips, and it can be had again. */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../use-stores.tsx';
import { placeBeside, STOPS } from './stops.ts';
import './tour.css';

export function Tour() {
  const { t } = useTranslation();
  const { view, settings } = useStores();
  const dialog = useRef<HTMLDialogElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(0);
  const [target, setTarget] = useState<DOMRectReadOnly | null>(null);
  const { id, target: selector } = STOPS[at];
  const last = at === STOPS.length - 1;

  // Opened before anything is placed: what is closed has no size.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    next.current?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  useLayoutEffect(() => {
    const look = () => {
      const found = document.querySelector(selector);
      const rect = found?.checkVisibility() ? found.getBoundingClientRect() : null;
      setTarget(rect);
      if (card.current === null) return;
      const size = { width: window.innerWidth, height: window.innerHeight };
      const { left, top } = placeBeside(rect, card.current.getBoundingClientRect(), size);
      card.current.style.translate = `${left}px ${top}px`;
    };
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [selector]);

  function end(): void {
    view.tour(false);
    void settings.change({ toured: true });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowRight' && !last) setAt(at + 1);
    else if (event.key === 'ArrowLeft' && at > 0) setAt(at - 1);
  }

  const light = target ?? { left: -20, top: -20, width: 0, height: 0 };
  return (
    <dialog ref={dialog} className="tour" aria-labelledby="tour-title" data-testid="tour" onKeyDown={onKeyDown} onClose={end}>
      <div
        className="tour-light"
        style={{ left: light.left - 6, top: light.top - 6, width: light.width + 12, height: light.height + 12 }}
      />
      <div ref={card} className="tour-card">
        <p className="tour-count">{t('tour.count', { at: at + 1, count: STOPS.length })}</p>
        <div aria-live="polite">
          <h2 id="tour-title" className="tour-title">
            {t(`tour.stops.${id}.title`)}
          </h2>
          <p>{t(`tour.stops.${id}.text`)}</p>
        </div>
        <div className="tour-foot">
          <button type="button" className="button button-quiet" onClick={end}>
            {t('tour.skip')}
          </button>
          {at > 0 && (
            <button type="button" className="button" onClick={() => setAt(at - 1)}>
              {t('tour.back')}
            </button>
          )}
          <button ref={next} type="button" className="button button-primary" onClick={() => (last ? end() : setAt(at + 1))}>
            {t(last ? 'tour.done' : 'tour.next')}
          </button>
        </div>
      </div>
    </dialog>
  );
}
