/**
 * Coaching through one solve: the steps reached so far, the hints for the next one, and the learner's own line. The
 * samples stay out of sight until the end.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { isClimbed } from '../../state/coach-store.ts';
import { isActive } from '../../state/solve-store.ts';
import { ProblemText } from '../maths/problem-text.tsx';
import { SimilarProblem } from '../practice/similar-problem.tsx';
import { StepList } from '../steps/step-list.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { CoachOutcome } from './coach-outcome.tsx';
import { HintList } from './hint-list.tsx';
import './coach.css';

export function CoachPanel({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const { coach } = useStores();
  const ladder = useSlice('coach', (state) => state.ladder);
  const step = useSlice('coach', (state) => state.step);
  const climbed = useSlice('coach', isClimbed);
  const active = isActive(record);
  const id = useSlice('coach', (state) => state.id);
  const [line, setLine] = useState('');
  useEffect(() => {
    if (!active && id !== null && ladder === undefined) void coach.fetchLadder();
  }, [coach, active, id, ladder]);
  // What came last is in view; at the end the only thing left to do has the focus.
  const end = useRef<HTMLButtonElement>(null);
  const given = useSlice('coach', (state) => state.given);
  useEffect(() => {
    if (climbed) end.current?.focus();
    else if (step + given > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [climbed, step, given]);
  const sample = record.samples.find(({ index }) => index === ladder?.sample);
  return (
    <section id="solution" className="coach" aria-label={t('coach.label')} tabIndex={-1} data-testid="coach">
      <h1 className="statement">
        <ProblemText text={record.problem} large />
      </h1>
      <Waiting record={record} noLadder={ladder === null} />
      {sample !== undefined && step > 0 && (
        <StepList
          key={sample.index}
          steps={sample.steps.slice(0, step)}
          tail=""
          live={false}
          current={null}
          testId="coach-step"
        />
      )}
      {!climbed && sample !== undefined && <HintList steps={sample.steps} />}
      <CoachOutcome />
      {!climbed && ladder !== null && <AttemptForm line={line} onLine={setLine} />}
      <div className="coach-end">
        {climbed && <Summary />}
        <button
          ref={end}
          type="button"
          className={climbed ? 'button button-primary' : 'button button-quiet'}
          data-testid="coach-show-all"
          onClick={() => coach.end()}
        >
          {t(climbed ? 'coach.showVote' : 'coach.showAll')}
        </button>
        {climbed && <SimilarProblem problem={record.problem} />}
      </div>
    </section>
  );
}

/** Why no hint can be had, yet or at all. */
function Waiting({ record, noLadder }: { readonly record: SolveRecord; readonly noLadder: boolean }) {
  const { t } = useTranslation();
  if (isActive(record)) {
    const done = record.samples.filter(({ status }) => status !== 'waiting' && status !== 'running').length;
    return (
      <p className="solution-note" data-testid="coach-waiting">
        {t('coach.waiting', { done, count: record.tally.asked })}
      </p>
    );
  }
  return noLadder ? <p className="solution-note">{t('coach.noLadder')}</p> : null;
}

function Summary() {
  const { t } = useTranslation();
  const hints = useSlice('coach', (state) => state.hints);
  const skipped = useSlice('coach', (state) => state.skipped);
  return (
    <p role="status" data-testid="coach-done">
      {hints === 0 ? t('coach.doneAlone') : t('coach.done', { count: hints, skipped })}
    </p>
  );
}
