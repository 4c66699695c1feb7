/** The curriculum's own solution of an exercise, as step cards. It says that no model wrote it. */
import { useTranslation } from 'react-i18next';
import type { StepRecord } from '#app/protocol/solve.ts';
import { StepList } from '../steps/step-list.tsx';

export function WorkedSolution({ steps }: { readonly steps: readonly StepRecord[] }) {
  const { t } = useTranslation();
  return (
    <section className="worked solution-leading" aria-label={t('practice.worked')}>
      <h2 className="label">{t('practice.worked')}</h2>
      <p className="worked-note">{t('practice.workedNote')}</p>
      <StepList steps={steps} tail="" live={false} current={null} testId="worked-step" />
    </section>
  );
}
