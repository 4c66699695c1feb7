/** The curriculum's own solution of an exercise, as step cards. It says that no model wrote it. */
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import { ProblemGraph } from '../graph/graph-figure.tsx';
import { StepList } from '../steps/step-list.tsx';

interface WorkedSolutionProps {
  readonly question: string;
  readonly steps: readonly StepRecord[];
}

export function WorkedSolution({ question, steps }: WorkedSolutionProps) {
  const { t } = useTranslation();
  return (
    <section className="worked solution-leading" aria-label={t('practice.worked')}>
      <h2 className="label">{t('practice.worked')}</h2>
      <p className="worked-note">{t('practice.workedNote')}</p>
      <StepList steps={steps} tail="" live={false} current={null} testId="worked-step" />
      <ProblemGraph problem={question} answer={answerOf(steps)} />
    </section>
  );
}

/** What stands in the last step's box. */
function answerOf(steps: readonly StepRecord[]): string | null {
  return /\\boxed\{(.*)\}\$?\s*$/.exec(steps.at(-1)?.body ?? '')?.[1] ?? null;
}
