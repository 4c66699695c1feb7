/** A step's line being rewritten by the learner, with how it is read, and the way on from it. */
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_LINE_LENGTH } from '#app/protocol/coach.ts';
import type { StepRecord } from '#app/protocol/solve.ts';
import { readStepLine } from '#tutor/problem/read-step-line.ts';
import { BRANCH_SAMPLES } from '../../state/solve-store.ts';
import { goOnFromLine } from '../../state/stepping.ts';
import { useTypedNumbers } from '../maths/maths-language.tsx';
import { TypesetText } from '../maths/typeset-text.tsx';
import { useStores } from '../use-stores.tsx';

interface StepEditorProps {
  readonly step: StepRecord;
  readonly place: number;
}

export function StepEditor({ step, place }: StepEditorProps) {
  const { t } = useTranslation();
  const stores = useStores();
  const [line, setLine] = useState(() => [step.goal, step.body].filter(Boolean).join(': ').replaceAll('\n', ' '));
  const settled = useTypedNumbers()(useDeferredValue(line));
  const id = useId();
  const goOn = () => void goOnFromLine(stores, place, line);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey) goOn();
    else if (event.key === 'Escape') stores.selection.rewrite(null);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of groups of steps is no <ol>.
    <div role="listitem" className="step step-editor" data-testid="step-editor">
      <span className="step-number" aria-hidden="true">
        {place + 1}
      </span>
      <div className="step-content">
        <label className="label" htmlFor={id}>
          {t('stepping.yourLine', { number: place + 1 })}
        </label>
        <textarea
          id={id}
          className="field step-line"
          rows={2}
          maxLength={MAX_LINE_LENGTH}
          spellCheck={false}
          value={line}
          // biome-ignore lint/a11y/noAutofocus: the learner has just asked to write here.
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setLine(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className="step-preview" aria-live="off">
          <span className="label">{t('compose.readAs')}</span> <TypesetText text={readStepLine(settled)} />
        </p>
        <div className="step-editor-foot">
          <button type="button" className="button button-primary" disabled={line.trim() === ''} onClick={goOn}>
            {t('stepping.goOn', { count: BRANCH_SAMPLES })}
          </button>
          <button type="button" className="button" onClick={() => stores.selection.rewrite(null)}>
            {t('stepping.cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}
