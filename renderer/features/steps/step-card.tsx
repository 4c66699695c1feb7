/**
 * One finished step: number in the margin, goal, maths, working to unfold, and what checking found. Drawn once. The tutor's words
 * are English in every language of the interface.
 */
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import { useNoteWords } from '../../i18n/note-words.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { CheckMark } from './check-mark.tsx';
import { type StepActions, StepButtons } from './step-actions.tsx';
import { StepBody } from './step-body.tsx';
import { Working } from './working.tsx';

/** kept: another sample wrote it; own: the learner did; first: the sample's own first after those; plain: any other. */
export type StepOrigin = 'kept' | 'own' | 'first' | 'plain';

interface StepCardProps {
  readonly step: StepRecord;
  readonly number: number;
  readonly current: boolean;
  readonly origin?: StepOrigin;
  readonly unfolded?: boolean;
  /** Absent where a step is only read: the worked example. */
  readonly actions?: StepActions;
  readonly testId: string;
}

export const StepCard = memo(function StepCard(props: StepCardProps) {
  const { step, number, current, origin = 'plain', unfolded, actions, testId } = props;
  const { t } = useTranslation();
  const noteWords = useNoteWords();
  const card = useRef<HTMLDivElement>(null);
  const place = number - 1;

  useEffect(() => {
    if (!current) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of groups of steps is no <ol>.
    <div
      ref={card}
      role="listitem"
      className={`step step-${origin}${step.final ? ' step-final' : ''}`}
      tabIndex={-1}
      aria-current={current ? 'step' : undefined}
      aria-label={step.final ? t('step.answer') : t('step.label', { number })}
      data-testid={testId}
      data-place={place}
    >
      <span className="step-number" aria-hidden="true">
        {number}
      </span>
      <div className="step-content">
        <Origin origin={origin} />
        {step.goal !== '' && (
          <p className={step.body === '' ? 'step-prose' : 'step-goal'} lang="en">
            <TypesetText text={step.goal} />
          </p>
        )}
        {step.final && step.goal === '' && <p className="step-goal">{t('step.answer')}</p>}
        <StepBody body={step.body} />
        {step.check === 'fails' && (
          <p className="step-note">
            {step.note === undefined ? (
              t('step.failsPlain')
            ) : (
              <TypesetText text={t('step.failsNote', { note: noteWords(step.note) })} />
            )}
          </p>
        )}
        <Working lines={step.scratch} unfolded={unfolded} onFold={actions && (() => actions.fold(place))} />
      </div>
      <div className="step-side">
        {actions !== undefined && <StepButtons place={place} current={current} actions={actions} />}
        <CheckMark verdict={step.check} />
      </div>
    </div>
  );
});

function Origin({ origin }: { readonly origin: StepOrigin }) {
  const { t } = useTranslation();
  if (origin === 'own') return <p className="step-origin">{t('stepping.ownLine')}</p>;
  if (origin === 'first') return <p className="step-origin">{t('stepping.newFromHere')}</p>;
  return null;
}
